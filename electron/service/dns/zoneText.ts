/** Records in presentation format, a line or many (RFC 1035 §5.1, RFC 2308 §4). */
import { classIn, parseType } from './codes.ts';
import { parseName, rootName } from './name.ts';
import { parseRdata } from './presentation.ts';
import type { Result } from '../../../shared/errors.ts';
import type { Token } from './presentation.ts';
import type { DomainName, ResourceRecord } from './types.ts';

export type ZoneTextProblem =
  | 'quote'
  | 'parenthesis'
  | 'owner'
  | 'ttl'
  | 'class'
  | 'type'
  | 'rdata'
  | 'directive';

/** `line` counts from 1 and is where the record starts. */
export interface ZoneTextFailure {
  readonly line: number;
  readonly problem: ZoneTextProblem;
}

interface Entry {
  readonly line: number;
  /** The line starts with blank space: the owner is that of the record before. */
  readonly sameOwner: boolean;
  readonly tokens: readonly Token[];
}

const tokenPattern =
  /(?<blank>[ \t\r]+)|(?<comment>;[^\n]*)|(?<end>\n)|(?<open>\()|(?<close>\))|"(?<string>(?:[^"\\\n]|\\[^\n])*)"|(?<word>(?:[^\s;()"\\]|\\[^\n])+)/y;

function entryFailure(line: number, problem: ZoneTextProblem) {
  return { ok: false as const, error: { line, problem } };
}

/** Splits text into records' words; parentheses carry a record over the end of a line. */
function readEntries(text: string): Result<Entry[], ZoneTextFailure> {
  const entries: Entry[] = [];
  let line = 1;
  let depth = 0;
  let current: { line: number; sameOwner: boolean; tokens: Token[] } | null = null;
  let atLineStart = true;
  let sameOwner = false;
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const at = tokenPattern.lastIndex;
    const groups = tokenPattern.exec(text)?.groups;
    if (groups === undefined) return entryFailure(line, 'quote');
    const token = groups['word'] ?? groups['string'];
    if (groups['blank'] !== undefined && atLineStart) sameOwner = depth === 0;
    if (groups['open'] !== undefined) depth += 1;
    if (groups['close'] !== undefined) depth -= 1;
    if (depth < 0) return entryFailure(line, 'parenthesis');
    if (token !== undefined) {
      current ??= { line, sameOwner, tokens: [] };
      current.tokens.push({ text: token, quoted: text[at] === '"' });
    }
    atLineStart = groups['end'] !== undefined;
    if (!atLineStart) continue;
    line += 1;
    if (depth > 0) continue;
    if (current !== null) entries.push(current);
    current = null;
    sameOwner = false;
  }
  if (depth > 0) return entryFailure(current?.line ?? line, 'parenthesis');
  if (current !== null) entries.push(current);
  return { ok: true, value: entries };
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

/** `3600`, `1h30m`; `null` when it is no TTL. */
function parseTtl(text: string): number | null {
  // Each number but the last has a unit: read otherwise, a row of digits could be cut in endless ways.
  if (text === '' || !/^(?:\d{1,10}[smhdw])*(?:\d{1,10})?$/i.test(text)) return null;
  let seconds = 0;
  for (const [, digits, unit] of text.matchAll(/(\d+)([smhdw]?)/gi)) {
    seconds += Number(digits) * (unitSeconds[unit?.toLowerCase() || 's'] ?? 0);
  }
  return seconds <= 0x7fffffff ? seconds : null;
}

const classNumbers: ReadonlyMap<string, number> = new Map([
  ['IN', classIn],
  ['CH', 3],
  ['HS', 4],
]);

function parseClass(text: string): number | null {
  const upper = text.toUpperCase();
  const digits = /^CLASS(\d{1,5})$/.exec(upper)?.[1];
  return classNumbers.get(upper) ?? (digits === undefined ? null : Number(digits));
}

interface ZoneState {
  origin: DomainName;
  owner: DomainName | null;
  defaultTtl: number;
}

function applyDirective(entry: Entry, state: ZoneState): ZoneTextProblem | null {
  const [directive, value] = entry.tokens;
  if (directive?.text.toUpperCase() === '$ORIGIN') {
    const origin = parseName(value?.text ?? '', state.origin);
    if (!origin.ok) return 'owner';
    state.origin = origin.value;
    return null;
  }
  if (directive?.text.toUpperCase() !== '$TTL') return 'directive';
  const ttl = parseTtl(value?.text ?? '');
  if (ttl === null) return 'ttl';
  state.defaultTtl = ttl;
  return null;
}

function readOwner(entry: Entry, state: ZoneState): DomainName | null {
  if (entry.sameOwner) return state.owner;
  const text = entry.tokens[0]?.text ?? '';
  if (text === '@') return state.origin;
  const owner = parseName(text, state.origin);
  return owner.ok ? owner.value : null;
}

function readRecord(entry: Entry, state: ZoneState): ResourceRecord | ZoneTextProblem {
  const owner = readOwner(entry, state);
  if (owner === null) return 'owner';
  state.owner = owner;
  let ttl = state.defaultTtl;
  let recordClass = classIn;
  let at = entry.sameOwner ? 0 : 1;
  for (; at < entry.tokens.length; at += 1) {
    const text = entry.tokens[at]?.text ?? '';
    const asTtl = parseTtl(text);
    const asClass = parseClass(text);
    if (asTtl === null && asClass === null) break;
    ttl = asTtl ?? ttl;
    recordClass = asClass ?? recordClass;
  }
  const type = parseType(entry.tokens[at]?.text ?? '');
  if (type === null) return 'type';
  const rdata = parseRdata(type, entry.tokens.slice(at + 1), state.origin);
  return rdata === null ? 'rdata' : { owner, type, class: recordClass, ttl, rdata };
}

/**
 * Reads records as a zone file holds them, with `$ORIGIN` and `$TTL` but no other directive. Names
 * without a final dot are completed with `origin`; without a TTL of its own a record gets `ttl`.
 */
export function parseZoneText(
  text: string,
  options: { readonly origin?: DomainName; readonly ttl?: number } = {},
): Result<ResourceRecord[], ZoneTextFailure> {
  const entries = readEntries(text);
  if (!entries.ok) return entries;
  const state: ZoneState = {
    origin: options.origin ?? rootName,
    owner: null,
    defaultTtl: options.ttl ?? 3600,
  };
  const records: ResourceRecord[] = [];
  for (const entry of entries.value) {
    if (entry.tokens[0]?.text.startsWith('$') === true) {
      const problem = applyDirective(entry, state);
      if (problem !== null) return entryFailure(entry.line, problem);
      continue;
    }
    const record = readRecord(entry, state);
    if (typeof record === 'string') return entryFailure(entry.line, record);
    records.push(record);
  }
  return { ok: true, value: records };
}
