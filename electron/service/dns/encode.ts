/** From a message to octets (RFC 1035 §4, RFC 6891, RFC 8914). */
import { rrType } from './codes.ts';
import { nameFromWire, nameWire } from './name.ts';
import { rdataLayout, splitRdata } from './rdata/layout.ts';
import type { DomainName, Edns, Message, Question, ResourceRecord } from './types.ts';

const optionExtendedError = 15;
const pointerTargetMax = 0x3fff;
const messageLengthMax = 0xffff;

const textEncoder = new TextEncoder();

/** Grows as it is written; `offsets` remembers where names stand that later ones may point to. */
interface Writer {
  bytes: Uint8Array;
  length: number;
  readonly offsets: Map<string, number> | null;
}

function reserve(writer: Writer, count: number): number {
  const at = writer.length;
  writer.length += count;
  if (writer.length > messageLengthMax) throw new RangeError('message longer than 65,535 octets');
  if (writer.length > writer.bytes.length) {
    const grown = new Uint8Array(Math.min(messageLengthMax, writer.length * 2));
    grown.set(writer.bytes.subarray(0, at));
    writer.bytes = grown;
  }
  return at;
}

function writeU16At(writer: Writer, at: number, value: number): void {
  writer.bytes[at] = value >>> 8;
  writer.bytes[at + 1] = value & 0xff;
}

function writeU16(writer: Writer, value: number): void {
  const at = reserve(writer, 2);
  writeU16At(writer, at, value);
}

function writeU32(writer: Writer, value: number): void {
  writeU16(writer, Math.floor(value / 0x10000));
  writeU16(writer, value & 0xffff);
}

function writeBytes(writer: Writer, bytes: Uint8Array): void {
  const at = reserve(writer, bytes.length);
  writer.bytes.set(bytes, at);
}

/** Points to an earlier name only when it is written alike, so that no case is lost. */
function writeName(writer: Writer, name: DomainName): void {
  if (writer.offsets === null) {
    writeBytes(writer, nameWire(name));
    return;
  }
  for (const [index, label] of name.entries()) {
    const suffix = Buffer.from(nameWire(name.slice(index))).toString('latin1');
    const earlier = writer.offsets.get(suffix);
    if (earlier !== undefined) {
      writeU16(writer, 0xc000 + earlier);
      return;
    }
    if (writer.length <= pointerTargetMax) writer.offsets.set(suffix, writer.length);
    writeBytes(writer, Uint8Array.of(label.length));
    writeBytes(writer, label);
  }
  writeBytes(writer, Uint8Array.of(0));
}

function writeRdata(writer: Writer, type: number, rdata: Uint8Array): void {
  const layout = rdataLayout(type);
  const parts = layout?.compressible === true ? splitRdata(layout.fields, rdata) : null;
  if (layout === null || parts === null || writer.offsets === null) {
    writeBytes(writer, rdata);
    return;
  }
  for (const [index, part] of parts.entries()) {
    if (layout.fields[index] === 'name') writeName(writer, nameFromWire(part));
    else writeBytes(writer, part);
  }
}

function writeRecord(writer: Writer, record: ResourceRecord): void {
  writeName(writer, record.owner);
  writeU16(writer, record.type);
  writeU16(writer, record.class);
  writeU32(writer, record.ttl);
  const lengthAt = reserve(writer, 2);
  writeRdata(writer, record.type, record.rdata);
  writeU16At(writer, lengthAt, writer.length - lengthAt - 2);
}

function optRecord(edns: Edns, rcode: number): ResourceRecord {
  const options = edns.extendedErrors.map(({ code, text }) => {
    const extra = textEncoder.encode(text);
    const option = new Uint8Array(6 + extra.length);
    const view = new DataView(option.buffer);
    view.setUint16(0, optionExtendedError);
    view.setUint16(2, 2 + extra.length);
    view.setUint16(4, code);
    option.set(extra, 6);
    return option;
  });
  const flags = edns.version * 0x10000 + (edns.dnssecOk ? 0x8000 : 0);
  return {
    owner: [],
    type: rrType.OPT,
    class: edns.udpSize,
    ttl: (rcode >>> 4) * 0x1000000 + flags,
    rdata: new Uint8Array(Buffer.concat(options)),
  };
}

function headerFlags(message: Message): number {
  return (
    (message.isResponse ? 0x8000 : 0) +
    message.opcode * 0x0800 +
    (message.authoritative ? 0x0400 : 0) +
    (message.truncated ? 0x0200 : 0) +
    (message.recursionDesired ? 0x0100 : 0) +
    (message.recursionAvailable ? 0x0080 : 0) +
    (message.authenticData ? 0x0020 : 0) +
    (message.checkingDisabled ? 0x0010 : 0) +
    (message.rcode & 0xf)
  );
}

/**
 * Writes a message; RDATA that was received compressed is compressed again when `compress` is set.
 * Throws `RangeError` above 65,535 octets.
 */
export function encodeMessage(
  message: Message,
  options: { readonly compress?: boolean } = {},
): Uint8Array {
  const writer: Writer = {
    bytes: new Uint8Array(512),
    length: 0,
    offsets: options.compress === true ? new Map() : null,
  };
  const opt = message.edns === null ? [] : [optRecord(message.edns, message.rcode)];
  const additionals = [...message.additionals, ...opt];
  writeU16(writer, message.id);
  writeU16(writer, headerFlags(message));
  writeU16(writer, message.questions.length);
  writeU16(writer, message.answers.length);
  writeU16(writer, message.authorities.length);
  writeU16(writer, additionals.length);
  for (const question of message.questions) {
    writeName(writer, question.name);
    writeU16(writer, question.type);
    writeU16(writer, question.class);
  }
  for (const record of [...message.answers, ...message.authorities, ...additionals]) {
    writeRecord(writer, record);
  }
  return writer.bytes.slice(0, writer.length);
}

export interface QueryOptions {
  readonly id: number;
  /** Of the EDNS record: how long an answer over UDP may be. */
  readonly udpSize: number;
  readonly checkingDisabled: boolean;
  readonly dnssecOk: boolean;
}

/** A query of class IN with RD and an EDNS record. */
export function queryMessage(question: Question, options: QueryOptions): Message {
  return {
    id: options.id,
    opcode: 0,
    isResponse: false,
    authoritative: false,
    truncated: false,
    recursionDesired: true,
    recursionAvailable: false,
    authenticData: false,
    checkingDisabled: options.checkingDisabled,
    rcode: 0,
    questions: [{ ...question, class: 1 }],
    answers: [],
    authorities: [],
    additionals: [],
    edns: {
      udpSize: options.udpSize,
      version: 0,
      dnssecOk: options.dnssecOk,
      extendedErrors: [],
    },
  };
}
