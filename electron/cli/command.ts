import type { WordId } from '../../shared/words/en.ts';
import type { ExitCode } from './exitCode.ts';
import type { Io } from './io.ts';
import type { globalOptions } from './options.ts';
import type { Output } from './output.ts';
import type { Words } from './words.ts';

/**
 * How a command is added:
 * 1. `electron/cli/commands/<name>.ts` exports `command = defineCommand({ usage, description,
 *    options, run })`. Only this file is loaded when the command is called.
 * 2. One line in `registry.ts`: its words, a summary, and `() => import('./commands/<name>.ts')`.
 * 3. Its sentences in `shared/words/en/<subject>.ts`; options of several commands (resolver options,
 *    say) are one exported `OptionSpecs` object, spread into `options`.
 *
 * `run` gets parsed options (`invocation.values['smtp-port']`) and returns the exit code:
 * - For a list of items (files, names, domains) it returns `runItems(...)` of `items.ts`, which
 *   bounds concurrency, prints each item when it is done (or in order), turns failures into error@1
 *   and adds up the exit code.
 * - For one answer: `await output.print(line, text)` and an exit code.
 * - For an option that can't be used: `return output.error(error)`.
 * stdout is written through `invocation.output` alone; progress goes to `output.message` (stderr).
 */
export interface Command<Specs extends OptionSpecs = OptionSpecs> {
  /** What stands after the command's words in its help: `FILE… --host H [options]`. */
  readonly usage: string;
  readonly description: WordId;
  readonly options: Specs;
  readonly examples: readonly string[];
  run(invocation: Invocation<Specs>): Promise<ExitCode>;
}

export function defineCommand<const Specs extends OptionSpecs>(command: Command<Specs>): Command {
  return command;
}

export interface OptionSpec {
  readonly type: 'boolean' | 'string';
  /** What stands for the value in help: `TIME`. Strings only. */
  readonly placeholder?: string;
  /** May be given several times; its value is a list. Strings only. */
  readonly multiple?: true;
  readonly description: WordId;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** Absent: `false`, `null` or `[]`. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends { readonly type: 'boolean' }
    ? boolean
    : Specs[Name] extends { readonly multiple: true }
      ? readonly string[]
      : string | null;
};

export interface Invocation<Specs extends OptionSpecs = OptionSpecs> {
  /** What is neither option nor value, in order; a lone `-` is one. */
  readonly positionals: readonly string[];
  readonly values: OptionValues<Specs & typeof globalOptions>;
  readonly io: Io;
  readonly output: Output;
  readonly words: Words;
  /** The time of `--at`, standing still, or the real clock. */
  readonly clock: () => Date;
  /** `--data-dir`, `EXO_COMPANION_HOME` or the system's place for it. Not created here. */
  readonly dataDirectory: string;
}
