import { isRecord, propertyOf } from '../../../../shared/tenant/readRecord.ts';
import { parseDomainName } from '../../../../shared/tlsa/domainName.ts';
import { readText } from '../../../../shared/tenant/readValue.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** Reads what a cmdlet that is asked domain by domain said, beside the domain. */
export interface DomainAnswerReader {
  /** `null`: no record of a domain with its answer. */
  read(raw: unknown): { readonly domain: string } | null;
  readonly missing: readonly string[];
  readonly unreadable: readonly string[];
  readonly skipped: number;
  /** Those of the skipped that don't say of which domain they are. */
  readonly strays: number;
}

/** `find`: what the cmdlet printed, within the record that names the domain; `null`: nothing. */
export function createDomainAnswerReader(
  find: (raw: RawRecord) => RawRecord | null,
  read: (domain: string, answer: RawRecord) => { readonly domain: string },
): DomainAnswerReader {
  let skipped = 0;
  let strays = 0;
  return {
    read(raw) {
      const record = isRecord(raw) ? raw : {};
      const domain = domainOf(record);
      const answer = find(record);
      if (domain !== null && answer !== null) return read(domain, answer);
      skipped += 1;
      if (domain === null) strays += 1;
      return null;
    },
    missing: [],
    unreadable: [],
    get skipped() {
      return skipped;
    },
    get strays() {
      return strays;
    },
  };
}

/**
 * The answer under a property of its own, as our commands print it: in a list, or alone. Where Exchange
 * gave none, the list is empty, or versions of PowerShell print `null` or `{}`.
 */
export function answerUnder(property: string, raw: RawRecord): RawRecord | null {
  const value = propertyOf(raw, property, 'any-case');
  const unboxed = isRecord(value) && Array.isArray(value['value']) ? value['value'] : value;
  const answer: unknown = Array.isArray(unboxed) ? unboxed[0] : unboxed;
  return isRecord(answer) && Object.keys(answer).length > 0 ? answer : null;
}

/** Of these properties, in whatever case somebody selected them; `null`: the answer has none of them. */
export function answerOf(
  properties: readonly string[],
  answer: RawRecord | null,
): RawRecord | null {
  if (answer === null) return null;
  const values = properties.map(
    (property) => [property, propertyOf(answer, property, 'any-case')] as const,
  );
  return values.some(([, value]) => value !== undefined) ? Object.fromEntries(values) : null;
}

/** In lower case, as the signed-in source has it. */
function domainOf(raw: RawRecord): string | null {
  const name = readText(
    propertyOf(raw, 'Domain', 'any-case') ?? propertyOf(raw, 'DomainName', 'any-case'),
  );
  if (typeof name !== 'string' || !parseDomainName(name).ok) return null;
  return name.trim().toLowerCase().replace(/\.$/, '');
}
