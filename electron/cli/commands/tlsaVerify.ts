import { z } from 'zod';
import { defaultDigestOrder, tlsaServices } from '../../../shared/dane/verification.ts';
import type { DigestOrder } from '../../../shared/dane/verification.ts';
import { parseServerName } from '../../../shared/dane/serverName.ts';
import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { parseTlsaRecord } from '../../../shared/tlsa/parseRecord.ts';
import { chainOfPem } from '../../service/dane/match/chainOfPem.ts';
import { systemRoots } from '../../service/dane/match/systemRoots.ts';
import { verifyTlsa } from '../../service/dane/match/verifyTlsa.ts';
import type { TlsaVerification, VerifyInput } from '../../service/dane/match/verifyTlsa.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import type { ExitCode } from '../exitCode.ts';
import { inputLines } from '../inputLines.ts';
import type { InputLine } from '../inputLines.ts';
import { runItems } from '../items.ts';
import type { ItemOutcome } from '../items.ts';
import { parseChoice, parseTime, usageError } from '../options.ts';
import { createOutput } from '../output.ts';
import { readTextFile } from '../readTextFile.ts';
import type { Words } from '../words.ts';

const digestOrders: Readonly<Record<'512,256' | '256,512', DigestOrder>> = {
  '512,256': defaultDigestOrder,
  '256,512': [1, 2],
};

const options = {
  chain: { type: 'string', placeholder: 'PEM', description: 'dane.option.chain' },
  tlsa: {
    type: 'string',
    placeholder: '"U S M HEX"',
    multiple: true,
    description: 'dane.option.tlsa',
  },
  name: { type: 'string', placeholder: 'BASE', multiple: true, description: 'dane.option.name' },
  service: { type: 'string', placeholder: 'smtp|tls', description: 'dane.option.verify-service' },
  'ca-file': { type: 'string', placeholder: 'PEM', description: 'dane.option.ca-file' },
  digests: {
    type: 'string',
    placeholder: '512,256|256,512',
    description: 'dane.option.digests',
  },
  jsonl: { type: 'boolean', description: 'dane.option.jsonl' },
} as const;

type TlsaInvocation = Invocation<typeof options>;

/** One case, as a line of stdin or as options give it. */
const caseSchema = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  chain: z.string(),
  tlsa: z.array(z.string()),
  names: z.array(z.string()).min(1),
  service: z.enum(tlsaServices).nullish(),
  ca: z.string().nullish(),
  at: z.string().nullish(),
  digests: z.enum(['512,256', '256,512']).nullish(),
});

type Case = z.infer<typeof caseSchema>;

function all<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const values: T[] = [];
  for (const result of results) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return success(values);
}

function verifyInput(given: Case, clock: () => Date): Result<VerifyInput> {
  const chain = chainOfPem(given.chain, 'chain');
  if (!chain.ok) return chain;
  const parsed = all(given.tlsa.map(parseTlsaRecord));
  if (!parsed.ok) return parsed;
  const names = all(given.names.map(parseServerName));
  if (!names.ok) return names;
  const roots = given.ca == null ? success(systemRoots()) : chainOfPem(given.ca, 'ca');
  if (!roots.ok) return roots;
  const at = given.at == null ? success(clock()) : parseTime('at', given.at);
  if (!at.ok) return at;
  return success({
    records: parsed.value.map(({ record }) => record),
    chain: chain.value,
    names: names.value,
    service: given.service ?? 'smtp',
    roots: roots.value,
    at: at.value,
    digests: digestOrders[given.digests ?? '512,256'],
  });
}

function verificationText(id: string | null, result: TlsaVerification, words: Words): string {
  const head = `${id === null ? '' : `${id}: `}${words(`dane.verification.${result.verdict}`)}`;
  const lines = [head, `  ${words(`dane.reason.${result.reason}`)}`];
  if (result.matched !== null) {
    const { record, depth } = result.matched;
    const text = `${record.usage} ${record.selector} ${record.matchingType} ${record.data.slice(0, 64)}`;
    lines.push(`  ${words('dane.verification.record', { record: text, depth })}`);
  }
  return [...lines, ...result.notes.map((note) => `  ${words(`dane.note.${note}`)}`)].join('\n');
}

