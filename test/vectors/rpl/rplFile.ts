/** Reads Unbound's replay scenarios (`*.rpl`, `*.crpl`): a configuration, recorded servers, steps. */
import { classIn, parseType } from '../../../electron/service/dns/codes.ts';
import { parseName } from '../../../electron/service/dns/name.ts';
import { parseZoneText } from '../../../electron/service/dns/zoneText.ts';
import type { Question, ResourceRecord } from '../../../electron/service/dns/types.ts';

export interface RplSetting {
  readonly clause: string;
  readonly key: string;
  readonly value: string;
}

/** A recorded or an expected message. */
export interface RplEntry {
  readonly match: ReadonlySet<string>;
  readonly adjust: ReadonlySet<string>;
  /** Flags and the RCODE's name, in upper case. */
  readonly reply: ReadonlySet<string>;
  readonly question: Question | null;
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  readonly additionals: readonly ResourceRecord[];
}

export interface RplRange {
  readonly from: number;
  readonly to: number;
  /** `null`: any server. */
  readonly address: string | null;
  readonly entries: readonly RplEntry[];
}

export interface RplStep {
  readonly number: number;
  readonly kind: string;
  readonly words: readonly string[];
  readonly entry: RplEntry | null;
}

export interface RplFile {
  readonly settings: readonly RplSetting[];
  readonly ranges: readonly RplRange[];
  readonly steps: readonly RplStep[];
  /** Things that this reader does not understand, which the scenario may depend on. */
  readonly unknown: readonly string[];
}

interface EntryDraft {
  match: Set<string>;
  adjust: Set<string>;
  reply: Set<string>;
  section: string;
  question: Question | null;
  ANSWER: ResourceRecord[];
  AUTHORITY: ResourceRecord[];
  ADDITIONAL: ResourceRecord[];
}

interface Draft {
  settings: RplSetting[];
  ranges: (RplRange & { address: string | null; entries: RplEntry[] })[];
  steps: (RplStep & { entry: RplEntry | null })[];
  unknown: string[];
  clause: string;
  range: (RplRange & { address: string | null; entries: RplEntry[] }) | null;
  step: (RplStep & { entry: RplEntry | null }) | null;
  entry: EntryDraft | null;
}

export function readRpl(text: string): RplFile {
  const draft: Draft = {
    settings: [],
    ranges: [],
    steps: [],
    unknown: [],
    clause: '',
    range: null,
    step: null,
    entry: null,
  };
  let inConfiguration = true;
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === '' || line.startsWith(';')) continue;
    if (inConfiguration) {
      if (line.startsWith('CONFIG_END')) inConfiguration = false;
      else readSetting(draft, line);
    } else {
      readScenarioLine(draft, line);
    }
  }
  return draft;
}

