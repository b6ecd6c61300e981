import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluateRule } from '../../../shared/readiness/evaluate.ts';
import { rules } from '../../../shared/readiness/rules.ts';
import type { Rule, RuleResult } from '../../../shared/readiness/rule.ts';
import { readSnapshot } from '../../../shared/tenant/readSnapshot.ts';
import { snapshotSchema } from '../../../shared/tenant/snapshot.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import { snapshotOf } from '../../support/snapshotOf.ts';
import { cases } from './cases.ts';

type Path = readonly (string | number)[];

/** Properties whose emptiness says something of itself: another setting counts, there is no date, nobody is left out. */
const meaningful = new Set([
  'organizationConfig.defaultAuthenticationPolicy',
  'users.authenticationPolicy',
  'casMailboxes.smtpClientAuthenticationDisabled',
  'messageCenter.actionRequiredByDateTime',
  // An empty one is in no column of the report that a rule could miss.
  'smtpAuthClients.protocol',
  // Exchange names no host of a domain whose DNSSEC it does not run; the DNS alone decides then.
  'dnssecStatus.expectedMx',
]);

/** What another word there says truly: a service that is not of mail. */
const decides = new Set(['messageCenter.services']);

/** Every place in a value that could be empty. */
function placesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return value === null ? [] : [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function changedAt(snapshot: Snapshot, path: Path, value: unknown): Snapshot {
  const copy = structuredClone(snapshot);
  let at = copy.data as unknown as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) at = at[key] as typeof at;
  at[path.at(-1)!] = value;
  return copy;
}

const isGood = ({ status }: RuleResult) => status === 'pass';
const passes = (results: readonly RuleResult[]) =>
  results.filter(isGood).map(({ subject }) => subject ?? '');

const all = rules.flatMap((rule) =>
  (cases[rule.id] ?? []).map((one) => ({
    rule,
    snapshot: snapshotOf(one.data, one.entries),
    at: new Date(one.at ?? '2026-11-23T12:00:00Z'),
  })),
);

test('emptying any value of any case makes nothing good that was not', () => {
  let tried = 0;
  for (const { rule, snapshot, at } of all) {
    const before = passes(evaluateRule(rule, snapshot, at));
    for (const path of placesOf(snapshot.data)) {
      const name = path.filter((key) => typeof key === 'string').join('.');
      const changed = changedAt(snapshot, path, null);
      if (meaningful.has(name) || !snapshotSchema.safeParse(changed).success) continue;
      tried += 1;
      const after = passes(evaluateRule(rule, changed, at));
      expect(
        after.filter((subject) => !before.includes(subject)),
        `${rule.id} without ${name}`,
      ).toEqual([]);
    }
  }
  expect(tried).toBeGreaterThan(500);
});

/** What a rule has as evidence beside may be lost: then it says what the rest says. */
function isNeeded({ needs }: Rule, [source = '']: Path): boolean {
  return Object.keys(needs).length === 0 || source in needs;
}

/** Words of our own, of which the snapshot's schema has a list: nothing else can stand there. */
const garbage = 'Ünheard-of; \u202e“$(x)”';

test('no word that nobody knows makes anything good that was not', () => {
  let tried = 0;
  const worse = new Set<string>();
  for (const { rule, snapshot, at } of all) {
    const before = passes(evaluateRule(rule, snapshot, at));
    for (const path of placesOf(snapshot.data)) {
      const name = path.filter((key) => typeof key === 'string').join('.');
      const changed = changedAt(snapshot, path, garbage);
      if (!isNeeded(rule, path) || decides.has(name) || !snapshotSchema.safeParse(changed).success)
        continue;
      tried += 1;
      // A name that changes takes its subject along.
      const after = passes(evaluateRule(rule, changed, at)).length;
      if (after > before.length) worse.add(`${rule.id}: ${name}`);
    }
  }
  expect([...worse]).toEqual([]);
  expect(tried).toBeGreaterThan(500);
});

test('what a file lacks, or has with a value of another kind, makes nothing good that was not', () => {
  let tried = 0;
  for (const { rule, snapshot, at } of all) {
    const before = passes(evaluateRule(rule, snapshot, at));
    for (const path of placesOf(snapshot.data)) {
      const name = path.filter((key) => typeof key === 'string').join('.');
      if (!isNeeded(rule, path) || meaningful.has(name)) continue;
      for (const value of [undefined, { value: [] }]) {
        const read = readSnapshot(changedAt(snapshot, path, value), 'a.json');
        if (!read.ok) continue;
        tried += 1;
        const after = passes(evaluateRule(rule, read.value, at));
        expect(
          after.filter((subject) => !before.includes(subject)),
          `${rule.id}: ${name}`,
        ).toEqual([]);
      }
    }
  }
  expect(tried).toBeGreaterThan(1000);
});

test('losing any number of sources makes nothing good that was not', () => {
  const index = fc.nat(all.length - 1);
  const states = fc.constantFrom('failed' as const, 'not-asked' as const);
  fc.assert(
    fc.property(index, fc.array(fc.nat(100)), states, fc.boolean(), (nth, lost, state, keeps) => {
      const { rule, snapshot, at } = all[nth]!;
      const ids = Object.keys(snapshot.data) as SourceId[];
      const gone = new Set(lost.map((one) => ids[one % ids.length]));
      const changed = {
        ...snapshot,
        sources: snapshot.sources.map((entry) =>
          gone.has(entry.id) ? { ...entry, state } : entry,
        ),
        data: keeps
          ? snapshot.data
          : Object.fromEntries(ids.map((id) => [id, gone.has(id) ? null : snapshot.data[id]])),
      } as Snapshot;
      const before = passes(evaluateRule(rule, snapshot, at));
      const results = evaluateRule(rule, changed, at);
      const needed = Object.keys(rule.needs).some((id) => gone.has(id as SourceId));
      if (needed) expect(results.map(({ status }) => status)).toEqual(['not-assessed']);
      // Evidence of use that is lost may turn a warning into the pass that the settings alone give.
      else if (rule.optional.every((id) => !gone.has(id))) {
        expect(passes(results)).toEqual(before);
      }
    }),
    { numRuns: 2000 },
  );
});
