/** Error bodies of the token endpoint, by AADSTS number. Wording: Microsoft's error code reference. */
import { randomUUID } from 'node:crypto';
import type { CloudAnswer } from '../types.ts';

interface Spec {
  readonly error: string;
  readonly text: string;
  readonly suberror?: string;
  readonly claims?: string;
  readonly status?: number;
}

const mfaClaims = JSON.stringify({
  access_token: { capolids: { essential: true, values: ['11111111-aaaa-4aaa-8aaa-111111111111'] } },
});

const specs: Readonly<Record<number, Spec>> = {
  50011: {
    error: 'invalid_request',
    text: 'The redirect URI specified in the request does not match the redirect URIs configured for the application.',
  },
  50020: {
    error: 'invalid_grant',
    text: 'User account from identity provider does not exist in tenant and cannot access the application in that tenant.',
  },
  50034: { error: 'invalid_grant', text: 'The user account does not exist in the directory.' },
  50058: {
    error: 'interaction_required',
    text: 'A silent sign-in request was sent but no user is signed in.',
  },
  50076: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    claims: mfaClaims,
    text: 'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.',
  },
  50079: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: 'Due to a configuration change made by your administrator, you must enroll in multi-factor authentication.',
  },
  50105: {
    error: 'invalid_grant',
    text: 'Your administrator has configured the application to block users unless they are specifically granted access.',
  },
  50158: {
    error: 'invalid_grant',
    suberror: 'basic_action',
    text: 'External security challenge not satisfied.',
  },
  50173: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
  },
  50194: {
    error: 'unauthorized_client',
    text: 'Application is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after 10/15/2018. Use a tenant-specific endpoint or configure the application to be multi-tenant.',
  },
  53000: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state: compliant.',
  },
  53001: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Device is not in required device state: domain_joined.',
  },
  53003: {
    error: 'interaction_required',
    suberror: 'message_only',
    text: 'Access has been blocked by Conditional Access policies.',
  },
  65001: {
    error: 'invalid_grant',
    suberror: 'consent_required',
    text: 'The user or administrator has not consented to use the application. Send an interactive authorization request for this user and resource.',
  },
  65004: { error: 'access_denied', text: 'User declined to consent to access the app.' },
  70000: {
    error: 'invalid_grant',
    text: 'The provided value for the input parameter is not valid.',
  },
  70011: {
    error: 'invalid_scope',
    text: 'The provided value for the input parameter scope is not valid.',
  },
  70016: {
    error: 'authorization_pending',
    text: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
  },
  70018: { error: 'authorization_declined', text: 'User declined to authorize the device.' },
  70020: {
    error: 'expired_token',
    text: 'The provided value for the input parameter device_code is not valid. This device code has expired.',
  },
  70043: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The refresh token has expired or is invalid due to sign-in frequency checks by Conditional Access.',
  },
  90002: {
    error: 'invalid_tenant',
    text: 'Tenant not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.',
  },
  90094: {
    error: 'access_denied',
    text: 'An administrator of the organization has set a policy that prevents users from granting the application the permissions it is requesting.',
  },
  500011: {
    error: 'invalid_resource',
    text: 'The resource principal was not found in the tenant.',
  },
  650052: {
    error: 'invalid_client',
    text: 'The app needs access to a service that your organization has not subscribed to or enabled.',
  },
  650057: {
    error: 'invalid_resource',
    text: 'Invalid resource. The client has requested access to a resource which is not listed in the requested permissions in the client’s application registration.',
  },
  700016: {
    error: 'unauthorized_client',
    text: 'Application was not found in the directory. This can happen if the application has not been installed by the administrator of the tenant.',
  },
  700082: {
    error: 'invalid_grant',
    suberror: 'bad_token',
    text: 'The refresh token has expired due to inactivity.',
  },
  7000218: {
    error: 'invalid_client',
    status: 401,
    text: "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  },
};

export function aadsts(number: number): CloudAnswer {
  const spec = specs[number];
  if (spec === undefined) throw new Error(`AADSTS${number} is not played here`);
  const trace = randomUUID();
  return {
    status: spec.status ?? 400,
    headers: { 'x-ms-request-id': trace },
    body: {
      error: spec.error,
      error_description: `AADSTS${number}: ${spec.text} Trace ID: ${trace} Correlation ID: ${randomUUID()} Timestamp: 2026-11-23 10:00:00Z`,
      error_codes: [number],
      timestamp: '2026-11-23 10:00:00Z',
      trace_id: trace,
      correlation_id: randomUUID(),
      error_uri: `https://login.microsoftonline.com/error?code=${number}`,
      ...(spec.suberror === undefined ? {} : { suberror: spec.suberror }),
      ...(spec.claims === undefined ? {} : { claims: spec.claims }),
    },
  };
}
