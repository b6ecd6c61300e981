import { appError } from '../../../shared/errors.ts';
import { authorityOf, fullScopes } from './application.ts';
import { createMsalNetwork, createTrace } from './msalNetwork.ts';
import { signInError } from './signInError.ts';
import type { AppError, Result } from '../../../shared/errors.ts';
import type { Cloud } from '../../../shared/identity/clouds.ts';
import type { Fetch } from '../ports.ts';
import type { RegistrationCheck } from '../../../shared/contract/identity.ts';

export interface RegistrationUnderCheck {
  readonly cloud: Cloud;
  readonly clientId: string;
  readonly tenant: string | null;
  readonly fetch: Fetch;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Whether Entra knows the tenant and the application, and allows signing in with a code; without
 * signing in. A device code is asked for and let lapse: its request is refused for an application that
 * the tenant does not know, its first poll where public client flows are off.
 *
 * What only a sign-in can tell (redirect address, permissions) is not asked here.
 */
export async function checkRegistration(
  under: RegistrationUnderCheck,
  signal: AbortSignal,
  onCheck: (check: RegistrationCheck) => void,
): Promise<Result<RegistrationCheck[]>> {
  const checks: RegistrationCheck[] = [];
  const note = (check: RegistrationCheck): void => {
    checks.push(check);
    onCheck(check);
  };
  const tenant = await ask(under, signal, 'GET', '/v2.0/.well-known/openid-configuration', null);
  note(outcome('tenant', tenant));
  const base = '/oauth2/v2.0';
  const code = tenant.ok
    ? await ask(under, signal, 'POST', `${base}/devicecode`, {
        client_id: under.clientId,
        scope: fullScopes(under.cloud, 'graph', ['User.Read']).join(' '),
      })
    : null;
  note(code === null ? unknown('application') : outcome('application', code));
  const deviceCode = code?.ok === true ? code.value['device_code'] : undefined;
  const poll =
    typeof deviceCode === 'string'
      ? await ask(under, signal, 'POST', `${base}/token`, {
          client_id: under.clientId,
          grant_type: 'device_code',
          device_code: deviceCode,
        })
      : null;
  note(poll === null ? unknown('public-client') : outcome('public-client', poll));
  return { ok: true, value: checks };
}

function unknown(check: RegistrationCheck['check']): RegistrationCheck {
  return { check, passed: null, problem: null };
}

/** Only what speaks of the registration fails it; a network that is down leaves it open. */
function outcome(check: RegistrationCheck['check'], result: Result<Json>): RegistrationCheck {
  if (result.ok) return { check, passed: true, problem: null };
  const { code } = result.error;
  const open =
    code.startsWith('network-') || code === 'service-unavailable' || code === 'cancelled';
  return { check, passed: open ? null : false, problem: result.error };
}

function failed(error: AppError): Result<Json> {
  return { ok: false, error };
}

async function ask(
  { cloud, clientId, tenant, fetch }: RegistrationUnderCheck,
  signal: AbortSignal,
  method: 'GET' | 'POST',
  path: string,
  form: Readonly<Record<string, string>> | null,
): Promise<Result<Json>> {
  const network = createMsalNetwork(fetch, () => {});
  const trace = createTrace(signal);
  const url = `${authorityOf(cloud, tenant ?? cloud.tenant)}${path}`;
  const facts = { clientId, account: '', tenant: tenant ?? '', scopes: '', clockAhead: null };
  try {
    const { status, body } = await network.traced(trace, () =>
      form === null
        ? network.sendGetRequestAsync<Json>(url)
        : network.sendPostRequestAsync<Json>(url, {
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: new URLSearchParams(form).toString(),
          }),
    );
    if (trace.oauthError !== null) return failed(signInError(null, trace, facts));
    if (status === 200 || body['error'] === 'authorization_pending')
      return { ok: true, value: body };
    return failed(appError('service-unavailable', { host: new URL(url).host, status }));
  } catch (error) {
    return failed(signInError(error, trace, facts));
  }
}
