import type { AppError, ErrorCode } from '../../shared/errors.ts';

/**
 * 0 good; 1 a bad finding; 2 usage or unusable input; 3 not determined for lack of network or answer;
 * 4 sign-in; 5 internal. 130: ended by Ctrl+C, as shells expect it.
 */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130;

const precedence: readonly ExitCode[] = [130, 5, 2, 4, 1, 3, 0];

/** Of several items, the first of 5, 2, 4, 1, 3, 0 that occurred; 0 of none. */
export function worstExitCode(codes: Iterable<ExitCode>): ExitCode {
  const occurred = new Set(codes);
  return precedence.find((code) => occurred.has(code)) ?? 0;
}

/** Entra, or the person at its page, said no. */
const signInFailures = [
  'browser-unavailable',
  'sign-in-required',
  'sign-in-timeout',
  'sign-in-declined',
  'sign-in-failed',
  'session-revoked',
  'account-unknown',
  'account-differs',
  'account-disabled',
  'device-code-expired',
  'consent-required',
  'consent-declined',
  'admin-consent-required',
  'app-not-in-tenant',
  'tenant-required',
  'app-permission-missing',
  'redirect-not-registered',
  'public-client-off',
  'resource-not-in-tenant',
  'scope-unknown',
  'tenant-not-found',
  'guest-not-in-tenant',
  'user-not-found',
  'user-not-assigned',
  'mfa-required',
  'external-challenge',
  'device-condition',
  'access-blocked',
  'clock-wrong',
] as const satisfies readonly ErrorCode[];

/** Failures that are not the input's fault. What is not here is 2: unusable input. */
const exitCodes: Partial<Record<ErrorCode, ExitCode>> = {
  internal: 5,
  'storage-unavailable': 5,
  cancelled: 130,
  ...Object.fromEntries(signInFailures.map((code) => [code, 4 as const])),
  'network-unreachable': 3,
  'network-timeout': 3,
  'network-untrusted': 3,
  'network-proxy': 3,
  'service-unavailable': 3,
  'resolver-unreachable': 3,
  'signature-not-checkable': 3,
};

export function exitCodeOf(error: AppError): ExitCode {
  return exitCodes[error.code] ?? 2;
}
