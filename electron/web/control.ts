import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

/** What a second start may ask of the first: whether it is there, for a link, to end. */
export type ControlWish = ControlRequest['wish'];

export const controlRequestSchema = z.strictObject({
  wish: z.enum(['greet', 'link', 'quit']),
  nonce: z.string().length(43),
  proof: z.string().length(43),
});
type ControlRequest = z.infer<typeof controlRequestSchema>;

export const controlReplySchema = z.strictObject({
  token: z.string().length(43).nullable(),
  proof: z.string().length(43),
});
type ControlReply = z.infer<typeof controlReplySchema>;

/*
 * Both sides prove that they hold the key of the instance file and neither sends it: after a crash
 * another user's program may sit on our port, and must neither learn the key nor pass its own page
 * off as ours.
 */

export function controlRequest(wish: ControlWish, key: Buffer): ControlRequest {
  const nonce = randomBytes(32).toString('base64url');
  return { wish, nonce, proof: prove(key, 'request', wish, nonce) };
}

/** `null` where the request does not prove the key. */
export function answerControl(
  { wish, nonce, proof }: ControlRequest,
  key: Buffer,
  issueToken: () => string,
): { readonly reply: ControlReply; readonly quit: boolean } | null {
  if (!same(proof, prove(key, 'request', wish, nonce))) return null;
  const token = wish === 'link' ? issueToken() : null;
  return {
    reply: { token, proof: prove(key, 'reply', nonce, token ?? '') },
    quit: wish === 'quit',
  };
}

/** Whether the reply answers this request and comes from the holder of the key. */
export function isGenuine(reply: ControlReply, request: ControlRequest, key: Buffer): boolean {
  return same(reply.proof, prove(key, 'reply', request.nonce, reply.token ?? ''));
}

function prove(key: Buffer, ...parts: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
