/** Base32 with the extended hex alphabet, without padding (RFC 4648 §7, RFC 5155 §3.3). */

const alphabet = '0123456789abcdefghijklmnopqrstuv';

/** In lower case. */
export function encodeBase32hex(octets: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const octet of octets) {
    held = held * 256 + octet;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[held >>> bits] ?? '';
      held &= (1 << bits) - 1;
    }
  }
  return bits > 0 ? text + (alphabet[held << (5 - bits)] ?? '') : text;
}

/** In either case; `null` when it is not the encoding of any octets. */
export function decodeBase32hex(text: string): Uint8Array | null {
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of text.toLowerCase()) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    held = held * 32 + digit;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      octets.push(held >>> bits);
      held &= (1 << bits) - 1;
    }
  }
  return bits < 5 && held === 0 ? Uint8Array.from(octets) : null;
}
