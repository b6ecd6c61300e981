/** How the two APIs say no. */
import { randomUUID } from 'node:crypto';
import type { Api, CloudAnswer } from '../types.ts';

const noContent = Buffer.alloc(128);

export function graphError(status: number, code: string, message: string): CloudAnswer {
  const id = randomUUID();
  return {
    status,
    headers: { 'request-id': id, 'client-request-id': id },
    body: {
      error: {
        code,
        message,
        innerError: { date: '2026-11-23T10:00:00', 'request-id': id, 'client-request-id': id },
      },
    },
  };
}

/** `inner` is what went wrong; the message on top is always the same. */
export function exchangeError(status: number, inner: string, type: string): CloudAnswer {
  return {
    status,
    headers: { 'request-id': randomUUID() },
    body: {
      error: {
        code: 'BadRequest',
        message: 'Invalid Operation',
        details: [{ code: 'Client', target: '', message: `|${type}|${inner}` }],
        innererror: {
          message: 'Invalid Operation',
          type: 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException',
          stacktrace: '',
          internalexception: { message: inner, type, stacktrace: '' },
        },
        'adminapi.warnings@odata.type': '#Collection(String)',
        '@adminapi.warnings': [],
      },
    },
  };
}

/** An unknown cmdlet, or one outside the role: no word of why. */
export function nulBytes(): CloudAnswer {
  return {
    status: 403,
    headers: { 'request-id': randomUUID(), 'content-type': 'application/octet-stream' },
    body: noContent,
  };
}

export function unauthorized(api: Api, claims: object | null): CloudAnswer {
  const challenge = [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'client_id="00000003-0000-0000-c000-000000000000"',
    ...(claims === null
      ? ['error="invalid_token"']
      : [
          'error="insufficient_claims"',
          `claims="${Buffer.from(JSON.stringify(claims)).toString('base64')}"`,
        ]),
  ].join(', ');
  const answer =
    api === 'graph'
      ? graphError(401, 'InvalidAuthenticationToken', 'Access token is not acceptable.')
      : { status: 401, body: '' };
  return { ...answer, headers: { ...answer.headers, 'www-authenticate': challenge } };
}
