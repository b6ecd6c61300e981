import { success } from '../../../shared/errors.ts';
import { evaluateRules } from '../../../shared/readiness/evaluate.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { chosenSnapshot, snapshotOptions } from '../chosenSnapshot.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { worstExitCode } from '../exitCode.ts';
import type { ExitCode } from '../exitCode.ts';
import { freshness, parseAge } from '../maxAge.ts';
import { resultLine, resultsText } from '../readinessText.ts';

const options = {
  ...snapshotOptions,
  'max-age': { type: 'string', placeholder: 'AGE', description: 'readiness.option.max-age' },
} as const;

type ReadinessInvocation = Invocation<typeof options>;

/** 3 when the snapshot is older than was asked for, told on stderr. */
async function ageExit(
  { takenAt, tenant }: Snapshot,
  age: number | null,
  { values, clock, output, words }: ReadinessInvocation,
): Promise<ExitCode> {
  const found = age === null ? 'fresh' : freshness(takenAt, clock(), age);
  if (found === 'fresh') return 0;
  const params = { tenant: tenant.name, takenAt, age: values['max-age'] ?? '' };
  await output.message(words(`readiness.${found}`, params));
  return 3;
}

export const command = defineCommand({
  usage: '[--snapshot FILE|latest|--demo] [options]',
  description: 'readiness.cli.description',
  options,
  examples: [
    'tenant readiness --demo',
    'tenant readiness --snapshot contoso.json',
    'tenant readiness --snapshot latest --max-age 7d --json',
  ],
  async run(invocation) {
    const { values, output, words, clock } = invocation;
    const maxAge = values['max-age'];
    const age = maxAge === null ? success(null) : parseAge('--max-age', maxAge);
    if (!age.ok) return output.error(age.error);
    const snapshot = await chosenSnapshot(invocation);
    if (!snapshot.ok) return output.error(snapshot.error, values.snapshot);
    const results = evaluateRules(snapshot.value, clock());
    await output.print(
      results.map((result) => resultLine(result, words)),
      resultsText(results, words),
    );
    const statuses = new Set(results.map(({ status }) => status));
    return worstExitCode([
      await ageExit(snapshot.value, age.value, invocation),
      statuses.has('error') ? 5 : 0,
      statuses.has('fail') ? 1 : 0,
    ]);
  },
});
