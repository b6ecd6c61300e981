import { z } from 'zod';
import { createCalls } from './calls.ts';
import { failure } from '../../shared/errors.ts';
import { readJsonBody } from './requestBody.ts';
import { sendJson, sendRefusal } from './responses.ts';
import { answerControl } from './control.ts';
import type { EventStreams } from './eventStreams.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Service } from '../service/service.ts';
import type { SessionId, Sessions } from './sessions.ts';
import type { WebLimits } from './limits.ts';

export interface Api {
  /** Whether only our own programs, and no page, may ask for this path. */
  isControl(path: string): boolean;
  /** Answers a POST that the guard let through. Never rejects. */
  handle(path: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
}

interface ApiOptions {
  readonly service: Service;
  readonly sessions: Sessions;
  readonly streams: EventStreams;
  readonly controlKey: Buffer;
  readonly limits: WebLimits;
  readonly quit: () => void;
}

const controlPath = '/control';
const tradeSchema = z.strictObject({ token: z.string().max(128) });
const callSchema = z.strictObject({
  id: z.uuid(),
  channel: z.string().max(128),
  input: z.unknown(),
});
const collectSchema = z.strictObject({ id: z.uuid() });
const emptySchema = z.strictObject({});

/** The roads of the page script and of a second start; `page/companion.ts` is the other end. */
export function createApi(options: ApiOptions): Api {
  const { sessions, streams, limits } = options;
  const calls = createCalls(options.service.router, limits, (session, id) =>
    streams.tell(session, { answered: id }),
  );

  async function body<T>(
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

  async function trade(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = await body(tradeSchema, limits.smallBodyBytes, request, response);
    if (input === null) return;
    const session = sessions.trade(input.token);
    if (session === null) sendRefusal(response, 401, 'token');
    else sendJson(response, 200, { session });
  }

  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const input = await body(z.unknown(), limits.smallBodyBytes, request, response);
    if (input === null) return;
    const answer = answerControl(input, options.controlKey, () => sessions.issueToken());
    if (answer === null) return sendRefusal(response, 401, 'key');
    sendJson(response, 200, answer.reply);
    if (answer.quit) response.once('close', options.quit);
  }

  type Road = (
    session: SessionId,
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>;
  const roads: Readonly<Record<string, Road>> = {
    '/call': async (session, request, response) => {
      const input = await body(callSchema, limits.callBytes, request, response);
      if (input === null) return;
      const answer = await calls.start(session, input.id, input.channel, input.input);
      sendJson(response, answer === 'pending' ? 202 : 200, answer);
    },
    '/collect': async (session, request, response) => {
      const input = await body(collectSchema, limits.smallBodyBytes, request, response);
      if (input === null) return;
      const answer = calls.collect(session, input.id);
      if (answer === 'unknown') return sendJson(response, 200, failure('internal'));
      if (answer !== 'pending') response.once('finish', () => calls.forget(session, input.id));
      sendJson(response, answer === 'pending' ? 202 : 200, answer);
    },
    '/events': async (session, request, response) => {
      const input = await body(emptySchema, limits.smallBodyBytes, request, response);
      if (input !== null) streams.open(session, response);
    },
  };

  return {
    isControl: (path) => path === controlPath,
    async handle(path, request, response) {
      if (path === '/session') return trade(request, response);
      if (path === controlPath) return control(request, response);
      const road = Object.hasOwn(roads, path) ? roads[path] : undefined;
      if (road === undefined) return sendRefusal(response, 404, 'not found');
      const secret = request.headers['x-companion-session'];
      // Asked before a byte of the body is read.
      const session = typeof secret === 'string' ? sessions.find(secret) : null;
      if (session === null) return sendRefusal(response, 401, 'session');
      return road(session, request, response);
    },
  };
}
