/** From octets to a message (RFC 1035 §4, RFC 3597, RFC 6891, RFC 8914). */
import { rrType } from './codes.ts';
import { nameWire } from './name.ts';
import { fieldEnd, rdataLayout } from './rdata/layout.ts';
import {
  headerLength,
  MalformedMessage,
  readName,
  readU16,
  readU32,
  readU8,
} from './wireReader.ts';
import type { Result } from '../../../shared/errors.ts';
import type { Field } from './rdata/layout.ts';
import type { Edns, ExtendedError, Message, Question, ResourceRecord } from './types.ts';
import type { MalformedReason } from './wireReader.ts';

const optionExtendedError = 15;
/** Of an EXTRA-TEXT; more is cut, since it is shown to people (RFC 8914 §2 sets no limit). */
const extraTextMax = 512;

const textDecoder = new TextDecoder('utf-8');

interface Cursor {
  readonly bytes: Uint8Array;
  at: number;
}

type OptRecord = Pick<ResourceRecord, 'owner' | 'class' | 'ttl' | 'rdata'>;

/** RDATA with its compressed names written out. `end` is where RDLENGTH says that it ends. */
function expandRdata(
  message: Uint8Array,
  start: number,
  end: number,
  fields: readonly Field[],
): Uint8Array {
  const upToEnd = message.subarray(0, end);
  const parts: Uint8Array[] = [];
  let at = start;
  for (const field of fields) {
    if (field === 'name') {
      const read = readName(upToEnd, at);
      parts.push(nameWire(read.name));
      at = read.next;
    } else {
      const next = fieldEnd(field, upToEnd, at);
      if (next === null || next > end) throw new MalformedMessage('rdata');
      parts.push(upToEnd.subarray(at, next));
      at = next;
    }
  }
  if (at !== end) throw new MalformedMessage('rdata');
  return concatenate(parts);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function readQuestion(cursor: Cursor): Question & { readonly class: number } {
  const { name, next } = readName(cursor.bytes, cursor.at);
  cursor.at = next + 4;
  return { name, type: readU16(cursor.bytes, next), class: readU16(cursor.bytes, next + 2) };
}

function readRecord(cursor: Cursor): ResourceRecord {
  const { bytes } = cursor;
  const { name: owner, next } = readName(bytes, cursor.at);
  const type = readU16(bytes, next);
  const recordClass = readU16(bytes, next + 2);
  const ttl = readU32(bytes, next + 4);
  const start = next + 10;
  const end = start + readU16(bytes, next + 8);
  if (end > bytes.length) throw new MalformedMessage('length');
  cursor.at = end;
  const layout = rdataLayout(type);
  const rdata =
    layout?.compressible === true
      ? expandRdata(bytes, start, end, layout.fields)
      : bytes.subarray(start, end);
  // RFC 2181 §8: a TTL with its top bit set counts as zero. In OPT the field is something else.
  const isTtl = type !== rrType.OPT && ttl > 0x7fffffff;
  return { owner, type, class: recordClass, ttl: isTtl ? 0 : ttl, rdata };
}

function readSection<T>(cursor: Cursor, count: number, read: (cursor: Cursor) => T): T[] {
  const items: T[] = [];
  for (let index = 0; index < count; index += 1) items.push(read(cursor));
  return items;
}

function readExtendedError(data: Uint8Array): ExtendedError {
  return {
    code: readU16(data, 0),
    text: textDecoder.decode(data.subarray(2, 2 + extraTextMax)).replace(/\0+$/, ''),
  };
}

function readEdns(opt: OptRecord): Edns {
  if (opt.owner.length > 0) throw new MalformedMessage('opt');
  const extendedErrors: ExtendedError[] = [];
  const { rdata } = opt;
  for (let at = 0; at < rdata.length;) {
    const code = readU16(rdata, at);
    const end = at + 4 + readU16(rdata, at + 2);
    if (end > rdata.length) throw new MalformedMessage('opt');
    if (code === optionExtendedError) {
      extendedErrors.push(readExtendedError(rdata.subarray(at + 4, end)));
    }
    at = end;
  }
  return {
    udpSize: opt.class,
    version: (opt.ttl >>> 16) & 0xff,
    dnssecOk: (opt.ttl & 0x8000) !== 0,
    extendedErrors,
  };
}

/** The one OPT record, which only the additional section may hold (RFC 6891 §6.1.1). */
function findOpt(
  others: readonly ResourceRecord[],
  additionals: readonly ResourceRecord[],
): OptRecord | null {
  const opts = additionals.filter((record) => record.type === rrType.OPT);
  if (opts.length > 1 || others.some((record) => record.type === rrType.OPT)) {
    throw new MalformedMessage('opt');
  }
  return opts[0] ?? null;
}

function readMessage(bytes: Uint8Array): Message {
  if (bytes.length < headerLength) throw new MalformedMessage('length');
  const flags = readU16(bytes, 2);
  const cursor: Cursor = { bytes, at: headerLength };
  const questions = readSection(cursor, readU16(bytes, 4), readQuestion);
  const answers = readSection(cursor, readU16(bytes, 6), readRecord);
  const authorities = readSection(cursor, readU16(bytes, 8), readRecord);
  const additionals = readSection(cursor, readU16(bytes, 10), readRecord);
  if (cursor.at !== bytes.length) throw new MalformedMessage('trailing-bytes');
  const opt = findOpt([...answers, ...authorities], additionals);
  return {
    id: readU16(bytes, 0),
    opcode: (flags >>> 11) & 0xf,
    isResponse: (flags & 0x8000) !== 0,
    authoritative: (flags & 0x0400) !== 0,
    truncated: (flags & 0x0200) !== 0,
    recursionDesired: (flags & 0x0100) !== 0,
    recursionAvailable: (flags & 0x0080) !== 0,
    authenticData: (flags & 0x0020) !== 0,
    checkingDisabled: (flags & 0x0010) !== 0,
    rcode: (flags & 0xf) + (opt === null ? 0 : (opt.ttl >>> 24) * 0x10),
    questions,
    answers,
    authorities,
    additionals: additionals.filter((record) => record.type !== rrType.OPT),
    edns: opt === null ? null : readEdns(opt),
  };
}

/**
 * Reads one whole message. Its names and RDATA are views of `bytes`, which must not change afterwards.
 * Never throws for what the octets are; work is bounded by their number (at most 65,535).
 */
export function decodeMessage(bytes: Uint8Array): Result<Message, MalformedReason> {
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return { ok: true, value: readMessage(plain) };
  } catch (error) {
    if (error instanceof MalformedMessage) return { ok: false, error: error.reason };
    throw error;
  }
}

/** The id and flags that stand in front, also of a message cut short; `null` under 12 octets. */
export function peekHeader(
  bytes: Uint8Array,
): { readonly id: number; readonly isResponse: boolean; readonly truncated: boolean } | null {
  if (bytes.length < headerLength) return null;
  const flags = readU8(bytes, 2);
  return {
    id: readU16(bytes, 0),
    isResponse: (flags & 0x80) !== 0,
    truncated: (flags & 0x02) !== 0,
  };
}
