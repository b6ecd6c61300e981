import type { IncomingMessage } from 'node:http';

export type BodyFailure = 'too-large' | 'malformed' | 'gone';

/**
 * Reads a JSON body of at most `limit` bytes. A body that announces more is refused unread.
 * `__proto__` as a name is refused wherever it stands: nothing of ours is called that, and code that
 * copies properties by assignment would be fooled by it.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
): Promise<{ readonly ok: true; readonly value: unknown } | { ok: false; failure: BodyFailure }> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return { ok: false, failure: 'too-large' };
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) return { ok: false, failure: 'too-large' };
      chunks.push(chunk);
    }
  } catch {
    return { ok: false, failure: 'gone' };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    return { ok: true, value: JSON.parse(text, refuseProto) };
  } catch {
    return { ok: false, failure: 'malformed' };
  }
}

function refuseProto(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('__proto__');
  return value;
}
