import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { evaluateRules } from '../../../shared/readiness/evaluate.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { demoSnapshot } from '../demoSnapshot.ts';
import { worstExitCode } from '../exitCode.ts';
import type { ExitCode } from '../exitCode.ts';
import { freshness, parseAge } from '../maxAge.ts';
import { newestSnapshot } from '../newestSnapshot.ts';
import { usageError } from '../options.ts';
import { resultLine, resultsText } from '../readinessText.ts';
import { readSnapshotFile } from '../readSnapshotFile.ts';

const options = {
  snapshot: { type: 'string', placeholder: 'FILE', description: 'readiness.option.snapshot' },
  tenant: { type: 'string', placeholder: 'ID|NAME', description: 'readiness.option.tenant' },
  demo: { type: 'boolean', description: 'readiness.option.demo' },
  'max-age': { type: 'string', placeholder: 'AGE', description: 'readiness.option.max-age' },
} as const;

type ReadinessInvocation = Invocation<typeof options>;

async function chosenSnapshot(invocation: ReadinessInvocation): Promise<Result<Snapshot>> {
  const { positionals, values, io, clock, dataDirectory, words } = invocation;
  const [surplus] = positionals;
  if (surplus !== undefined) {
    return usageError({ problem: 'unexpectedArgument', argument: surplus });
  }
  const { snapshot, tenant } = values;
  if (values.demo) {
    const other = snapshot !== null ? '--snapshot' : tenant !== null ? '--tenant' : null;
    return other === null
      ? success(await demoSnapshot(invocation))
      : usageError({ problem: 'conflict', option: '--demo', other });
  }
  if (snapshot === null || snapshot === 'latest') {
    return newestSnapshot(dataDirectory, tenant, clock, words('readiness.any-tenant'));
  }
  if (tenant !== null) {
    return usageError({ problem: 'conflict', option: '--tenant', other: '--snapshot FILE' });
  }
  return readSnapshotFile(snapshot, io);
}

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
