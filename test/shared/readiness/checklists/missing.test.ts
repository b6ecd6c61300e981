import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assessSteps } from '../../../../shared/readiness/checklists/assessSteps.ts';
import { checklistIds } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { progressSchema } from '../../../../shared/readiness/checklists/progress.ts';
import { snapshotSchema } from '../../../../shared/tenant/snapshot.ts';
import type { ChecklistStep } from '../../../../shared/contract/checklists.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { StepContext } from '../../../../shared/readiness/checklists/checklist.ts';
import { cases } from './cases.ts';
import { contextOf } from './stepCase.ts';

type Path = readonly (string | number)[];

/** Places whose emptiness says something of itself, so that a step may be done without. */
const meaningful = new Set([
  // Another name than any that counts.
  'snapshot.data.acceptedDomains.domainName',
  // As the organization has it, which is no setting of its own.
  'snapshot.data.casMailboxes.smtpClientAuthenticationDisabled',
  // No column of the report tells how somebody signs in: taken for a password.
  'snapshot.data.smtpAuthClients.protocol',
]);

const all = checklistIds.flatMap((id) =>
  cases[id].map((world) => ({ id, is: world.is, context: contextOf(id, world) })),
);

function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function emptied(context: StepContext, path: Path): StepContext {
  const copy = structuredClone(context);
  let at = copy as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  at[path.at(-1)!] = null;
  return copy;
}

const isWhole = ({ snapshot, progress }: StepContext): boolean =>
  progressSchema.safeParse(progress).success &&
  (snapshot === null || snapshotSchema.safeParse(snapshot).success);

const doneOf = (steps: readonly ChecklistStep[]) =>
  steps.filter(({ state }) => state === 'done').map(({ id }) => id);
const safeOf = (steps: readonly ChecklistStep[]) =>
  steps.filter(({ state }) => state !== 'blocked').map(({ id }) => id);

test('emptying any value of any case makes no step done that was not', () => {
  let tried = 0;
  for (const { id, is, context } of all) {
    const before = doneOf(assessSteps(id, context));
    const { snapshot, progress } = context;
    for (const path of placesOf({ progress, ...(snapshot === null ? {} : { snapshot }) })) {
      const name = path.filter((key) => typeof key === 'string').join('.');
      const changed = emptied(context, path);
      if (meaningful.has(name) || !isWhole(changed)) continue;
      tried += 1;
      const after = doneOf(assessSteps(id, changed));
      expect(
        after.filter((step) => !before.includes(step)),
        `${id}, ${is}, without ${name}`,
      ).toEqual([]);
    }
  }
  expect(tried).toBeGreaterThan(300);
});

test('losing looks, a snapshot or any of its sources makes nothing done, and nothing safe', () => {
  const which = fc.record({
    nth: fc.nat(all.length - 1),
    lost: fc.array(fc.nat(100)),
    state: fc.constantFrom('failed' as const, 'not-asked' as const),
    withoutSnapshot: fc.boolean(),
    withoutDomain: fc.boolean(),
    withoutHost: fc.boolean(),
  });
  fc.assert(
    fc.property(which, ({ nth, lost, state, withoutSnapshot, withoutDomain, withoutHost }) => {
      const { id, context } = all[nth]!;
      const { snapshot, progress } = context;
      const ids = Object.keys(snapshot?.data ?? {}) as SourceId[];
      const gone = new Set(lost.map((one) => ids[one % Math.max(1, ids.length)]));
      const sources = snapshot?.sources.map((entry) =>
        gone.has(entry.id) ? { ...entry, state } : entry,
      );
      const changed: StepContext = {
        ...context,
        snapshot: snapshot === null || withoutSnapshot ? null : { ...snapshot, sources: sources! },
        progress: {
          ...progress,
          domain: withoutDomain ? null : progress.domain,
          host: withoutHost ? null : progress.host,
        },
      };
      const [before, after] = [assessSteps(id, context), assessSteps(id, changed)];
      expect(doneOf(after).filter((step) => !doneOf(before).includes(step))).toEqual([]);
      // Of whom the report of senders was lost, nobody can be told by name any more; the rest is refused.
      if (id !== 'leaving-smtp-auth-and-ews' && !withoutSnapshot && gone.size === 0) {
        expect(safeOf(after).filter((step) => !safeOf(before).includes(step))).toEqual([]);
      }
    }),
    { numRuns: 2000 },
  );
});

test('without anything known, nothing is done', () => {
  for (const id of checklistIds) {
    expect(doneOf(assessSteps(id, contextOf(id, {})))).toEqual([]);
    expect(doneOf(assessSteps(id, contextOf(id, { data: {} })))).toEqual([]);
  }
});
