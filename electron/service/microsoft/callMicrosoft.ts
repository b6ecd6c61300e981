import { assertNever } from '../../../shared/assertNever.ts';
import { failed } from './failure.ts';
import { readClaimsChallenge } from '../identity/claimsChallenge.ts';
import { retryAfter } from './retryAfter.ts';
import type { AppError, ErrorCode } from '../../../shared/errors.ts';
import type { Scope, Resource } from '../../../shared/identity/permissions.ts';
import type { TenantSession } from '../identity/types.ts';
import type { Answer } from './exchangeOverHttps.ts';
import type { CallFailure, Outcome } from './failure.ts';
import type { Gate } from './gate.ts';
import type { Timing } from './timing.ts';

/** What an answer means. `again`: it may be better when asked once more. */
export type Reading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failure'; readonly failure: CallFailure }
  | { readonly kind: 'again'; readonly failure: CallFailure };

export interface MicrosoftCall<T> {
  readonly session: Pick<TenantSession, 'token'>;
  readonly resource: Resource;
  readonly scopes: readonly Scope[];
  readonly gate: Gate;
  readonly timing: Timing;
  readonly signal: AbortSignal;
  /** One request with this `Authorization`. */
  readonly send: (authorization: string) => Promise<Outcome<Answer>>;
  /** For statuses that are not the same everywhere (401, 429 and 5xx are). */
  readonly read: (answer: Answer) => Reading<T>;
}

/** Asked once and then so often again, where it is not us who is wrong. */
const triesMax = 4;
const throttledMax = 6;
const backoffFirst = 1_000;
/** Longer than this nobody waits at a screen; the source fails as throttled. */
const waitMax = 180_000;

/** What has been tried of one call. */
interface Tries {
  failed: number;
  throttled: number;
  renewed: boolean;
  renewal: { readonly claims: string } | { readonly renew: true } | null;
}

/**
 * Token, request, and what belongs around it: network and 5xx are tried again with growing pauses
 * (every call here reads, so that it may be repeated), 429 waits as long as it says and makes the
 * others wait too, a claims challenge gets a token that meets it, and another 401 a fresh one, once.
 */
export async function callMicrosoft<T>(call: MicrosoftCall<T>): Promise<Outcome<T>> {
  const tries: Tries = { failed: 0, throttled: 0, renewed: false, renewal: null };
  for (;;) {
    const leave = await call.gate.enter(call.signal);
    if (leave === null) return failed('interrupted');
    let verdict: Verdict<T>;
    try {
      verdict = await tryOnce(call, tries);
    } finally {
      leave();
    }
    if (verdict.kind === 'value') return { ok: true, value: verdict.value };
    if (call.signal.aborted) return failed('interrupted');
    if (!(await prepareAgain(verdict, tries, call))) return { ok: false, failure: verdict.failure };
  }
}

async function tryOnce<T>(call: MicrosoftCall<T>, tries: Tries): Promise<Verdict<T>> {
  const { session, resource, scopes, signal } = call;
  const token = await session.token({ resource, scopes, signal, ...tries.renewal });
  tries.renewal = null;
  if (!token.ok) return { kind: 'failure', failure: signInFailure(token.error) };
  return judge(await call.send(token.value.authorization()), call.read);
}

/** Waits where there is a point in another try. `false`: there is none. */
async function prepareAgain<T>(
  verdict: Exclude<Verdict<T>, { readonly kind: 'value' }>,
  tries: Tries,
  { gate, timing, signal }: MicrosoftCall<T>,
): Promise<boolean> {
  switch (verdict.kind) {
    case 'failure':
      return false;
    case 'unauthorized':
      if (tries.renewed) return false;
      tries.renewed = true;
      tries.renewal = verdict.claims === null ? { renew: true } : { claims: verdict.claims };
      return true;
    case 'throttled': {
      const wait = verdict.wait ?? backoff(tries.throttled, timing);
      tries.throttled += 1;
      if (tries.throttled >= throttledMax || wait > waitMax) return false;
      gate.pause(wait);
      return true;
    }
    case 'again': {
      const wait = verdict.wait ?? backoff(tries.failed, timing);
      tries.failed += 1;
      if (tries.failed >= triesMax || wait > waitMax) return false;
      await timing.sleep(wait, signal);
      return true;
    }
    default:
      return assertNever(verdict, 'verdict');
  }
}

type Verdict<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'failure'; readonly failure: CallFailure }
  | { readonly kind: 'unauthorized'; readonly failure: CallFailure; readonly claims: string | null }
  | {
      readonly kind: 'again' | 'throttled';
      readonly failure: CallFailure;
      readonly wait: number | null;
    };

const passing: ReadonlySet<number> = new Set([500, 502, 503, 504]);

function judge<T>(outcome: Outcome<Answer>, read: (answer: Answer) => Reading<T>): Verdict<T> {
  if (!outcome.ok) {
    const { failure } = outcome;
    const isFinal = failure.reason === 'interrupted' || failure.reason === 'unexpected-answer';
    return isFinal ? { kind: 'failure', failure } : { kind: 'again', failure, wait: null };
  }
  const answer = outcome.value;
  const { status, requestId, headers } = answer;
  const known = { status, requestId };
  if (status === 401) {
    const claims = readClaimsChallenge(headers.get('www-authenticate'));
    return { kind: 'unauthorized', failure: failed('token-refused', known).failure, claims };
  }
  const wait = retryAfter(headers);
  if (status === 429)
    return { kind: 'throttled', failure: failed('throttled', known).failure, wait };
  if (passing.has(status)) {
    return { kind: 'again', failure: failed('server-error', known).failure, wait };
  }
  const reading = read(answer);
  return reading.kind === 'again' ? { ...reading, wait: null } : reading;
}

/** One second, two, four, …, each by up to a quarter longer, so that many don't come back at once. */
function backoff(tries: number, { random }: Timing): number {
  return backoffFirst * 2 ** tries * (1 + random() / 4);
}

/** No permission, as opposed to no sign-in. */
const consentCodes: ReadonlySet<ErrorCode> = new Set([
  'consent-required',
  'consent-declined',
  'admin-consent-required',
  'app-permission-missing',
  'resource-not-in-tenant',
  'scope-unknown',
]);

/** The sign-in's own failures, in the words of a snapshot. */
export function signInFailure({ code }: AppError): CallFailure {
  if (code === 'cancelled') return failed('interrupted').failure;
  if (consentCodes.has(code)) return failed('consent-required', { code }).failure;
  if (code === 'network-timeout') return failed('timeout', { code }).failure;
  if (code === 'service-unavailable') return failed('server-error', { code }).failure;
  const isNetwork = code.startsWith('network-');
  return failed(isNetwork ? 'unreachable' : 'sign-in-required', { code }).failure;
}
