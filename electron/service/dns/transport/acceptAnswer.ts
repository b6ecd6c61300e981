import { classIn, rcode } from '../codes.ts';
import { decodeMessage } from '../decode.ts';
import { encodeMessage, queryMessage } from '../encode.ts';
import { nameWire } from '../name.ts';
import { failed } from './transport.ts';
import type { Message, Question } from '../types.ts';
import type { Query, TransportOutcome } from './transport.ts';

/** Fits every path without fragments (DNS flag day 2020; RFC 9715). */
const udpSize = 1232;

export function encodeQuery(query: Query, id: number): Uint8Array {
  return encodeMessage(
    queryMessage(query.question, {
      id,
      udpSize,
      checkingDisabled: query.checkingDisabled,
      dnssecOk: true,
    }),
  );
}

/** Rcodes with which servers answer without repeating the question. */
const terseRcodes: ReadonlySet<number> = new Set([
  rcode.FORMERR,
  rcode.SERVFAIL,
  rcode.NOTIMP,
  rcode.REFUSED,
]);

/** Case is compared too: servers copy it, and who guesses must guess it (RFC 5452 §9.1). */
function repeatsQuestion(message: Message, question: Question): boolean {
  const [asked, ...others] = message.questions;
  if (asked === undefined) return terseRcodes.has(message.rcode) && message.answers.length === 0;
  return (
    others.length === 0 &&
    asked.type === question.type &&
    asked.class === classIn &&
    Buffer.compare(nameWire(asked.name), nameWire(question.name)) === 0
  );
}

/** Whether octets that came are the answer to a question asked with `id` (RFC 5452 §4). */
export function acceptAnswer(bytes: Uint8Array, query: Query, id: number): TransportOutcome {
  const decoded = decodeMessage(bytes);
  if (!decoded.ok) return failed('malformed');
  const message = decoded.value;
  if (!message.isResponse || message.opcode !== 0) return failed('malformed');
  if (message.id !== id || !repeatsQuestion(message, query.question)) {
    return failed('wrong-question');
  }
  return { ok: true, message };
}
