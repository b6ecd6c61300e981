import { request as send } from 'node:http';
import { appError } from '../../../shared/errors.ts';
import { createTrace } from './msalNetwork.ts';
import { notSignedInPage, signedInPage } from './browserPage.ts';
import type { AuthenticationResult } from '@azure/msal-node';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { Application } from './application.ts';
import type { Asked, Waiting } from './signIn.ts';

/** Milliseconds that a person gets, password and second factor included. */
const signInLimit = 5 * 60_000;

/**
 * Signs in by the system's browser: code and PKCE over msal's own loopback listener. It has neither a
 * cancel nor a limit; both are made here by answering that listener in the browser's place, which it
 * takes because the answer carries its `state`.
 */
export async function signInWithBrowser(
  { client, network, cloud }: Application,
  asked: Asked,
  openBrowser: (url: string) => Promise<void>,
  waiting: Waiting,
  limit = signInLimit,
): Promise<Result<AuthenticationResult>> {
  const { clock, onStep } = waiting;
  const ending = new AbortController();
  const trace = createTrace(ending.signal);
  let page: URL | null = null;
  let ended: AppError | null = null;
  const end = (why: AppError): void => {
    ended ??= why;
    ending.abort();
    if (page !== null) answerInPlaceOf(page);
  };
  const cancel = (): void => end(appError('cancelled'));
  const timer = setTimeout(
    () => end(appError('sign-in-timeout', { minutes: Math.round(limit / 60_000) })),
    limit,
  );
  waiting.signal.addEventListener('abort', cancel);
  if (waiting.signal.aborted) cancel();
  try {
    const result = await network.traced(trace, () =>
      client.acquireTokenInteractive({
        authority: asked.authority,
        scopes: [...asked.scopes],
        ...(asked.loginHint === null
          ? { prompt: 'select_account' }
          : { loginHint: asked.loginHint }),
        ...(asked.claims === null ? {} : { claims: asked.claims }),
        successTemplate: signedInPage,
        errorTemplate: notSignedInPage,
        openBrowser: async (url) => {
          page = new URL(url);
          if (page.origin !== cloud.authority) throw new Error('a sign-in page of another host');
          if (ended !== null) throw new Error('ended');
          try {
            await openBrowser(url);
          } catch {
            ended ??= appError('browser-unavailable');
            throw new Error('no browser');
          }
          onStep({ step: 'browser', until: new Date(clock().getTime() + limit).toISOString() });
        },
      }),
    );
    return { ok: true, value: result };
  } catch (error) {
    return { ok: false, error: ended ?? waiting.explain(error, trace) };
  } finally {
    clearTimeout(timer);
    waiting.signal.removeEventListener('abort', cancel);
  }
}

/** Tells the waiting listener that nobody will come. */
function answerInPlaceOf(page: URL): void {
  const redirect = page.searchParams.get('redirect_uri') ?? '';
  const state = page.searchParams.get('state') ?? '';
  const body = new URLSearchParams({ error: 'user_cancelled', state }).toString();
  const request = send({
    // The listener is on this address alone, whatever `localhost` is here.
    host: '127.0.0.1',
    port: new URL(redirect).port,
    path: '/',
    method: 'POST',
    timeout: 5000,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
    },
  });
  request.on('response', (response) => response.resume());
  // The person was faster, and the listener is gone.
  request.on('error', () => {});
  request.end(body);
}
