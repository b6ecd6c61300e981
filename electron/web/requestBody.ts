import type { IncomingMessage } from 'node:http';

/** `gone`: the sender broke off, or took too long. */
export type BodyFailure = 'too-large' | 'malformed' | 'gone';

type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: BodyFailure };

/**
 * Reads a JSON body of at most `limit` bytes. A body that announces more is refused unread.
 * `__proto__` as a name is refused wherever it stands: nothing of ours is called that, and code that
 * copies properties by assignment would be fooled by it.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
): Promise<Read<unknown>> {
  const bytes = await readBytes(request, limit);
  if (!bytes.ok) return bytes;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.value);
    return { ok: true, value: JSON.parse(text, refuseProto) as unknown };
  } catch {
    return { ok: false, failure: 'malformed' };
  }
}

/** By events: leaving an iteration early would close the connection before it has its answer. */
function readBytes(request: IncomingMessage, limit: number): Promise<Read<Buffer>> {
  if (Number(request.headers['content-length'] ?? 0) > limit)
    return Promise.resolve({ ok: false, failure: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const end = (read: Read<Buffer>): void => {
      request.removeAllListeners('data').pause();
      resolve(read);
    };
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) end({ ok: false, failure: 'too-large' });
      else chunks.push(chunk);
    });
    request.once('end', () => end({ ok: true, value: Buffer.concat(chunks) }));
    request.once('error', () => end({ ok: false, failure: 'gone' }));
    request.once('close', () => end({ ok: false, failure: 'gone' }));
  });
}

function refuseProto(name: string, value: unknown): unknown {
  if (name === '__proto__') throw new SyntaxError('__proto__');
  return value;
}
