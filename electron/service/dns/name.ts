/**
 * Domain names as labels of raw bytes (RFC 1034 §3.1, RFC 4343, RFC 4034 §6.1), and their
 * presentation form (RFC 1035 §5.1, RFC 4343 §2.1).
 */
import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import type { DomainName } from './types.ts';

/** RFC 1035 §2.3.4, octets. */
export const labelLengthMax = 63;
/** RFC 1035 §2.3.4, octets in wire form, length octets and the root's zero included. */
export const nameLengthMax = 255;

export const rootName: DomainName = [];

const asterisk = 0x2a;
const wildcardLabel = Uint8Array.of(asterisk);

/** ASCII letters alone are folded (RFC 4343 §3). */
function lowerOctet(octet: number): number {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}

/** Octets of the wire form. */
export function wireLength(name: DomainName): number {
  let length = 1;
  for (const label of name) length += 1 + label.length;
  return length;
}

/** Whether every label and the whole keep the limits of RFC 1035 §2.3.4. */
export function isValidName(name: DomainName): boolean {
  return (
    wireLength(name) <= nameLengthMax &&
    name.every((label) => label.length > 0 && label.length <= labelLengthMax)
  );
}

/** A string that two names share exactly when they are equal (RFC 4343): for maps, never for people. */
export function nameKey(name: DomainName): string {
  let key = '';
  for (const label of name) {
    key += String.fromCharCode(label.length);
    for (const octet of label) key += String.fromCharCode(lowerOctet(octet));
  }
  return key;
}

function compareLabels(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index += 1) {
    const difference = lowerOctet(a[index] ?? 0) - lowerOctet(b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

export function labelsEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && compareLabels(a, b) === 0;
}

/** How many labels two names share, counted from the root. */
function sharedLabels(a: DomainName, b: DomainName): number {
  const most = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < most) {
    const left = a[a.length - 1 - shared];
    const right = b[b.length - 1 - shared];
    if (left === undefined || right === undefined || !labelsEqual(left, right)) break;
    shared += 1;
  }
  return shared;
}

export function namesEqual(a: DomainName, b: DomainName): boolean {
  return a.length === b.length && sharedLabels(a, b) === a.length;
}

/** Whether `name` is `zone` or lies below it. */
export function isSubdomainOf(name: DomainName, zone: DomainName): boolean {
  return name.length >= zone.length && sharedLabels(name, zone) === zone.length;
}

/** Without the first label; `null` for the root. */
export function parentName(name: DomainName): DomainName | null {
  return name.length === 0 ? null : name.slice(1);
}

/** The name itself, its parent, and so on; the root is last. */
export function ancestors(name: DomainName): DomainName[] {
  return Array.from({ length: name.length + 1 }, (_, skipped) => name.slice(skipped));
}

/** The longest name that both lie at or below; written as in `a`. */
export function commonAncestor(a: DomainName, b: DomainName): DomainName {
  return a.slice(a.length - sharedLabels(a, b));
}

