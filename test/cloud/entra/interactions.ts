import { permissions } from '../../../shared/identity/permissions.ts';
import { consentPage, signInPage } from './pages.ts';
import { readBody } from '../listener.ts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { InteractionDetails, Provider } from 'oidc-provider';
import type { Directory } from './directory.ts';

const adminOnly: ReadonlySet<string> = new Set(
  permissions.filter(({ adminConsent }) => adminConsent).map(({ scope }) => scope),
);

/** The pages between the app's request and its answer: who is it, and may the app. */
export async function interact(
  provider: Provider,
  directory: Directory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const details = await provider.interactionDetails(request, response);
  const form = new URLSearchParams(request.method === 'POST' ? await readBody(request) : '');
  const step =
    details.prompt.name === 'login'
      ? signIn(details, form, directory)
      : consent(details, form, directory);
  if (typeof step === 'string') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(step);
    return;
  }
  const next = await provider.interactionResult(request, response, step, {
    mergeWithLastSubmission: true,
  });
  response.writeHead(303, { location: next });
  response.end();
}

function signIn(
  { uid, params }: InteractionDetails,
  form: URLSearchParams,
  directory: Directory,
): string | object {
  const login = form.get('login');
  const page = (problem: string | null): string =>
    signInPage(`/interaction/${uid}`, login ?? params['login_hint'] ?? '', problem);
  if (login === null) return page(null);
  const user = directory.userNamed(login);
  if (user === undefined) return page('AADSTS50034: there is no such account.');
  if (directory.tenantFor(user, params['x_segment'] ?? 'organizations') === undefined)
    return page('AADSTS50020: this account is of another tenant.');
  return { login: { accountId: user.oid } };
}

function consent(
  { uid, params, session }: InteractionDetails,
  form: URLSearchParams,
  directory: Directory,
): string | object {
  const user = directory.user(session?.accountId ?? '');
  const request = directory.parse(params['x_scope'] ?? '');
  if (user === undefined || typeof request === 'number') return denied(65004);
  const missing = directory.missing(user, request);
  const needsAdmin = !user.admin && missing.some((scope) => adminOnly.has(scope));
  const decision = form.get('decision');
  switch (decision) {
    case null:
      return consentPage(`/interaction/${uid}`, request.scopes, needsAdmin, user.admin);
    case 'accept':
    case 'accept-for-all':
      if (needsAdmin) return denied(90094);
      directory.consent(user, request.scopes, decision === 'accept-for-all');
      return { consent: {} };
    default:
      return denied(needsAdmin ? 90094 : 65004);
  }
}

function denied(number: 65004 | 90094): object {
  const text =
    number === 65004
      ? 'User declined to consent to access the app.'
      : 'Admin consent is required for the permissions requested by this application.';
  return { error: 'access_denied', error_description: `AADSTS${number}: ${text}` };
}
