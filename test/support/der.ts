/** DER as X.690 writes it, for structures that no program makes. */
export function tlv(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOctets(content.length), content]);
}

function lengthOctets(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const hex = length.toString(16);
  const octets = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  return Buffer.concat([Buffer.from([0x80 | octets.length]), octets]);
}

/** BER: a constructed element of indefinite length. */
export function indefinite(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  return Buffer.concat([Buffer.from([tag, 0x80]), ...contents, Buffer.alloc(2)]);
}

export const sequence = (...contents: readonly Uint8Array[]) => tlv(0x30, ...contents);
export const set = (...contents: readonly Uint8Array[]) => tlv(0x31, ...contents);
export const octetString = (...contents: readonly Uint8Array[]) => tlv(0x04, ...contents);
export const bitString = (content: Uint8Array) => tlv(0x03, Buffer.from([0]), content);
export const explicit = (number: number, ...contents: readonly Uint8Array[]) =>
  tlv(0xa0 | number, ...contents);
export const utf8 = (text: string) => tlv(0x0c, Buffer.from(text, 'utf8'));
export const nothing = Buffer.from([0x05, 0x00]);

/** The octets of the integer as they stand, in hex, or a small number. */
export function integer(value: string | number): Buffer {
  if (typeof value === 'string') return tlv(0x02, Buffer.from(value, 'hex'));
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return tlv(
    0x02,
    Buffer.from(Number.parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even, 'hex'),
  );
}

export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const octets = [first * 40 + second, ...rest].flatMap((arc) => {
    const groups = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      groups.unshift(0x80 | (left % 128));
    }
    return groups;
  });
  return tlv(0x06, Buffer.from(octets));
}