/** Negative, zero or positive, in the canonical order of RFC 4034 §6.1. */
export function compareCanonical(a: DomainName, b: DomainName): number {
  const most = Math.min(a.length, b.length);
  for (let fromRoot = 1; fromRoot <= most; fromRoot += 1) {
    const left = a[a.length - fromRoot];
    const right = b[b.length - fromRoot];
    if (left === undefined || right === undefined) break;
    const difference = compareLabels(left, right);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function writeName(name: DomainName, octetOf: (octet: number) => number): Uint8Array {
  const wire = new Uint8Array(wireLength(name));
  let at = 0;
  for (const label of name) {
    wire[at] = label.length;
    at += 1;
    for (const octet of label) {
      wire[at] = octetOf(octet);
      at += 1;
    }
  }
  return wire;
}

/** Labels of an uncompressed wire form that is known to be whole; views of `wire`. */
export function nameFromWire(wire: Uint8Array): DomainName {
  const labels: Uint8Array[] = [];
  for (let at = 0; at < wire.length - 1;) {
    const end = at + 1 + (wire[at] ?? 0);
    labels.push(wire.subarray(at + 1, end));
    at = end;
  }
  return labels;
}

/** Uncompressed wire form, case kept. */
export function nameWire(name: DomainName): Uint8Array {
  return writeName(name, (octet) => octet);
}

/** Uncompressed wire form in lower case (RFC 4034 §6.2). */
export function canonicalWire(name: DomainName): Uint8Array {
  return writeName(name, lowerOctet);
}

/** `*.name` (RFC 4592 §2.1.1). */
export function wildcardOf(name: DomainName): DomainName {
  return [wildcardLabel, ...name];
}

/** Whether the first label is a lone asterisk. */
export function isWildcard(name: DomainName): boolean {
  const [first] = name;
  return first !== undefined && first.length === 1 && first[0] === asterisk;
}

/** What the sentence of `name-invalid` tells apart. */
export type NameProblem =
  | 'empty'
  | 'emptyLabel'
  | 'labelTooLong'
  | 'nameTooLong'
  | 'escape'
  | 'character';

const backslash = 0x5c;
const dot = 0x2e;
/** Shown with a backslash, since zone files give them a meaning: `" $ ( ) . ; @ \`. */
const escapedOctets = new Set([0x22, 0x24, 0x28, 0x29, dot, 0x3b, 0x40, backslash]);
/** No valid name is longer in presentation form: 4 characters for each of 255 octets. */
const nameTextMax = 4 * nameLengthMax;

function nameFailure(text: string, problem: NameProblem) {
  return failure('name-invalid', { name: text.slice(0, 80), problem });
}

/** One octet of text from `at` on: a character, `\X` or `\DDD`. `null` when it is none of these. */
function readOctet(text: string, at: number): { octet: number; length: number } | null {
  const code = text.charCodeAt(at);
  if (code < 0x21 || code > 0x7e) return null;
  if (code !== backslash) return { octet: code, length: 1 };
  const decimal = /^\d{3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (decimal !== undefined) {
    const octet = Number(decimal);
    return octet > 255 ? null : { octet, length: 4 };
  }
  const next = text.charCodeAt(at + 1);
  return next >= 0x21 && next <= 0x7e && !(next >= 0x30 && next <= 0x39)
    ? { octet: next, length: 2 }
    : null;
}

/**
 * Reads a name in presentation form: `mail.example.com`, `a\.b.example.`, `\000.example`. A name
 * without a final dot is completed with `origin`. Text is ASCII: U-labels are converted before.
 * Errors: `name-invalid` with a `NameProblem`.
 */
export function parseName(text: string, origin: DomainName = rootName): Result<DomainName> {
  if (text === '') return nameFailure(text, 'empty');
  if (text === '.') return success(rootName);
  if (text.length > nameTextMax) return nameFailure(text, 'nameTooLong');
  const labels: Uint8Array[] = [];
  let label: number[] = [];
  let absolute = false;
  for (let at = 0; at < text.length;) {
    const read = readOctet(text, at);
    if (read === null) {
      return nameFailure(text, text.charCodeAt(at) === backslash ? 'escape' : 'character');
    }
    if (read.octet === dot && read.length === 1) {
      if (label.length === 0) return nameFailure(text, 'emptyLabel');
      labels.push(Uint8Array.from(label));
      label = [];
      absolute = at === text.length - 1;
    } else {
      label.push(read.octet);
      if (label.length > labelLengthMax) return nameFailure(text, 'labelTooLong');
    }
    at += read.length;
  }
  if (label.length > 0) labels.push(Uint8Array.from(label));
  const name = absolute ? labels : [...labels, ...origin];
  return wireLength(name) > nameLengthMax ? nameFailure(text, 'nameTooLong') : success(name);
}

function formatOctet(octet: number): string {
  if (octet < 0x21 || octet > 0x7e) return `\\${String(octet).padStart(3, '0')}`;
  const character = String.fromCharCode(octet);
  return escapedOctets.has(octet) ? `\\${character}` : character;
}

/** Presentation form with the final dot, case kept; the root is `.`. */
export function formatName(name: DomainName): string {
  if (name.length === 0) return '.';
  let text = '';
  for (const label of name) {
    for (const octet of label) text += formatOctet(octet);
    text += '.';
  }
  return text;
}
