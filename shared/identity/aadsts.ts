import type { ErrorCode } from '../errors.ts';

/**
 * Numbers of Entra's errors (`AADSTS…`) and what they mean for a person here. Source: Microsoft
 * identity platform, "Microsoft Entra authentication and authorization error codes".
 */
const codes: Readonly<Record<number, ErrorCode>> = {
  16000: 'sign-in-required',
  50011: 'redirect-not-registered',
  50020: 'guest-not-in-tenant',
  50034: 'user-not-found',
  50057: 'account-disabled',
  50058: 'sign-in-required',
  50072: 'mfa-required',
  50074: 'mfa-required',
  50076: 'mfa-required',
  50078: 'mfa-required',
  50079: 'mfa-required',
  50097: 'device-condition',
  50105: 'user-not-assigned',
  50132: 'session-revoked',
  50133: 'session-revoked',
  50158: 'external-challenge',
  50173: 'session-revoked',
  50194: 'tenant-required',
  53000: 'device-condition',
  53001: 'device-condition',
  53002: 'device-condition',
  53003: 'access-blocked',
  65001: 'consent-required',
  65004: 'consent-declined',
  65005: 'app-permission-missing',
  70011: 'scope-unknown',
  70018: 'sign-in-declined',
  70019: 'device-code-expired',
  70020: 'device-code-expired',
  70043: 'session-revoked',
  90002: 'tenant-not-found',
  90008: 'app-permission-missing',
  90093: 'admin-consent-required',
  90094: 'admin-consent-required',
  90095: 'admin-consent-required',
  90099: 'app-not-in-tenant',
  500011: 'resource-not-in-tenant',
  500113: 'redirect-not-registered',
  530033: 'access-blocked',
  650052: 'resource-not-in-tenant',
  650053: 'scope-unknown',
  650057: 'app-permission-missing',
  700016: 'app-not-in-tenant',
  700082: 'session-revoked',
  700084: 'session-revoked',
  900023: 'tenant-not-found',
  7000218: 'public-client-off',
};

/** `null`: a number that says nothing more than its own text. */
export function errorCodeOfAadsts(number: number): ErrorCode | null {
  return codes[number] ?? null;
}

/** The first number in a text such as `AADSTS65004: User declined to consent`. */
export function aadstsNumber(text: string): number | null {
  const digits = /AADSTS(\d{4,9})\b/.exec(text)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Errors that a person can end by signing in again, in the browser. */
const needInteraction: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'sign-in-required',
  'session-revoked',
  'mfa-required',
  'external-challenge',
  'device-condition',
  'consent-required',
]);

export function needsInteraction(code: ErrorCode): boolean {
  return needInteraction.has(code);
}
