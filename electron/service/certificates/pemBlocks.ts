/** One `-----BEGIN label-----` … `-----END label-----` of a text. */
export type PemBlock =
  | { readonly kind: 'block'; readonly label: string; readonly bytes: Buffer }
  /** A private key. Its bytes are of no use here and stay undecoded. */
  | { readonly kind: 'private-key' }
  | { readonly kind: 'damaged'; readonly line: number }
  /** The text ends inside the block. */
  | { readonly kind: 'truncated'; readonly line: number };

const begin = '-----BEGIN ';
const end = '-----END ';
const dashes = '-----';
const labelForm = /^[\x21-\x7e](?:[\x20-\x7e]{0,78}[\x21-\x7e])?$/;
const notBase64 = /[^A-Za-z0-9+/=\s]/;
const paddingForm = /^=\s*=?\s*$/;

export function holdsPem(text: string): boolean {
  return text.includes(begin);
}

/**
 * The blocks of a text (RFC 7468, its lax form: any line ends, blanks, text between the blocks, as
 * certificate stores print it). Reads the text once, whatever stands in it.
 */
export function* pemBlocks(text: string): Generator<PemBlock> {
  const lineOf = lineCounter(text);
  let endAt = 0;
  for (let at = text.indexOf(begin); at !== -1;) {
    const line = lineOf(at);
    const labelAt = at + begin.length;
    const labelEnd = text.indexOf(dashes, labelAt);
    const label = text.slice(labelAt, labelEnd === -1 ? labelAt : labelEnd).trim();
    const next = text.indexOf(begin, labelAt);
    if (endAt !== -1 && endAt < labelAt) endAt = text.indexOf(end, labelAt);
    if (endAt === -1 && next === -1) yield { kind: 'truncated', line };
    else if (endAt === -1 || (next !== -1 && next < endAt)) yield { kind: 'damaged', line };
    else yield block(text, { label, line, bodyAt: labelEnd + dashes.length, endAt });
    at = next;
  }
}

/** Tells the lines of ever larger offsets, and looks at each octet once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let lineEnd = text.indexOf('\n');
  return (offset) => {
    for (; lineEnd !== -1 && lineEnd < offset; lineEnd = text.indexOf('\n', lineEnd + 1)) line += 1;
    return line;
  };
}

interface Frame {
  readonly label: string;
  readonly line: number;
  readonly bodyAt: number;
  readonly endAt: number;
}

function block(text: string, { label, line, bodyAt, endAt }: Frame): PemBlock {
  const body = text.slice(bodyAt, endAt);
  const closing = text.slice(endAt + end.length, endAt + end.length + label.length + 5);
  if (!labelForm.test(label) || closing !== label + dashes) return { kind: 'damaged', line };
  if (label.endsWith('PRIVATE KEY')) return { kind: 'private-key' };
  const bytes = decodeBase64(body);
  return bytes === null ? { kind: 'damaged', line } : { kind: 'block', label, bytes };
}

/** Base64 (RFC 4648 §4) with blanks anywhere; `null`: something else, or nothing. */
export function decodeBase64(text: string): Buffer | null {
  if (notBase64.test(text)) return null;
  const padding = text.indexOf('=');
  if (padding !== -1 && !paddingForm.test(text.slice(padding))) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 0 ? null : bytes;
}
