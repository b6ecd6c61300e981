/** Type bit maps (RFC 4034 §4.1.2). */

/** The types of a bit map in ascending order; `null` when it breaks the format. */
export function parseTypeBitmap(bytes: Uint8Array): ReadonlySet<number> | null {
  const types = new Set<number>();
  let lastWindow = -1;
  for (let at = 0; at < bytes.length;) {
    const window = bytes[at] ?? 0;
    const length = bytes[at + 1] ?? 0;
    const block = bytes.subarray(at + 2, at + 2 + length);
    const isWhole = length >= 1 && length <= 32 && block.length === length;
    if (!isWhole || window <= lastWindow || block.at(-1) === 0) return null;
    for (const [index, octet] of block.entries()) {
      for (let bit = 0; bit < 8; bit += 1) {
        if ((octet & (0x80 >>> bit)) !== 0) types.add(window * 256 + index * 8 + bit);
      }
    }
    lastWindow = window;
    at += 2 + length;
  }
  return types;
}

export function encodeTypeBitmap(types: Iterable<number>): Uint8Array {
  const sorted = [...new Set(types)].toSorted((a, b) => a - b);
  const bytes: number[] = [];
  for (const window of new Set(sorted.map((type) => type >>> 8))) {
    const block: number[] = [];
    for (const type of sorted.filter((candidate) => candidate >>> 8 === window)) {
      const index = (type & 0xff) >>> 3;
      while (block.length <= index) block.push(0);
      block[index] = (block[index] ?? 0) | (0x80 >>> (type & 7));
    }
    bytes.push(window, block.length, ...block);
  }
  return Uint8Array.from(bytes);
}
