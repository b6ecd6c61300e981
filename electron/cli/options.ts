import { failure, success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { OptionSpecs } from './command.ts';

/** Understood by every command, before or after its words. */
export const globalOptions = {
  json: { type: 'boolean', description: 'cli.option.json' },
  ordered: { type: 'boolean', description: 'cli.option.ordered' },
  at: { type: 'string', placeholder: 'TIME', description: 'cli.option.at' },
  'data-dir': { type: 'string', placeholder: 'DIR', description: 'cli.option.data-dir' },
  help: { type: 'boolean', description: 'cli.option.help' },
  version: { type: 'boolean', description: 'cli.option.version' },
} as const satisfies OptionSpecs;

/** What can be wrong with a call; each has its sentence in `error.usage.message`. */
export type UsageProblem =
  | { readonly problem: 'noCommand' }
  | { readonly problem: 'unknownCommand'; readonly command: string; readonly hint: string }
  | { readonly problem: 'unknownOption'; readonly option: string; readonly hint: string }
  | { readonly problem: 'missingValue'; readonly option: string }
  | { readonly problem: 'unexpectedValue'; readonly option: string }
  | { readonly problem: 'repeated'; readonly option: string }
  | { readonly problem: 'missingOption'; readonly option: string }
  | { readonly problem: 'conflict'; readonly option: string; readonly other: string }
  | { readonly problem: 'missingArgument'; readonly argument: string }
  | { readonly problem: 'unexpectedArgument'; readonly argument: string }
  | { readonly problem: 'passwordTooLong'; readonly max: number }
  | { readonly problem: 'time'; readonly option: string; readonly value: string }
  | {
      readonly problem: 'number';
      readonly option: string;
      readonly value: string;
      readonly min: number;
      readonly max: number;
    }
  | {
      readonly problem: 'choice';
      readonly option: string;
      readonly value: string;
      readonly choices: string;
    };

export function usageError(problem: UsageProblem) {
  return failure('usage', { ...problem });
}

const rfc3339 =
  /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:)(\d{2})(\.\d{1,9})?(?:([Zz])|([+-])(\d{2}):(\d{2}))$/;

/** An RFC 3339 time; its offset is required, and a day or an hour that does not exist is refused. */
export function parseTime(option: string, value: string): Result<Date> {
  const match = rfc3339.exec(value);
  if (match !== null) {
    const [, day = '', hourMinute = '', second = '', fraction = '', zulu, sign, hours, minutes] =
      match;
    const local = new Date(`${day}T${hourMinute}${second}Z`);
    const exists =
      !Number.isNaN(local.getTime()) &&
      local.toISOString().startsWith(`${day}T${hourMinute}${second}`);
    const inDay = zulu !== undefined || (Number(hours) < 24 && Number(minutes) < 60);
    if (exists && inDay) {
      const offset = zulu === undefined ? (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
      const milliseconds = Math.trunc(Number(`0${fraction}`) * 1000);
      return success(new Date(local.getTime() + milliseconds + (sign === '-' ? offset : -offset)));
    }
  }
  return usageError({ problem: 'time', option, value });
}

/** A whole decimal number from `min` to `max`. */
export function parseWhole(
  option: string,
  value: string,
  min: number,
  max: number,
): Result<number> {
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= min && number <= max) return success(number);
  return usageError({ problem: 'number', option, value, min, max });
}

/** One of a few words. */
export function parseChoice<const Choice extends string>(
  option: string,
  value: string,
  choices: readonly Choice[],
): Result<Choice> {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return success(choice);
  return usageError({ problem: 'choice', option, value, choices: choices.join(', ') });
}
