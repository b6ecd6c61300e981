import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { diffResults } from '../../../shared/readiness/diff.ts';
import type { DiffEntry } from '../../../shared/readiness/diff.ts';
import { titleOfRule } from '../../../shared/readiness/describe.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { usageError } from '../options.ts';
import { fileOf, namedSnapshot } from '../chosenSnapshot.ts';
import { sameTenant } from '../sameTenant.ts';
import { judgeSnapshots } from '../storedWaivers.ts';
import type { Words } from '../words.ts';

function entryText({ rule, subject, change, from, to }: DiffEntry, words: Words): string {
  const status = (value: DiffEntry['from']) => words(`readiness.status.${value ?? 'absent'}`);
  const name = `${titleOfRule(rule, words)}${subject === null ? '' : `: ${subject}`}`;
  return `${words(`readiness.change.${change}`)}: ${name} (${status(from)} → ${status(to)})`;
}

/** Something that was not wrong before is now. Warnings never change an exit code. */
function isWorse({ from, to }: DiffEntry): boolean {
  return to === 'fail' && from !== 'fail';
}

async function readBoth(invocation: Invocation): Promise<Result<readonly [Snapshot, Snapshot]>> {
  const [first, second, surplus] = invocation.positionals;
  if (first === undefined) return usageError({ problem: 'missingArgument', argument: 'A' });
  if (second === undefined) return usageError({ problem: 'missingArgument', argument: 'B' });
  if (surplus !== undefined)
    return usageError({ problem: 'unexpectedArgument', argument: surplus });
  if (first === '-' && second === '-') {
    return usageError({ problem: 'unexpectedArgument', argument: '-' });
  }
  const earlier = await namedSnapshot(first, null, invocation);
  if (!earlier.ok) return earlier;
  const { id, name } = earlier.value.tenant;
  const later = await namedSnapshot(second, id ?? name, invocation);
  if (!later.ok) {
    return later.error.code === 'snapshot-missing'
      ? failure('snapshot-missing', { tenant: name })
      : later;
  }
  const same = sameTenant(earlier.value, later.value, second);
  return same.ok ? success([earlier.value, later.value]) : same;
}

export const command = defineCommand({
  usage: 'A B',
  description: 'readiness.diff.description',
  options: {},
  examples: [
    'tenant diff monday.json friday.json',
    'tenant diff baseline.json latest',
    'tenant diff baseline.json - --json < now.json',
  ],
  async run(invocation) {
    const { output, words } = invocation;
    const snapshots = await readBoth(invocation);
    if (!snapshots.ok) return output.error(snapshots.error, fileOf(snapshots.error));
    // One date for both, so that only the tenant's changes show, not those of the calendar.
    const judged = judgeSnapshots(snapshots.value, invocation);
    if (!judged.ok) return output.error(judged.error);
    const [from = [], to = []] = judged.value;
    const entries = diffResults(from, to);
    await output.print(
      entries.map((entry) => ({ schema: 'exo-companion/diff-entry@1', ...entry })),
      entries.length === 0
        ? words('readiness.diff.none')
        : entries.map((entry) => entryText(entry, words)).join('\n'),
    );
    return entries.some(isWorse) ? 1 : 0;
  },
});
