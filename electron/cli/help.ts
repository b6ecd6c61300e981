import type { Command, OptionSpecs } from './command.ts';
import { globalOptions } from './options.ts';
import { commands } from './registry.ts';
import type { CommandEntry } from './registry.ts';
import type { Words } from './words.ts';

const program = 'exo-companion';

/** The list of commands; with `group` (`tlsa`), those that begin with this word. */
export function programHelp(words: Words, group: string | null): string {
  const listed = commands.filter((entry) => group === null || entry.words[0] === group);
  return [
    words('cli.help.usage', { usage: `${program} ${group ?? '<command>'} …` }),
    '',
    ...(group === null ? [words('cli.help.program'), ''] : []),
    words('cli.help.commands'),
    ...columns(listed.map((entry) => [entry.words.join(' '), words(entry.summary)])),
    '',
    words('cli.help.global'),
    ...columns(optionRows(globalOptions, words)),
    '',
    words('cli.help.more', { command: `${program} <command> --help` }),
  ].join('\n');
}

export function commandHelp(words: Words, entry: CommandEntry, command: Command): string {
  return [
    words('cli.help.usage', { usage: `${program} ${entry.words.join(' ')} ${command.usage}` }),
    '',
    ...wrap(words(command.description), 0),
    '',
    words('cli.help.options'),
    ...columns(optionRows(command.options, words)),
    '',
    words('cli.help.global'),
    ...columns(optionRows(globalOptions, words)),
    ...(command.examples.length === 0 ? [] : ['', words('cli.help.examples')]),
    ...command.examples.map((example) => `  ${program} ${example}`),
    '',
    ...wrap(words('cli.help.exit'), 0),
  ].join('\n');
}

function optionRows(specs: OptionSpecs, words: Words): [string, string][] {
  return Object.entries(specs).map(([name, { placeholder, description }]) => [
    placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`,
    words(description),
  ]);
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.min(30, Math.max(...rows.map(([left]) => left.length)) + 2);
  return rows.flatMap(([left, right]) => {
    const [first = '', ...rest] = wrap(right, width + 2);
    const head = `  ${left.padEnd(width)}`;
    if (left.length >= width) return [`  ${left}`, first, ...rest];
    return [head + first.trimStart(), ...rest];
  });
}

/** Lines of at most 98 columns, indented; nothing is broken inside a word. */
export function wrap(text: string, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && indent + line.length + 1 + word.length > 98) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => ' '.repeat(indent) + each);
}
