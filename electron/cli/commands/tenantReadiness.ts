import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import type { RuleResult } from '../../../shared/readiness/rule.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { renderReport } from '../../service/reports/renderReport.ts';
import { chosenSnapshot, fileOf, snapshotOptions } from '../chosenSnapshot.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { worstExitCode } from '../exitCode.ts';
import type { ExitCode } from '../exitCode.ts';
import { freshness, oldestReading, parseAge } from '../maxAge.ts';
import { usageError } from '../options.ts';
import { resultLine, resultsText } from '../readinessText.ts';
import { judgeSnapshots } from '../storedWaivers.ts';
import { writeWhole } from '../writeWhole.ts';

const options = {
  ...snapshotOptions,
  'max-age': { type: 'string', placeholder: 'AGE', description: 'readiness.option.max-age' },
  junit: { type: 'string', placeholder: 'FILE', description: 'readiness.option.junit' },
} as const;

type ReadinessInvocation = Invocation<typeof options>;

/** 3 when the snapshot is older than was asked for, told on stderr. */
async function ageExit(
  snapshot: Snapshot,
  age: number | null,
  { values, clock, output, words }: ReadinessInvocation,
): Promise<ExitCode> {
  const { tenant } = snapshot;
  const takenAt = oldestReading(snapshot);
  const found = age === null ? 'fresh' : freshness(takenAt, clock(), age);
  if (found === 'fresh') return 0;
  const params = { tenant: tenant.name, takenAt, age: values['max-age'] ?? '' };
  await output.message(words(`readiness.${found}`, params));
  return 3;
}

/** For build servers, beside what is printed. Errors: `file-unwritable`. */
async function writeJunit(
  name: string,
  { tenant, takenAt, sources }: Snapshot,
  results: readonly RuleResult[],
  { clock, io }: ReadinessInvocation,
): Promise<Result<null>> {
  const evaluatedAt = clock().toISOString();
  const input = { run: null, tenant, takenAt, evaluatedAt, results, sources, changes: null };
  const { bytes } = await renderReport({ input, format: 'junit', redact: false });
  if (name !== '-') return await writeWhole(name, [bytes]);
  await io.stdout.write(new TextDecoder().decode(bytes));
  return success(null);
}

export const command = defineCommand({
  usage: '[--snapshot FILE|latest|--demo] [options]',
  description: 'readiness.cli.description',
  options,
  examples: [
    'tenant readiness --demo',
    'tenant readiness --snapshot contoso.json',
    'tenant readiness --snapshot latest --max-age 7d --json',
    'tenant readiness --snapshot latest --junit readiness.xml',
  ],
  async run(invocation) {
    const { values, output, words } = invocation;
    const { junit } = values;
    const maxAge = values['max-age'];
    const age = maxAge === null ? success(null) : parseAge('--max-age', maxAge);
    if (!age.ok) return output.error(age.error);
    if (junit === '-' && output.json) {
      const conflict = usageError({ problem: 'conflict', option: '--junit -', other: '--json' });
      return output.error(conflict.error);
    }
    const snapshot = await chosenSnapshot(invocation);
    if (!snapshot.ok) return output.error(snapshot.error, fileOf(snapshot.error));
    const judged = judgeSnapshots([snapshot.value], invocation);
    if (!judged.ok) return output.error(judged.error);
    const [results = []] = judged.value;
    if (junit !== null) {
      const written = await writeJunit(junit, snapshot.value, results, invocation);
      if (!written.ok) return output.error(written.error, junit);
    }
    if (junit !== '-') {
      await output.print(
        results.map((result) => resultLine(result, words)),
        resultsText(results, words),
      );
    }
    const statuses = new Set(results.map(({ status }) => status));
    return worstExitCode([
      await ageExit(snapshot.value, age.value, invocation),
      statuses.has('error') ? 5 : 0,
      statuses.has('fail') ? 1 : 0,
    ]);
  },
});
