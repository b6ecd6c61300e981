import type { Result } from '../../../shared/errors.ts';

/** `pending`: the answer takes longer and is collected later. */
export type Reply = Result<unknown> | 'pending';

export const sessionLost: Result<never> = {
  ok: false,
  error: { code: 'session-lost', params: {} },
};

/** Rejects when the host does not answer; what it refuses comes back as a value. */
export async function post(
  session: Promise<string | null>,
  path: '/call' | '/collect',
  body: object,
): Promise<Reply> {
  const secret = await session;
  if (secret === null) return sessionLost;
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Companion-Session': secret },
    body: JSON.stringify(body),
  });
  if (response.status === 200) return (await response.json()) as Result<unknown>;
  if (response.status === 202) return 'pending';
  if (response.status === 401) return sessionLost;
  const code = response.status === 413 ? 'input-too-large' : 'input-invalid';
  return { ok: false, error: { code, params: {} } };
}