function verifyCase(given: Case, invocation: TlsaInvocation): Result<ItemOutcome> {
  const input = verifyInput(given, invocation.clock);
  if (!input.ok) return input;
  const result = verifyTlsa(input.value);
  if (result.incomplete === 'runtime-cannot-test') return failure('signature-not-checkable');
  const id = given.id == null ? null : String(given.id);
  const { verdict, matched, reason } = result;
  return success({
    lines: [
      {
        schema: 'exo-companion/tlsa-verification@1',
        id: given.id ?? null,
        verdict,
        matched,
        reason,
      },
    ],
    text: verificationText(id, result, invocation.words),
    exit: verdict === 'pass' ? 0 : 1,
  });
}

function parseLine({ number, text }: InputLine): Result<Case> {
  const malformed = (problem: string) => failure('vector-malformed', { line: number, problem });
  if (text === null) return malformed('too long');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed('not JSON');
  }
  const parsed = caseSchema.safeParse(value);
  if (parsed.success) return success(parsed.data);
  const issue = parsed.error.issues[0];
  return malformed(`${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

async function verifyLines(invocation: TlsaInvocation): Promise<ExitCode> {
  const { io, words } = invocation;
  const parsed = new WeakMap<InputLine, Result<Case>>();
  const parse = (line: InputLine) => {
    const known = parsed.get(line) ?? parseLine(line);
    parsed.set(line, known);
    return known;
  };
  const idOf = (line: InputLine) => {
    const result = parse(line);
    return result.ok && result.value.id != null ? String(result.value.id) : null;
  };
  return runItems(
    // Cases in, answers out, both as JSON Lines: whoever writes the one reads the other.
    { io, output: createOutput(io, words, true), values: { ordered: true } },
    {
      items: inputLines(io.stdin),
      concurrency: 1,
      name: (line) => idOf(line) ?? `line ${line.number}`,
      id: idOf,
      work: async (line) => {
        const result = parse(line);
        return result.ok ? verifyCase(result.value, invocation) : result;
      },
    },
  );
}

async function caseOfOptions({ values }: TlsaInvocation): Promise<Result<Case>> {
  if (values.chain === null) return usageError({ problem: 'missingOption', option: '--chain' });
  if (values.name.length === 0) return usageError({ problem: 'missingOption', option: '--name' });
  const service = parseChoice('--service', values.service ?? 'smtp', tlsaServices);
  if (!service.ok) return service;
  const digests = parseChoice('--digests', values.digests ?? '512,256', ['512,256', '256,512']);
  if (!digests.ok) return digests;
  const chain = await readTextFile(values.chain);
  if (!chain.ok) return chain;
  const ca = values['ca-file'] === null ? success(null) : await readTextFile(values['ca-file']);
  if (!ca.ok) return ca;
  return success({
    chain: chain.value,
    tlsa: [...values.tlsa],
    names: [...values.name],
    service: service.value,
    ca: ca.value,
    digests: digests.value,
  });
}

export const command = defineCommand({
  usage: '--chain PEM --tlsa "U S M HEX" … --name BASE … [options]',
  description: 'dane.verify.description',
  options,
  examples: [
    'tlsa verify --chain chain.pem --tlsa "3 1 1 e3b0…" --name mail.example.com',
    'tlsa verify --jsonl < cases.jsonl',
  ],
  async run(invocation) {
    const { values, output, positionals } = invocation;
    const [surplus] = positionals;
    if (surplus !== undefined) {
      return output.error(usageError({ problem: 'unexpectedArgument', argument: surplus }).error);
    }
    if (values.jsonl) return verifyLines(invocation);
    const given = await caseOfOptions(invocation);
    const outcome = given.ok ? verifyCase(given.value, invocation) : given;
    if (!outcome.ok) return output.error(outcome.error, values.chain);
    await output.print(outcome.value.lines, outcome.value.text);
    return outcome.value.exit;
  },
});
