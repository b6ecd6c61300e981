/**
 * The text of a file that holds text: UTF-8, or UTF-16 as PowerShell redirects and old editors save
 * it, with or without a byte order mark. Octets above 7F come out as some character or other: what is
 * looked for in it is ASCII. `null`: not text.
 */
export function fileText(bytes: Buffer): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.subarray(2).toString('utf16le');
  if (first === 0xfe && second === 0xff) return utf16be(bytes.subarray(2));
  const start = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  const head = bytes.subarray(start, start + 1024);
  if (!head.includes(0)) return bytes.toString('latin1', start);
  if (isHalfZero(head, 1)) return bytes.toString('utf16le');
  if (isHalfZero(head, 0)) return utf16be(bytes);
  return null;
}

function utf16be(bytes: Buffer): string {
  return Buffer.from(bytes.subarray(0, bytes.length & ~1))
    .swap16()
    .toString('utf16le');
}

/** ASCII in UTF-16: every second octet is zero, and no other. */
function isHalfZero(head: Buffer, zeroAt: 0 | 1): boolean {
  return head.every((octet, index) => (octet === 0) === (index % 2 === zeroAt));
}
