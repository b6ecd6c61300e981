import { aadstsNumber, errorCodeOfAadsts } from '../../../shared/identity/aadsts.ts';
import { appError } from '../../../shared/errors.ts';
import { hideTokens } from '../hideTokens.ts';
import { networkError } from '../networkError.ts';
import type { AppError, ErrorCode, ErrorParams } from '../../../shared/errors.ts';
import type { AuthError } from '@azure/msal-node';
import type { Trace } from './msalNetwork.ts';

/** Seconds of difference from which tokens are refused; Entra tolerates five minutes. */
export const clockTolerance = 300;
/** Characters of Microsoft's own text that are shown. */
const detailMax = 300;

/** What the sentence of an error may name. */
export interface SignInFacts {
  readonly clientId: string;
  readonly account: string;
  readonly tenant: string;
  readonly scopes: string;
  readonly clockAhead: number | null;
}

/** OAuth's and msal's own words, where no AADSTS number came with them. */
const words: Readonly<Record<string, ErrorCode>> = {
  access_denied: 'sign-in-declined',
  authorization_declined: 'sign-in-declined',
  user_cancelled: 'cancelled',
  expired_token: 'device-code-expired',
  device_code_expired: 'device-code-expired',
  user_timeout_reached: 'device-code-expired',
  device_code_polling_cancelled: 'cancelled',
  interaction_required: 'sign-in-required',
  login_required: 'sign-in-required',
  consent_required: 'consent-required',
  no_tokens_found: 'sign-in-required',
  refresh_token_expired: 'session-revoked',
  invalid_grant: 'sign-in-required',
  no_account_found: 'sign-in-required',
  invalid_tenant: 'tenant-not-found',
};

/**
 * Why an operation of msal failed, as a value. What is not a failure of the outside (a bug of ours or
 * of msal) is thrown on.
 */
export function signInError(error: unknown, trace: Trace, facts: SignInFacts): AppError {
  if (trace.signal?.aborted === true) return appError('cancelled');
  if (trace.failure !== null) return networkError(trace.failure.error, trace.failure.url);
  const text = textOf(error, trace);
  const number = trace.oauthError?.numbers[0] ?? aadstsNumber(text) ?? 0;
  const { clientId, account, tenant, scopes, clockAhead } = facts;
  const params: ErrorParams = { number, clientId, account, tenant, scopes };
  const known = errorCodeOfAadsts(number);
  if (known !== null) return appError(known, params);
  if (clockAhead !== null && Math.abs(clockAhead) > clockTolerance) return clockWrong(clockAhead);
  const word = trace.oauthError?.error ?? (isAuthError(error) ? error.errorCode : '');
  const coded = Object.hasOwn(words, word) ? words[word] : undefined;
  if (coded !== undefined) return appError(coded, params);
  if (trace.status !== null && (trace.status >= 500 || trace.oauthError === null))
    return unexpected(error, trace);
  return appError('sign-in-failed', { ...params, detail: hideTokens(text).slice(0, detailMax) });
}

function clockWrong(ahead: number): AppError {
  const minutes = Math.round(Math.abs(ahead) / 60);
  return appError('clock-wrong', { minutes, direction: ahead > 0 ? 'ahead' : 'behind' });
}

/** An answer came, but not one of the sign-in service: a captive portal, a proxy's page, a fault. */
function unexpected(error: unknown, trace: Trace): AppError {
  if (!isAuthError(error)) throw error;
  const host = URL.canParse(trace.url) ? new URL(trace.url).host : '';
  if (trace.status === 407) return appError('network-proxy', { host });
  return appError('service-unavailable', { host, status: trace.status ?? 0 });
}

/** By its shape: msal is not loaded for this. */
function isAuthError(error: unknown): error is AuthError {
  return error instanceof Error && typeof (error as { errorCode?: unknown }).errorCode === 'string';
}

/** The first sentence, without the trace and correlation ids behind it. */
function textOf(error: unknown, trace: Trace): string {
  const whole = trace.oauthError?.description ?? (isAuthError(error) ? error.errorMessage : '');
  return (whole.split(/\s*(?:Trace ID:|\r?\n)/)[0] ?? '').trim();
}
