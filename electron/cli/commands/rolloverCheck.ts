import { success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { certificateFileBytesMax } from '../../../shared/limits.ts';
import { parseServerName } from '../../../shared/dane/serverName.ts';
import { rolloverExit } from '../../../shared/dane/rollover.ts';
import type { RolloverCheck } from '../../../shared/dane/rollover.ts';
import { readCertificateFile } from '../../service/certificates/readCertificateFile.ts';
import { chainOfFile } from '../../service/dane/rollover/chainOfFile.ts';
import { checkRollover } from '../../service/dane/rollover/checkRollover.ts';
import { fetchCurrentChain } from '../../service/dane/rollover/currentChain.ts';
import { parseName } from '../../service/dns/name.ts';
import { seenRecords } from '../seenRecords.ts';
import { defineCommand } from '../command.ts';
import type { Invocation } from '../command.ts';
import { daneOptions, openPorts } from '../daneOptions.ts';
import { parseWhole, usageError } from '../options.ts';
import { readFirstLine } from '../readFirstLine.ts';
import { readInputFile } from '../readInputFile.ts';
import type { Words } from '../words.ts';

const options = {
  host: { type: 'string', placeholder: 'H', description: 'dane.option.host' },
  port: { type: 'string', placeholder: 'N', description: 'dane.option.port' },
  'password-stdin': { type: 'boolean', description: 'dane.option.password-stdin' },
  ...daneOptions,
} as const;

type RolloverInvocation = Invocation<typeof options>;

function rolloverText(check: RolloverCheck, words: Words): string {
  const { verdict, reason, missing, obsolete, notBefore } = check;
  const list = (id: 'dane.rollover.missing' | 'dane.rollover.obsolete', lines: readonly string[]) =>
    lines.length === 0 ? [] : [`  ${words(id)}`, ...lines.map((line) => `    ${line}`)];
  return [
    `${check.host}: ${words(`dane.rollover.${verdict}`, { time: notBefore ?? '' })}`,
    `  ${words(`dane.rollover.reason.${reason}`)}`,
    ...list('dane.rollover.missing', missing),
    ...list('dane.rollover.obsolete', obsolete),
  ].join('\n');
}

async function readChain(
  name: string,
  { values, io }: RolloverInvocation,
): Promise<Result<readonly Uint8Array[]>> {
  const password = values['password-stdin'] ? await readFirstLine(io.stdin) : success(null);
  if (!password.ok) return password;
  const bytes = await readInputFile(name, certificateFileBytesMax, io);
  if (!bytes.ok) return bytes;
  const file = await readCertificateFile(bytes.value, name, password.value, {
    signal: io.signal,
    host: 'cli',
  });
  return file.ok ? success(chainOfFile(file.value)) : file;
}

async function check(name: string, invocation: RolloverInvocation): Promise<Result<RolloverCheck>> {
  const { values, clock, io, dataDirectory } = invocation;
  if (values.host === null) return usageError({ problem: 'missingOption', option: '--host' });
  const host = parseServerName(values.host);
  if (!host.ok) return host;
  const hostName = parseName(host.value);
  if (!hostName.ok) return hostName;
  const port = parseWhole('--port', values.port ?? '25', 1, 65_535);
  if (!port.ok) return port;
  const chain = await readChain(name, invocation);
  if (!chain.ok) return chain;
  const opened = await openPorts(values, clock);
  if (!opened.ok) return opened;
  const { ports, timeout, connectPort } = opened.value;
  try {
    return success(
      await checkRollover(
        {
          host: hostName.value,
          port: port.value,
          chain: chain.value,
          currentChain: fetchCurrentChain({
            probes: ports.probes,
            port: connectPort ?? port.value,
            isMail: port.value === 25,
            timeout,
            allowPrivate: values['allow-private'],
            signal: io.signal,
          }),
          // Behind another trust anchor lies another Internet.
          seen: values['trust-anchor'] === null ? seenRecords(dataDirectory, clock) : () => [],
          roots: port.value === 25 ? [] : ports.roots(),
          at: clock(),
        },
        ports.validator,
        io.signal,
      ),
    );
  } finally {
    opened.value.close();
  }
}

export const command = defineCommand({
  usage: 'FILE --host H [options]',
  description: 'dane.rollover.description',
  options,
  examples: ['rollover check next.pem --host mail.example.com'],
  async run(invocation) {
    const { positionals, values, output, words } = invocation;
    const [file, surplus] = positionals;
    if (file === undefined) {
      return output.error(usageError({ problem: 'missingArgument', argument: 'FILE' }).error);
    }
    if (surplus !== undefined) {
      return output.error(usageError({ problem: 'unexpectedArgument', argument: surplus }).error);
    }
    if (file === '-' && values['password-stdin']) {
      const conflict = { problem: 'conflict', option: '--password-stdin', other: '“-”' } as const;
      return output.error(usageError(conflict).error);
    }
    const result = await check(file, invocation);
    if (!result.ok) return output.error(result.error, file);
    await output.print([result.value], rolloverText(result.value, words));
    return rolloverExit[result.value.verdict];
  },
});
