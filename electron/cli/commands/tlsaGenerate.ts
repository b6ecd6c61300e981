import { certificateFileBytesMax } from '../../../shared/limits.ts';
import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { formatRecords } from '../../../shared/tlsa/formats/formatRecords.ts';
import { recordsOf, recordsOfChoice } from '../../../shared/tlsa/recordsOf.ts';
import type { RecordOfCertificate } from '../../../shared/tlsa/recordsOf.ts';
import { readCertificateFile } from '../../service/certificates/readCertificateFile.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import type { ExitCode } from '../exitCode.ts';
import { runItems } from '../items.ts';
import type { ItemOutcome } from '../items.ts';
import { usageError } from '../options.ts';
import { readFirstLine } from '../readFirstLine.ts';
import { readInputFile } from '../readInputFile.ts';
import { planOf } from '../tlsaGeneration/plan.ts';
import { generateOptions } from '../tlsaGeneration/options.ts';
import type { Plan } from '../tlsaGeneration/plan.ts';
import { recordLines, recordsText } from '../tlsaGeneration/present.ts';

/** Files that are read and hashed at the same time. */
const concurrency = 4;

export const command = defineCommand({
  usage: 'FILE… --host H [options]',
  description: 'cli.tlsa-generate.description',
  options: generateOptions,
  examples: [
    'tlsa generate mail.cer --host mail.example.com',
    'tlsa generate mail.pfx --host mail.example.com --password-stdin --format windows',
    'tlsa generate *.pem --host mail.example.com --json',
  ],
  async run(invocation) {
    const { positionals, values, io, output } = invocation;
    const misuse = misuseOf(positionals, values['password-stdin']);
    if (misuse !== null) return output.error(misuse.error);
    const plan = planOf(values);
    if (!plan.ok) return output.error(plan.error);
    const password = values['password-stdin'] ? await readFirstLine(io.stdin) : success(null);
    if (!password.ok) return output.error(password.error);
    return generate(invocation, plan.value, password.value);
  },
});

function misuseOf(files: readonly string[], passwordOnStdin: boolean) {
  const fromStdin = files.filter((file) => file === '-').length;
  if (files.length === 0) return usageError({ problem: 'missingArgument', argument: 'FILE' });
  if (fromStdin > 1) return usageError({ problem: 'unexpectedArgument', argument: '-' });
  if (fromStdin === 1 && passwordOnStdin) {
    return usageError({ problem: 'conflict', option: '--password-stdin', other: '“-”' });
  }
  return null;
}

async function generate(
  invocation: Invocation,
  plan: Plan,
  password: string | null,
): Promise<ExitCode> {
  const { positionals, output, words } = invocation;
  // One JSON document can't be printed file by file.
  const isDocument = plan.format === 'cloudflare' || plan.format === 'route53';
  const gathered = new Map<number, readonly RecordOfCertificate[]>();
  const exit = await runItems(invocation, {
    items: positionals.entries(),
    concurrency,
    name: ([, file]) => file,
    work: async ([index, file], signal) => {
      const records = await recordsOfFile(invocation, plan, password, file, signal);
      if (!records.ok) return records;
      gathered.set(index, isDocument ? records.value : []);
      return success(outcome(invocation, plan, file, records.value));
    },
  });
  if (output.json || plan.format === null) return exit;
  const inOrder = [...gathered].sort(([a], [b]) => a - b).flatMap(([, records]) => records);
  if (isDocument && inOrder.length > 0) await output.print([], formatted(plan, inOrder));
  if (plan.zoneIsGuess && gathered.size > 0) {
    await output.message(words('cli.tlsa.zone-guess', { zone: plan.zone.unicode }));
  }
  return exit;
}

async function recordsOfFile(
  { io }: Invocation,
  plan: Plan,
  password: string | null,
  name: string,
  signal: AbortSignal,
): Promise<Result<readonly RecordOfCertificate[]>> {
  const bytes = await readInputFile(name, certificateFileBytesMax, io);
  if (!bytes.ok) return bytes;
  const file = await readCertificateFile(bytes.value, name, password, { signal, host: 'cli' });
  if (!file.ok) return file;
  return plan.all ? success(recordsOf(file.value)) : recordsOfChoice(file.value, plan.choice);
}

function outcome(
  invocation: Invocation,
  plan: Plan,
  source: string,
  records: readonly RecordOfCertificate[],
): ItemOutcome {
  const at = invocation.clock();
  if (invocation.output.json) {
    return { lines: recordLines(plan, source, records, at), text: '', exit: 0 };
  }
  if (plan.format === null) {
    return { lines: [], text: recordsText(invocation.words, plan, source, records, at), exit: 0 };
  }
  const isDocument = plan.format === 'cloudflare' || plan.format === 'route53';
  return { lines: [], text: isDocument ? '' : formatted(plan, records), exit: 0 };
}

function formatted(plan: Plan, records: readonly RecordOfCertificate[]): string {
  const { owner, ttl, zone, format } = plan;
  const publishable = records.map(({ record }) => ({ owner, ttl, record }));
  return formatRecords(format ?? 'zone', publishable, { zone, resourceGroup: null });
}
