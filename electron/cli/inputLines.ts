/** A line that is longer than any that means something, in bytes. */
const lineBytesMax = 8 * 1024 * 1024;

export interface InputLine {
  /** From 1. */
  readonly number: number;
  /** `null`: too long. */
  readonly text: string | null;
}

/** The lines of a stream of UTF-8 that are not blank. A line beyond the limit is skipped, not kept. */
export async function* inputLines(input: AsyncIterable<Uint8Array>): AsyncGenerator<InputLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const take = (): InputLine | null => {
    const text = length > lineBytesMax ? null : Buffer.concat(parts).toString('utf8');
    parts = [];
    length = 0;
    return text?.trim() === '' ? null : { number, text };
  };
  for await (const chunk of input) {
    for (let at = 0; at < chunk.length;) {
      const end = chunk.indexOf(0x0a, at);
      const part = chunk.subarray(at, end < 0 ? chunk.length : end);
      length += part.length;
      if (length <= lineBytesMax) parts.push(part);
      at += part.length + 1;
      if (end < 0) break;
      const line = take();
      if (line !== null) yield line;
      number += 1;
    }
  }
  const last = take();
  if (last !== null) yield last;
}