function readSetting(draft: Draft, line: string): void {
  const setting = /^([\w-]+):\s*(?:"([^"]*)"|'([^']*)'|([^#]*))/.exec(line);
  if (line.startsWith('#')) return;
  if (setting === null) {
    draft.unknown.push(`configuration line "${line}"`);
    return;
  }
  const [, key = '', ...values] = setting;
  const value = (values.find((candidate) => candidate !== undefined) ?? '').trim();
  if (value === '' && /^[\w-]+:\s*(?:#.*)?$/.test(line)) draft.clause = key;
  else draft.settings.push({ clause: draft.clause, key, value });
}

function readScenarioLine(draft: Draft, line: string): void {
  const [keyword = '', ...words] = line.replace(/\s;.*$/, '').split(/\s+/);
  if (draft.entry !== null && keyword !== 'ENTRY_END') {
    readEntryLine(draft, draft.entry, line, keyword, words);
    return;
  }
  switch (keyword) {
    case 'SCENARIO_BEGIN':
    case 'SCENARIO_END':
      return;
    case 'RANGE_BEGIN': {
      const [from = '', to = ''] = words;
      draft.range = { from: Number(from), to: Number(to), address: null, entries: [] };
      draft.ranges.push(draft.range);
      return;
    }
    case 'RANGE_END':
      draft.range = null;
      return;
    case 'ADDRESS':
      if (draft.range !== null) draft.range.address = words[0] ?? null;
      return;
    case 'STEP': {
      const [number = '', kind = '', ...rest] = words;
      draft.step = { number: Number(number), kind, words: rest, entry: null };
      draft.steps.push(draft.step);
      return;
    }
    case 'ENTRY_BEGIN':
      draft.entry = newEntry();
      return;
    case 'ENTRY_END':
      endEntry(draft);
      return;
    default:
      draft.unknown.push(`line "${keyword}"`);
  }
}

function newEntry(): EntryDraft {
  return {
    match: new Set(),
    adjust: new Set(),
    reply: new Set(),
    section: '',
    question: null,
    ANSWER: [],
    AUTHORITY: [],
    ADDITIONAL: [],
  };
}

function endEntry(draft: Draft): void {
  if (draft.entry === null) return;
  const { match, adjust, reply, question, ANSWER, AUTHORITY, ADDITIONAL } = draft.entry;
  const entry: RplEntry = {
    match,
    adjust,
    reply,
    question,
    answers: ANSWER,
    authorities: AUTHORITY,
    additionals: ADDITIONAL,
  };
  draft.entry = null;
  if (draft.range !== null) draft.range.entries.push(entry);
  else if (draft.step !== null) draft.step.entry = entry;
}

function readEntryLine(
  draft: Draft,
  entry: EntryDraft,
  line: string,
  keyword: string,
  words: readonly string[],
): void {
  switch (keyword) {
    case 'MATCH':
      for (const word of words) entry.match.add(word);
      return;
    case 'ADJUST':
      for (const word of words) entry.adjust.add(word);
      return;
    case 'REPLY':
      for (const word of words) entry.reply.add(word.toUpperCase());
      return;
    case 'SECTION':
      entry.section = words[0]?.toUpperCase() ?? '';
      return;
    default:
      if (!readRecordLine(entry, line)) draft.unknown.push(`line "${line.slice(0, 60)}"`);
  }
}

function readRecordLine(entry: EntryDraft, line: string): boolean {
  if (entry.section === 'QUESTION') {
    entry.question = readQuestion(line);
    return entry.question !== null;
  }
  const generic = readGenericRecord(line);
  const records =
    generic === null
      ? parseZoneText(withWholeSignature(line))
      : { ok: true as const, value: [generic] };
  const { section } = entry;
  const isSection = section === 'ANSWER' || section === 'AUTHORITY' || section === 'ADDITIONAL';
  if (!records.ok || !isSection) return false;
  entry[section].push(...records.value.filter((record) => record.class === classIn));
  return true;
}

/** Scenarios about bad signatures cut them short, to Base64 of no length, which is made up here. */
function withWholeSignature(line: string): string {
  const parts = /^(.*\sRRSIG(?:\s+\S+){8})((?:\s+[\w+/=]+)*)\s*(?:;.*)?$/.exec(line);
  if (parts === null) return line;
  const [, head = '', signature = ''] = parts;
  const octets = Buffer.from(signature.replaceAll(/[\s=]/g, ''), 'base64');
  return `${head} ${(octets.length > 0 ? octets : Buffer.of(0)).toString('base64')}`;
}

/** RFC 3597's form, also of RDATA that do not fit their type: some scenarios are about those. */
function readGenericRecord(line: string): ResourceRecord | null {
  const parts = /^(\S+)\s+(?:(\d+)\s+)?(?:IN\s+)?(\S+)\s+\\#\s+\d+\s+([\da-fA-F\s]*)(?:;.*)?$/.exec(
    line,
  );
  if (parts === null) return null;
  const [, ownerText = '', ttl = '3600', typeText = '', hex = ''] = parts;
  const owner = parseName(ownerText);
  const type = parseType(typeText);
  if (!owner.ok || type === null) return null;
  const rdata = new Uint8Array(Buffer.from(hex.replaceAll(/\s/g, ''), 'hex'));
  return { owner: owner.value, type, class: classIn, ttl: Number(ttl), rdata };
}

function readQuestion(line: string): Question | null {
  const [nameText = '', ...rest] = line.replace(/;.*$/, '').trim().split(/\s+/);
  const name = parseName(nameText);
  const type = parseType(rest.find((word) => !/^(?:IN|\d+)$/i.test(word)) ?? '');
  return name.ok && type !== null ? { name: name.value, type } : null;
}
