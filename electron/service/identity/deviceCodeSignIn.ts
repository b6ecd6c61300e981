import { appError } from '../../../shared/errors.ts';
import { createTrace } from './msalNetwork.ts';
import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import type { Application } from './application.ts';
import type { Asked, Waiting } from './signIn.ts';
import type { Result } from '../../../shared/errors.ts';

/** Characters of the answer's texts that are shown. */
const textMax = 500;

/**
 * Signs in with a code that the person types in a browser anywhere (RFC 8628). Cancelling is felt at
 * once; msal's polling ends with its next turn, and `discard` gets what it may still bring.
 */
export async function signInWithCode(
  { client, network }: Application,
  asked: Asked,
  { signal, clock, onStep, explain }: Waiting,
  discard: (result: AuthenticationResult) => void,
): Promise<Result<AuthenticationResult>> {
  const trace = createTrace(signal);
  const request: DeviceCodeRequest = {
    authority: asked.authority,
    scopes: [...asked.scopes],
    ...(asked.claims === null ? {} : { claims: asked.claims }),
    deviceCodeCallback: ({ userCode, verificationUri, message, expiresIn }) =>
      onStep({
        step: 'code',
        userCode: userCode.slice(0, textMax),
        verificationUri: verificationUri.slice(0, textMax),
        message: message.slice(0, textMax),
        until: new Date(clock().getTime() + expiresIn * 1000).toISOString(),
      }),
  };
  const work = network.traced(trace, () => client.acquireTokenByDeviceCode(request));
  const { promise: aborted, resolve: abort } = Promise.withResolvers<'aborted'>();
  const cancel = (): void => {
    request.cancel = true;
    abort('aborted');
  };
  signal.addEventListener('abort', cancel);
  if (signal.aborted) cancel();
  try {
    const result = await Promise.race([work, aborted]);
    if (result === 'aborted') {
      work.then((late) => late !== null && discard(late)).catch(() => {});
      return { ok: false, error: appError('cancelled') };
    }
    if (result === null) return { ok: false, error: appError('sign-in-declined') };
    return { ok: true, value: result };
  } catch (error) {
    return { ok: false, error: explain(error, trace) };
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}
