/**
 * Expected failures, as values. The code and its parameters travel; the sentence that a person
 * reads stands in the catalogue as `error.<code>.message` and `error.<code>.action`
 * (`shared/words/en.ts`). What is not in this union is a bug, and throws.
 */
export const errorCodes = [
  // The border
  'input-invalid',
  'input-too-large',
  'channel-unknown',
  'rate-limited',
  'cancelled',
  'session-lost',
  'internal',
  // Files
  'file-not-found',
  'file-unreadable',
  'file-too-large',
  'file-empty',
  'file-unwritable',
  'files-too-many',
  // Certificates
  'certificate-none-found',
  'certificate-not-recognized',
  'certificate-truncated',
  'certificate-malformed',
  'certificate-html',
  'certificate-request',
  'certificate-key-only',
  'certificate-too-many',
  'pem-malformed',
  'pkcs7-malformed',
  'pkcs12-malformed',
  'pkcs12-password-required',
  'pkcs12-password-wrong',
  'pkcs12-iterations-too-many',
  'pkcs12-algorithm-unsupported',
  'store-malformed',
  // TLSA records
  'host-invalid',
  'host-wildcard',
  'host-ip-address',
  'zone-invalid',
  'zone-not-parent',
  'port-invalid',
  'ttl-invalid',
  'tlsa-record-invalid',
  'tlsa-no-ca-certificate',
  'tlsa-no-leaf-certificate',
  // DNS and DNSSEC
  'name-invalid',
  'type-unknown',
  'resolver-invalid',
  'resolver-unreachable',
  'trust-anchor-missing',
  'trust-anchor-expired',
  'trust-anchor-malformed',
  // DANE checks
  'target-invalid',
  'vector-malformed',
  'signature-not-checkable',
  'proxy-invalid',
  'hello-invalid',
  'seconds-invalid',
  // Snapshots of a tenant
  'snapshot-unreadable',
  'snapshot-newer',
  'snapshot-missing',
  'import-not-recognized',
  'import-malformed',
  'import-domain-missing',
  'tenant-mixed',
  'tenant-name-missing',
  'import-into-demo',
  'upload-broken',
  // Reports
  'pdf-needs-window',
  // Signing in
  'client-id-missing',
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
  'cloud-file-invalid',
  // The road to Microsoft
  'network-unreachable',
  'network-timeout',
  'network-untrusted',
  'network-proxy',
  'service-unavailable',
  // Command line
  'usage',
  // Storage
  'storage-unavailable',
  'history-entry-missing',
  'history-entry-unreadable',
  'run-missing',
  // Checklists
  'step-blocked',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that the sentence of an error names: file names, limits, line numbers. */
export type ErrorParams = Readonly<Record<string, string | number>>;

export interface AppError {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

export function appError(code: ErrorCode, params: ErrorParams = {}): AppError {
  return { code, params };
}

export type Result<T, E = AppError> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure(
  code: ErrorCode,
  params: ErrorParams = {},
): { readonly ok: false; readonly error: AppError } {
  return { ok: false, error: appError(code, params) };
}
