import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { parseGenericData, parsePresentationData } from './recordData.ts';
import type { TlsaRecord } from './record.ts';
import { splitZoneText } from './zoneText.ts';
import type { ZoneEntry } from './zoneText.ts';

/** A TLSA record read from text, with what stood around it. */
export interface ParsedRecord {
  /** As written; `null` when the text begins with the record's data. */
  readonly owner: string | null;
  /** Seconds. */
  readonly ttl: number | null;
  readonly record: TlsaRecord;
}

/** The field that is missing or not a number from 0 to 255. */
export type RecordField = 'usage' | 'selector' | 'matchingType';

/** Why text is no TLSA record; each has its sentence in `error.tlsa-record-invalid.message`. */
export type RecordTextProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'tooLong'; readonly max: number }
  | { readonly problem: 'parenthesis' }
  | { readonly problem: 'severalRecords'; readonly count: number }
  | { readonly problem: 'otherType'; readonly found: string }
  | { readonly problem: 'otherClass'; readonly found: string }
  | { readonly problem: 'notRecognized'; readonly found: string }
  | { readonly problem: 'fieldMissing'; readonly field: RecordField }
  | { readonly problem: 'fieldNotNumber'; readonly field: RecordField; readonly found: string }
  | { readonly problem: 'dataMissing' }
  | { readonly problem: 'dataNotHex'; readonly found: string; readonly position: number }
  | { readonly problem: 'dataOdd'; readonly digits: number }
  | { readonly problem: 'genericLength'; readonly declared: string; readonly actual: number }
  | { readonly problem: 'digestLength'; readonly octets: number; readonly expected: number }
  | { readonly problem: 'dataMalformed'; readonly selector: number };

/** The longest RDATA is 65,535 octets, twice as many digits; the rest is room for comments. */
export const recordTextMax = 200_000;

/**
 * Reads one TLSA record as it may be pasted: `3 1 1 hex` in any case, cut by spaces, lines,
 * parentheses and comments; a whole line of a zone with owner, TTL and class in any order; the
 * generic form of RFC 3597 (`TYPE52 \# 35 hex`); the acronyms of RFC 7218 for the numbers.
 * Error: `tlsa-record-invalid` with a `problem` of `RecordTextProblem`.
 */
export function parseTlsaRecord(text: string): Result<ParsedRecord> {
  if (text.length > recordTextMax) return refuse({ problem: 'tooLong', max: recordTextMax });
  const split = splitZoneText(text);
  if (!split.ok) return refuse({ problem: 'parenthesis' });
  const entries = joinWrappedData(split.entries);
  const [entry] = entries;
  if (entry === undefined) return refuse({ problem: 'empty' });
  if (entries.length > 1) return refuse({ problem: 'severalRecords', count: entries.length });
  return parseEntry(entry);
}

/**
 * The texts of the records of a longer text, each for `parseTlsaRecord`. A text whose parentheses
 * don't match comes back whole.
 */
export function splitRecords(text: string): readonly string[] {
  const split = splitZoneText(text);
  if (!split.ok) return [text];
  return joinWrappedData(split.entries).map(
    ({ tokens, ownerOmitted }) => `${ownerOmitted ? ' ' : ''}${tokens.join(' ')}`,
  );
}

function refuse(problem: RecordTextProblem) {
  return failure('tlsa-record-invalid', { ...problem });
}

/** A mail program breaks long data without parentheses: lines of nothing but long hex belong above. */
function joinWrappedData(entries: readonly ZoneEntry[]): ZoneEntry[] {
  const joined: ZoneEntry[] = [];
  for (const entry of entries) {
    const above = joined.at(-1);
    const isData =
      (entry.tokens[0]?.length ?? 0) > 3 &&
      entry.tokens.every((token) => /^[\da-f]+$/i.test(token));
    if (above !== undefined && isData) {
      joined[joined.length - 1] = { ...above, tokens: [...above.tokens, ...entry.tokens] };
    } else joined.push(entry);
  }
  return joined;
}

