import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { usageError } from './options.ts';

/** No password is longer. */
const lineBytesMax = 4096;

/** The first line of stdin without its end, for a password; empty where stdin is. */
export async function readFirstLine(stdin: AsyncIterable<Uint8Array>): Promise<Result<string>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stdin) {
    chunks.push(chunk);
    length += chunk.length;
    if (chunk.includes(0x0a) || length > lineBytesMax) break;
  }
  const [line = ''] = Buffer.concat(chunks).toString('utf8').split('\n');
  if (Buffer.byteLength(line) > lineBytesMax) {
    return usageError({ problem: 'passwordTooLong', max: lineBytesMax });
  }
  return success(line.replace(/\r$/, ''));
}
