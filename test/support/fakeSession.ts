/** A session whose tokens and answers a test gives, and clocks that need no waiting. */
import { clouds } from '../../shared/identity/clouds.ts';
import { success } from '../../shared/errors.ts';
import type {
  AccessToken,
  TenantSession,
  TokenRequest,
} from '../../electron/service/identity/types.ts';
import type { Cloud } from '../../shared/identity/clouds.ts';
import type { HttpRequest } from '../../electron/service/ports.ts';
import type { OutsideCall } from '../../electron/service/outsideCalls.ts';
import type { Result } from '../../shared/errors.ts';
import type { Timing } from '../../electron/service/microsoft/timing.ts';

export const testTenantId = '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01';

export interface SentRequest {
  readonly url: URL;
  readonly request: HttpRequest;
  /** Parsed, where there is one. */
  readonly body: unknown;
}

export interface FakeSession extends TenantSession {
  readonly sent: readonly SentRequest[];
  readonly tokensAsked: readonly TokenRequest[];
}

export type FakeAnswer = Response | Error | Promise<Response>;

export function jsonAnswer(
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'request-id': `id-${status}`, ...headers },
  });
}

export function fakeSession(
  answer: (sent: SentRequest, number: number) => FakeAnswer,
  options: {
    readonly cloud?: Cloud;
    readonly username?: string;
    readonly token?: (request: TokenRequest, number: number) => Result<AccessToken>;
  } = {},
): FakeSession {
  const sent: SentRequest[] = [];
  const tokensAsked: TokenRequest[] = [];
  return {
    account: {
      id: 'account',
      username: options.username ?? 'admin@contoso.example',
      displayName: 'Avery Admin',
      tenantId: testTenantId,
    },
    cloud: options.cloud ?? clouds.worldwide,
    sent,
    tokensAsked,
    async fetch(url, request) {
      request.signal?.throwIfAborted();
      const body: unknown = request.body === undefined ? null : JSON.parse(request.body);
      const one = { url: new URL(url), request, body };
      sent.push(one);
      const given = await answer(one, sent.length);
      if (given instanceof Error) throw given;
      return given;
    },
    async token(request) {
      tokensAsked.push(request);
      return options.token?.(request, tokensAsked.length) ?? success(fakeToken('token-1', request));
    },
  };
}

export function fakeToken(secret: string, { scopes }: TokenRequest): AccessToken {
  return {
    scopes,
    expiresAt: new Date('2026-11-23T11:00:00Z'),
    authorization: () => `Bearer ${secret}`,
  };
}

export interface FakeTiming extends Timing {
  /** Milliseconds of each wait. */
  readonly waits: readonly number[];
}

/** Waits take no time, and the clock moves on by them. */
export function fakeTiming(): FakeTiming {
  const waits: number[] = [];
  let now = 0;
  return {
    waits,
    now: () => now,
    random: () => 0,
    async sleep(milliseconds) {
      waits.push(milliseconds);
      now += milliseconds;
      await Promise.resolve();
    },
  };
}

export interface CallBook {
  readonly calls: readonly OutsideCall[];
  readonly record: (call: OutsideCall) => void;
}

export function callBook(): CallBook {
  const calls: OutsideCall[] = [];
  return { calls, record: (call) => void calls.push(call) };
}
