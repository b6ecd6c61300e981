import { GraphError } from '@microsoft/microsoft-graph-client';
import { isRecord } from '../../../shared/tenant/readRecord.ts';
import { failed } from '../microsoft/failure.ts';
import type { CallFailure } from '../microsoft/failure.ts';
import type { SourceReason } from '../../../shared/tenant/snapshot.ts';

const detailMax = 1000;

/** Codes that say more than their status. */
const reasons: ReadonlyMap<string, SourceReason> = new Map([
  ['Authentication_RequestFromNonPremiumTenantOrB2CTenant', 'licence-missing'],
  ['Authentication_RequestFromUnsupportedUserRole', 'role-missing'],
  ['Authentication_MSGraphPermissionMissing', 'consent-required'],
  ['Directory_ExpiredPageToken', 'pages-expired'],
]);

/** Why an answer that is neither 2xx nor 401, 429 or 5xx gave nothing. */
function graphFailure(
  status: number,
  code: string | null,
  message: string | null,
  requestId: string | null,
): CallFailure {
  const known = { status, code, requestId, detail: message?.slice(0, detailMax) ?? null };
  const reason = reasons.get(code ?? '');
  if (reason !== undefined) return failed(reason, known).failure;
  if (status === 403) return failed('role-missing', known).failure;
  // National clouds answer so for what they do not have.
  if (/resource not found for the segment/i.test(message ?? ''))
    return failed('not-in-this-cloud', known).failure;
  return failed('request-refused', known).failure;
}

/** Of a refusal as text, in Graph's envelope or in none. */
export function refusalOf(status: number, text: string, requestId: string | null): CallFailure {
  const body = parsed(text);
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  return graphFailure(status, textOf(error['code']), textOf(error['message']), requestId);
}

/** Of what Microsoft's client throws; anything else is a bug and goes on. */
export function failureOf(error: unknown): CallFailure {
  if (!(error instanceof GraphError)) throw error;
  const { statusCode, code, message, requestId } = error;
  if (statusCode < 400)
    return failed('unexpected-answer', { status: statusCode, requestId }).failure;
  return graphFailure(statusCode, code, textOf(message), requestId);
}

/** JSON, or `null`. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
