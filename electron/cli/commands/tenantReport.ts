import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { diffResults } from '../../../shared/readiness/diff.ts';
import type { ReportInput } from '../../../shared/readiness/report/reportInput.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { renderReport, writtenFormats } from '../../service/reports/renderReport.ts';
import type { WrittenFormat } from '../../service/reports/renderReport.ts';
import { chosenSnapshot, fileOf, snapshotOptions } from '../chosenSnapshot.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { parseChoice, usageError } from '../options.ts';
import { readSnapshotFile } from '../readSnapshotFile.ts';
import { sameTenant } from '../sameTenant.ts';
import { judgeSnapshots } from '../storedWaivers.ts';
import { writeWhole } from '../writeWhole.ts';

const options = {
  format: {
    type: 'string',
    placeholder: 'FORMAT',
    description: 'readiness.report.option.format',
  },
  out: { type: 'string', placeholder: 'FILE', description: 'readiness.report.option.out' },
  ...snapshotOptions,
  baseline: {
    type: 'string',
    placeholder: 'FILE',
    description: 'readiness.report.option.baseline',
  },
  redact: { type: 'boolean', description: 'readiness.report.option.redact' },
} as const;

type ReportInvocation = Invocation<typeof options>;

function chosenFormat(format: string | null): Result<WrittenFormat> {
  if (format === null) return usageError({ problem: 'missingOption', option: '--format' });
  if (format === 'pdf') return failure('pdf-needs-window');
  return parseChoice('--format', format, writtenFormats);
}

/** What the report compares with; `null`: nothing. Errors: `tenant-mixed`, those of `readSnapshotFile`. */
async function baselineOf(
  file: string | null,
  now: Snapshot,
  { io }: ReportInvocation,
): Promise<Result<Snapshot | null>> {
  if (file === null) return success(null);
  const baseline = await readSnapshotFile(file, io);
  if (!baseline.ok) return baseline;
  const same = sameTenant(now, baseline.value, file);
  return same.ok ? baseline : same;
}

async function inputOf(invocation: ReportInvocation): Promise<Result<ReportInput>> {
  const { snapshot: file, baseline } = invocation.values;
  if (file === '-' && baseline === '-') {
    return usageError({ problem: 'conflict', option: '--baseline -', other: '--snapshot -' });
  }
  const chosen = await chosenSnapshot(invocation);
  if (!chosen.ok) return chosen;
  const { tenant, takenAt, sources } = chosen.value;
  const earlier = await baselineOf(baseline, chosen.value, invocation);
  if (!earlier.ok) return earlier;
  const { value: before } = earlier;
  // One date for both, so that only the tenant's changes show, not those of the calendar.
  const compared = before === null ? [chosen.value] : [chosen.value, before];
  const judged = judgeSnapshots(compared, invocation);
  if (!judged.ok) return judged;
  const [results = [], former = []] = judged.value;
  return success({
    run: null,
    tenant,
    takenAt,
    evaluatedAt: invocation.clock().toISOString(),
    results,
    sources,
    changes:
      before === null ? null : { since: before.takenAt, entries: diffResults(former, results) },
  });
}

export const command = defineCommand({
  usage: '--format FORMAT --out FILE [--snapshot FILE|latest] [options]',
  description: 'readiness.report.cli.description',
  options,
  examples: [
    'tenant report --format html --out contoso.html --demo',
    'tenant report --format xlsx --out contoso.xlsx --snapshot latest',
    'tenant report --format action-plan --out plan.csv --snapshot contoso.json',
    'tenant report --format md --out now.md --snapshot now.json --baseline then.json --redact',
  ],
  async run(invocation) {
    const { values, output, words, io } = invocation;
    const format = chosenFormat(values.format);
    if (!format.ok) return output.error(format.error);
    const { out, redact } = values;
    if (out === null) {
      return output.error(usageError({ problem: 'missingOption', option: '--out' }).error);
    }
    const stdout = out === '-';
    const other = output.json ? '--json' : format.value === 'xlsx' ? '--format xlsx' : null;
    if (stdout && other !== null) {
      return output.error(usageError({ problem: 'conflict', option: '--out -', other }).error);
    }
    const input = await inputOf(invocation);
    if (!input.ok) return output.error(input.error, fileOf(input.error));
    const { bytes } = await renderReport({ input: input.value, format: format.value, redact });
    if (stdout) {
      await io.stdout.write(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
      return 0;
    }
    const written = await writeWhole(out, [bytes]);
    if (!written.ok) return output.error(written.error, out);
    await output.message(words('tenant.cli.written', { name: out }));
    return 0;
  },
});