const isType = (token: string) => /^(?:TLSA|TYPE52)$/i.test(token);
const isClass = (token: string) => /^(?:IN|CH|HS|CS|CLASS\d{1,5})$/i.test(token);
const ttlForm = /^(?:\d+|(?:\d+[smhdw])+)$/i;
const otherTypes =
  /^(?:A|AAAA|CAA|CERT|CNAME|DNAME|DNSKEY|DS|HTTPS|MX|NS|NSEC3?|OPENPGPKEY|PTR|RRSIG|SMIMEA|SOA|SPF|SRV|SSHFP|SVCB|TXT|TYPE\d{1,5})$/i;

function parseEntry({ tokens, ownerOmitted }: ZoneEntry): Result<ParsedRecord> {
  // Owner, TTL and class make three words at most in front of the type.
  const typeAt = tokens.slice(0, 4).findIndex(isType);
  if (typeAt === -1) return parseBare(tokens);
  const rest = tokens.slice(typeAt + 1);
  const head = parseHead(tokens.slice(0, typeAt), ownerOmitted);
  if (!head.ok) return head;
  const data = parseData(rest);
  return data.ok ? success({ ...head.value, record: data.value }) : data;
}

function parseBare(tokens: readonly string[]): Result<ParsedRecord> {
  const foreign = tokens.slice(0, 4).find((token) => otherTypes.test(token));
  const first = tokens[0] ?? '';
  const startsLikeData = /^(?:\d|\\#)/.test(first) && !isClass(tokens[1] ?? '');
  if (!startsLikeData && foreign !== undefined) {
    return refuse({ problem: 'otherType', found: foreign.toUpperCase() });
  }
  const looksLikeData = /^(?:\d+|\\#|(?:PKIX|DANE)-(?:TA|EE)(?:\(\d\))?)$/i.test(first);
  if (!looksLikeData) return refuse({ problem: 'notRecognized', found: first.slice(0, 60) });
  const data = parseData(tokens);
  return data.ok ? success({ owner: null, ttl: null, record: data.value }) : data;
}

function parseData(tokens: readonly string[]): Result<TlsaRecord> {
  const outcome =
    tokens[0] === '\\#' ? parseGenericData(tokens.slice(1)) : parsePresentationData(tokens);
  return outcome.ok ? success(outcome.record) : refuse(outcome.problem);
}

/** Owner, TTL and class. TTL and class come in either order (RFC 1035 §5.1), each may be absent. */
function parseHead(
  tokens: readonly string[],
  ownerOmitted: boolean,
): Result<{ readonly owner: string | null; readonly ttl: number | null }> {
  const [first] = tokens;
  const hasOwner = first !== undefined && !ownerOmitted && !isClass(first) && !ttlForm.test(first);
  let ttl: number | null = null;
  for (const token of hasOwner ? tokens.slice(1) : tokens) {
    if (ttlForm.test(token) && ttl === null) ttl = ttlSeconds(token);
    else if (/^(?:IN|CLASS1)$/i.test(token)) continue;
    else if (isClass(token)) return refuse({ problem: 'otherClass', found: token.toUpperCase() });
    else if (!hasOwner && first === token) return success({ owner: token.slice(0, 1024), ttl });
    else return refuse({ problem: 'notRecognized', found: token.slice(0, 60) });
  }
  return success({ owner: hasOwner ? first.slice(0, 1024) : null, ttl });
}

const unitSeconds: Readonly<Record<string, number>> = {
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** `3600`, or BIND's `1h30m`; capped at what 31 bits hold. */
function ttlSeconds(token: string): number {
  let seconds = 0;
  for (const [, digits, unit = 's'] of token.toLowerCase().matchAll(/(\d+)([smhdw]?)/g)) {
    seconds += Number(digits) * (unitSeconds[unit] ?? 1);
  }
  return Math.min(seconds, 2_147_483_647);
}
