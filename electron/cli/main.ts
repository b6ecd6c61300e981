import type { AppError } from '../../shared/errors.ts';
import type { Invocation } from './command.ts';
import { dataDirectory } from '../service/dataDirectory.ts';
import type { ExitCode } from './exitCode.ts';
import { commandHelp, programHelp } from './help.ts';
import type { Io } from './io.ts';
import { nearest } from './nearest.ts';
import { globalOptions, parseTime, usageError } from './options.ts';
import { createOutput } from './output.ts';
import type { Output } from './output.ts';
import { parseArguments } from './parseArguments.ts';
import { commands, findCommand } from './registry.ts';
import type { CommandEntry } from './registry.ts';
import { createWords } from '../service/words.ts';
import type { Words } from './words.ts';

interface Call {
  readonly io: Io;
  readonly words: Words;
  readonly output: Output;
}

/**
 * The command line without a process: arguments (without node and script) in, exit code out. What a
 * command throws is a bug: its stack goes to stderr, the code is 5.
 */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  const words = createWords();
  const optionsEnd = argv.indexOf('--');
  const json = (optionsEnd === -1 ? argv : argv.slice(0, optionsEnd)).includes('--json');
  const call: Call = { io, words, output: createOutput(io, words, json) };
  try {
    return await dispatch(argv, call);
  } catch (error) {
    await call.output.message(error instanceof Error ? String(error.stack) : String(error));
    return call.output.error({ code: 'internal', params: {} });
  }
}

async function dispatch(argv: readonly string[], call: Call): Promise<ExitCode> {
  const [leading, rest] = splitLeadingOptions(argv);
  const asked = rest[0] === 'help' ? [...rest.slice(1), '--help'] : rest;
  const entry = findCommand(asked);
  if (entry !== null) {
    return runCommand(entry, [...leading, ...asked.slice(entry.words.length)], call);
  }
  const given = asked.filter((argument) => !argument.startsWith('-'));
  const group = commands.some(({ words }) => words[0] === given[0]) ? (given[0] ?? null) : null;
  const parsed = parseArguments([...leading, ...asked], globalOptions);
  if (!parsed.ok && given.length === 0) return call.output.error(parsed.error);
  if (parsed.ok && parsed.value.values['version'] === true) return printVersion(call);
  if (parsed.ok && parsed.value.values['help'] === true && given.length < 2) {
    await call.io.stdout.write(`${programHelp(call.words, group)}\n`);
    return 0;
  }
  if (given.length === 0) return refuse(usageError({ problem: 'noCommand' }).error, null, call);
  return refuse(unknownCommand(given), group, call);
}

/** Options for everything may stand before the command's words. */
function splitLeadingOptions(argv: readonly string[]): [string[], string[]] {
  let index = 0;
  for (; index < argv.length; index++) {
    const argument = argv[index] ?? '';
    const name = argument.startsWith('--') ? argument.slice(2) : '';
    if (name === 'at' || name === 'data-dir') index++;
    else if (!argument.startsWith('-') || argument === '--' || argument === '-') break;
  }
  return [argv.slice(0, index), argv.slice(index)];
}

async function runCommand(
  entry: CommandEntry,
  args: readonly string[],
  call: Call,
): Promise<ExitCode> {
  const { io, words, output } = call;
  const { command } = await entry.load();
  const parsed = parseArguments(args, { ...globalOptions, ...command.options });
  if (!parsed.ok) {
    const code = await output.error(parsed.error);
    await output.message(
      words('cli.help.more', { command: `exo-companion ${entry.words.join(' ')} --help` }),
    );
    return code;
  }
  const values = parsed.value.values as Invocation['values'];
  if (values.help) {
    await io.stdout.write(`${commandHelp(words, entry, command)}\n`);
    return 0;
  }
  if (values.version) return printVersion(call);
  const at = values.at === null ? null : parseTime('--at', values.at);
  if (at !== null && !at.ok) return output.error(at.error);
  return command.run({
    positionals: parsed.value.positionals,
    values,
    io,
    words,
    output,
    clock: at === null ? io.clock : () => new Date(at.value),
    dataDirectory: dataDirectory(values['data-dir'], io.env, process.platform),
  });
}

async function printVersion({ io }: Call): Promise<ExitCode> {
  await io.stdout.write(`${io.version}\n`);
  return 0;
}

function unknownCommand(given: readonly string[]): AppError {
  const names = commands.map((entry) => entry.words.join(' '));
  const typed = given.slice(0, 2).join(' ');
  const hint = nearest(typed, names) ?? nearest(given[0] ?? '', names) ?? 'none';
  return usageError({ problem: 'unknownCommand', command: typed, hint }).error;
}

async function refuse(error: AppError, group: string | null, call: Call): Promise<ExitCode> {
  const code = await call.output.error(error);
  if (!call.output.json) await call.output.message(`\n${programHelp(call.words, group)}`);
  return code;
}
