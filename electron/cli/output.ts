import type { AppError } from '../../shared/errors.ts';
import { exitCodeOf } from './exitCode.ts';
import type { ExitCode } from './exitCode.ts';
import type { Io } from './io.ts';
import { errorSentences } from './words.ts';
import type { Words } from './words.ts';

/** One object of stdout under `--json`. */
export type JsonLine = Readonly<Record<string, unknown>> & {
  readonly schema: `exo-companion/${string}@${number}`;
};

/** The two faces of a command: JSON Lines for programs, text for people. */
export interface Output {
  readonly json: boolean;
  /** Under `--json` the lines, else the text with a line feed at its end. */
  print(lines: readonly JsonLine[], text: string): Promise<void>;
  /** A message or progress for people: stderr, whatever the mode. */
  message(text: string): Promise<void>;
  /**
   * An item that can't be processed, or (item `null`) a call that can't: error@1 on stdout, or a
   * sentence on stderr. Returns the exit code that it stands for.
   */
  error(error: AppError, item?: string | null, id?: string | null): Promise<ExitCode>;
}

export function createOutput(io: Io, words: Words, json: boolean): Output {
  const output: Output = {
    json,
    async print(lines, text) {
      if (json) await io.stdout.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      else if (text !== '') await io.stdout.write(lineOf(text));
    },
    message: (text) => io.stderr.write(lineOf(text)),
    async error(error, item = null, id = null) {
      const { message, action } = errorSentences(words, error);
      if (json) {
        const schema = 'exo-companion/error@1';
        await output.print([{ schema, item, id, code: error.code, message, action }], '');
      } else {
        await output.message(`${titleOf(item)}: ${message}\n  ${action}`);
      }
      return exitCodeOf(error);
    },
  };
  return output;
}

/** What an error is about, on one line. */
function titleOf(item: string | null): string {
  const line = (item ?? 'exo-companion').replaceAll(/\s+/gu, ' ');
  return line.length > 120 ? `${line.slice(0, 119)}…` : line;
}

function lineOf(text: string): string {
  return printable(text.endsWith('\n') ? text : `${text}\n`);
}

/** Names from certificates and the DNS must not steer a terminal. Line feeds are kept. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}');
}
