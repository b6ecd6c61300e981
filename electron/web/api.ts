import { answerControl, controlRequestSchema } from './control.ts';
import { callRate, createRateLimit, isWithinLimits } from '../service/callLimits.ts';
import { connectionOwner } from './connectionOwner.ts';
import { createCalls } from './calls.ts';
import { failure } from '../../shared/errors.ts';
import { isChannelName } from '../../shared/contract/index.ts';
import { readJsonBody } from './requestBody.ts';
import { sendJson, sendRefusal } from './responses.ts';
import { z } from 'zod';
import type { EventStreams } from './eventStreams.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Service } from '../service/service.ts';
import type { SessionId, Sessions } from './sessions.ts';
import type { WebLimits } from './limits.ts';

/** Answers a POST that the guard let through. Rejects for a bug alone. */
export type Api = (
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

interface ApiOptions {
  readonly service: Service;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly controlKey: Buffer;
  readonly limits: WebLimits;
  readonly quit: () => void;
}

/** The road of a second start; no page may ask for it. */
export const controlPath = '/control';

/** 256 bits in base64url. */
const secretSchema = z.string().regex(/^[\w-]{43}$/);
const tradeSchema = z.strictObject({ token: secretSchema, session: secretSchema });
const callSchema = z.strictObject({
  id: z.uuid(),
  channel: z.string().max(128),
  input: z.unknown(),
});
const collectSchema = z.strictObject({ id: z.uuid() });
const emptySchema = z.strictObject({});

/** The roads of the page script (`page/` is the other end) and of a second start. */
export function createApi(options: ApiOptions): Api {
  const { sessions, limits } = options;
  const roads = pageRoads(options);
  return async (path, request, response) => {
    if (path === '/session') return trade(sessions, limits, request, response);
    if (path === controlPath) return control(options, request, response);
    const road = Object.hasOwn(roads, path) ? roads[path] : undefined;
    if (road === undefined) return sendRefusal(response, 404, 'not found');
    const secret = request.headers['x-companion-session'];
    // Asked before a byte of the body is read.
    const session = typeof secret === 'string' ? sessions.find(secret) : null;
    if (session === null) return sendRefusal(response, 401, 'session');
    return road(session, request, response);
  };
}

type Road = (
  session: SessionId,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<void>;

/** SECURITY: S21 counted and measured here, parsed by the router. */
function pageRoads({ service, streams, limits }: ApiOptions): Readonly<Record<string, Road>> {
  const mayCall = createRateLimit(() => performance.now(), callRate);
  const calls = createCalls(service.router, limits, (session, id) =>
    streams.tell(session, { answered: id }),
  );
  return {
    '/call': async (session, request, response) => {
      const input = await readInput(callSchema, limits.callBytes, request, response);
      if (input === null) return;
      const name = isChannelName(input.channel) ? input.channel : '';
      if (!mayCall(`${session} ${name}`)) return sendJson(response, 200, failure('rate-limited'));
      if (!isWithinLimits(input.input)) return sendJson(response, 200, failure('input-too-large'));
      const answer = await calls.start(session, input.id, input.channel, input.input);
      sendJson(response, answer === 'pending' ? 202 : 200, answer);
    },
    '/collect': async (session, request, response) => {
      const input = await readInput(collectSchema, limits.smallBodyBytes, request, response);
      if (input === null) return;
      const answer = calls.collect(session, input.id);
      if (answer === 'unknown') return sendJson(response, 200, failure('internal'));
      if (answer !== 'pending') response.once('finish', () => calls.forget(session, input.id));
      sendJson(response, answer === 'pending' ? 202 : 200, answer);
    },
    '/events': async (session, request, response) => {
      const input = await readInput(emptySchema, limits.smallBodyBytes, request, response);
      if (input !== null) streams.open(session, response);
    },
  };
}

/** A link that another user of the machine saw (a browser's arguments are no secret) serves nobody. */
async function trade(
  sessions: Sessions,
  limits: WebLimits,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const input = await readInput(tradeSchema, limits.smallBodyBytes, request, response);
  if (input === null) return;
  const { localPort = 0, remotePort = 0 } = request.socket;
  const owner = connectionOwner({ localPort, remotePort });
  if (owner !== null && owner !== 0 && owner !== process.getuid?.())
    return sendRefusal(response, 403, 'user');
  if (sessions.trade(input.token, input.session)) sendJson(response, 200, {});
  else sendRefusal(response, 401, 'token');
}

async function control(
  { sessions, limits, controlKey, quit }: ApiOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const input = await readInput(controlRequestSchema, limits.smallBodyBytes, request, response);
  if (input === null) return;
  const answer = answerControl(input, controlKey, () => sessions.issueToken());
  if (answer === null) return sendRefusal(response, 401, 'key');
  if (answer.quit) response.once('close', quit);
  sendJson(response, 200, answer.reply);
}

/** The body, or `null` when it was no good and the sender has been told so. */
async function readInput<T>(
  schema: z.ZodType<T>,
  limit: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<T | null> {
  const read = await readJsonBody(request, limit);
  if (!read.ok) {
    if (read.failure === 'gone') response.destroy();
    else sendRefusal(response, read.failure === 'too-large' ? 413 : 400, read.failure);
    return null;
  }
  const parsed = schema.safeParse(read.value);
  if (parsed.success) return parsed.data;
  sendRefusal(response, 400, 'malformed');
  return null;
}
