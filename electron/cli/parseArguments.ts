import { parseArgs } from 'node:util';
import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { OptionSpecs } from './command.ts';
import { nearest } from './nearest.ts';
import { usageError } from './options.ts';

export interface ParsedArguments {
  readonly positionals: readonly string[];
  /** A value for every option of the specs: absent ones are `false`, `null` or `[]`. */
  readonly values: Readonly<Record<string, boolean | string | null | readonly string[]>>;
}

/**
 * GNU conventions: `--name value`, `--name=value`, `-h` for help, `--` ends the options. An option
 * nobody knows, a value too few or too many, and a repeated option that takes one value are errors.
 */
export function parseArguments(
  args: readonly string[],
  specs: OptionSpecs,
): Result<ParsedArguments> {
  const options: Record<string, { type: 'boolean' | 'string'; short?: string }> = {};
  for (const [name, { type }] of Object.entries(specs)) options[name] = { type };
  options['help'] = { type: 'boolean', short: 'h' };
  const { tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const positionals: string[] = [];
  const values = new Map<string, boolean | string | null | string[]>();
  for (const [name, { type, multiple }] of Object.entries(specs)) {
    values.set(name, type === 'boolean' ? false : multiple ? [] : null);
  }
  const given = new Set<string>();
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName: option, value, inlineValue } = token;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined) {
      return usageError({ problem: 'unknownOption', option, hint: hintFor(name, specs) });
    }
    if (spec.type === 'boolean') {
      if (value !== undefined) return usageError({ problem: 'unexpectedValue', option });
      values.set(name, true);
      continue;
    }
    // "--host --json" has forgotten the host; "--from -" means stdin.
    if (value === undefined || (!inlineValue && value.length > 1 && value.startsWith('-'))) {
      return usageError({ problem: 'missingValue', option });
    }
    const list = values.get(name);
    if (Array.isArray(list)) list.push(value);
    else if (given.has(name)) return usageError({ problem: 'repeated', option });
    else values.set(name, value);
    given.add(name);
  }
  return success({ positionals, values: Object.fromEntries(values) });
}

function hintFor(name: string, specs: OptionSpecs): string {
  const near = nearest(name, Object.keys(specs));
  return near === null ? 'none' : `--${near}`;
}
