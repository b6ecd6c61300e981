import { asciiName } from '../../../shared/dns/asciiName.ts';
import { failure, success } from '../../../shared/errors.ts';
import { canonicalWire, formatName, nameFromWire, parseName } from './name.ts';
import type { Result } from '../../../shared/errors.ts';
import type { DomainName } from './types.ts';

/** Longer ones are no names, whatever the script: nothing is converted for them. */
const textMax = 1024;

/**
 * Reads the name that a person asks for: in presentation form, U-labels converted (UTS #46), in lower
 * case. Errors: `name-invalid`.
 */
export function parseQueryName(text: string): Result<DomainName> {
  const trimmed = text.trim();
  if (trimmed.length > textMax) {
    return failure('name-invalid', { name: trimmed.slice(0, 80), problem: 'nameTooLong' });
  }
  const ascii = asciiName(trimmed);
  if (ascii === null) {
    return failure('name-invalid', { name: trimmed.slice(0, 80), problem: 'international' });
  }
  const name = parseName(ascii);
  return name.ok ? success(nameFromWire(canonicalWire(name.value))) : name;
}

/** A name as JSON shows it: without the final dot; `.` is the root. */
export function plainName(name: DomainName): string {
  return name.length === 0 ? '.' : formatName(name).slice(0, -1);
}
