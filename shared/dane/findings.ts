import { z } from 'zod';

export const severities = ['error', 'warning', 'info'] as const;
export const severitySchema = z.enum(severities);
export type Severity = z.infer<typeof severitySchema>;

/** RFC 8460 §4.3. */
export const tlsRptTypes = [
  'starttls-not-supported',
  'certificate-host-mismatch',
  'certificate-expired',
  'certificate-not-trusted',
  'validation-failure',
  'tlsa-invalid',
  'dnssec-invalid',
  'dane-required',
  'sts-policy-fetch-error',
  'sts-policy-invalid',
  'sts-webpki-invalid',
] as const;
export type TlsRptType = (typeof tlsRptTypes)[number];

interface FindingKind {
  readonly severity: Severity;
  /** What Exchange Online writes into its non-delivery report in the end; 4.x.x while it retries. */
  readonly exchangeCode: string | null;
  readonly tlsRptType: TlsRptType | null;
  /** Where the rule stands. */
  readonly rfc: string | null;
}

function kind(
  severity: Severity,
  rfc: string | null,
  exchangeCode: string | null = null,
  tlsRptType: TlsRptType | null = null,
): FindingKind {
  return { severity, exchangeCode, tlsRptType, rfc };
}

/**
 * Everything that a check may find. Sentences: `dane.finding.<code>`, and `dane.fix.<code>` where
 * there is something to do.
 */
export const findingKinds = {
  // Nothing to deliver to
  'null-mx': kind('info', 'RFC 7505 §3'),
  'no-mail-route': kind('info', 'RFC 5321 §5.1'),
  'domain-not-found': kind('info', 'RFC 5321 §5.1'),
  'null-mx-with-others': kind('warning', 'RFC 7505 §3'),
  // The way to the server
  'mx-insecure': kind('warning', 'RFC 7672 §2.2.1'),
  'mx-bogus': kind('error', 'RFC 7672 §2.1.2', '5.7.324', 'dnssec-invalid'),
  'mx-lookup-failed': kind('error', 'RFC 7672 §2.1.2', '5.4.312', 'dnssec-invalid'),
  'mx-implicit': kind('info', 'RFC 5321 §5.1'),
  'mx-is-alias': kind('warning', 'RFC 2181 §10.3'),
  'mx-ip-literal': kind('error', 'RFC 5321 §5.1'),
  'mx-too-many': kind('warning', null),
  'mx-backup-without-dane': kind('warning', 'RFC 7672 §2.2.1', null, 'dane-required'),
  'mx-same-key': kind('info', null),
  'address-insecure': kind('warning', 'RFC 7672 §2.2.2'),
  'address-bogus': kind('error', 'RFC 7672 §2.1.2', '5.7.324', 'dnssec-invalid'),
  'address-lookup-failed': kind('error', 'RFC 7672 §2.1.2', '5.4.312', 'dnssec-invalid'),
  'address-family-failed': kind('warning', 'RFC 7672 §2.2.2', null, 'dnssec-invalid'),
  'no-address': kind('error', 'RFC 5321 §5.1', '5.4.312'),
  'address-too-many': kind('warning', null),
  'address-reserved': kind('warning', 'RFC 6890'),
  'address-no-route': kind('warning', null),
  // TLSA records
  'tlsa-absent': kind('warning', 'RFC 7672 §2.2.2'),
  'tlsa-insecure': kind('warning', 'RFC 7672 §2.2.3'),
  'tlsa-bogus': kind('error', 'RFC 7672 §2.1.2', '5.7.324', 'dnssec-invalid'),
  'tlsa-lookup-failed': kind('error', 'RFC 7672 §2.1.2', '5.4.312', 'dnssec-invalid'),
  'tlsa-unusable': kind('error', 'RFC 7672 §2.2', '5.7.323', 'tlsa-invalid'),
  'tlsa-usage-not-for-smtp': kind('warning', 'RFC 7672 §3.1.3'),
  'tlsa-record-unusable': kind('warning', 'RFC 7671 §4'),
  'tlsa-full-data': kind('warning', 'RFC 7671 §10.1.2'),
  'tlsa-too-many': kind('warning', 'RFC 7671 §10.1.1'),
  'tlsa-single-record': kind('info', 'RFC 7671 §8.1'),
  'tlsa-combination-stale': kind('warning', 'RFC 7671 §8'),
  'tlsa-ttl-long': kind('warning', 'RFC 7671 §13'),
  'tlsa-ttl-short': kind('info', 'RFC 7671 §13'),
  'base-is-expanded': kind('info', 'RFC 7672 §2.2.2'),
  'base-is-alias': kind('info', 'RFC 7672 §2.2.2'),
  'denial-broken': kind('warning', 'RFC 7672 §2.1.2', null, 'dnssec-invalid'),
  'signature-expires-soon': kind('warning', 'RFC 4035 §5.3.1'),
  'signature-algorithm-deprecated': kind('warning', 'RFC 9905 §2'),
  'nsec3-iterations': kind('info', 'RFC 9276 §3.1'),
  'resolver-differs': kind('warning', 'RFC 4035 §3.2.3'),
  // The connection
  'connection-refused': kind('error', null),
  'connection-timed-out': kind('error', null),
  'connection-failed': kind('error', null),
  'proxy-failed': kind('error', null),
  'port-25-blocked-here': kind('error', null),
  'smtp-timed-out': kind('error', 'RFC 5321 §4.5.3.2'),
  'smtp-closed': kind('error', 'RFC 5321 §3.8'),
  'smtp-not-understood': kind('error', 'RFC 5321 §4.2'),
  'smtp-turned-away': kind('error', 'RFC 5321 §3.1'),
  'smtp-try-later': kind('warning', 'RFC 7672 §9.1'),
  'other-keys-untested': kind('warning', null),
  'time-limit': kind('error', null),
  'runtime-cannot-test': kind('error', null),
  'plaintext-injected': kind('warning', 'RFC 3207 §6'),
  'starttls-not-offered': kind('error', 'RFC 7672 §2.2', '5.7.321', 'starttls-not-supported'),
  'starttls-refused': kind('error', 'RFC 7672 §2.2', '5.7.321', 'starttls-not-supported'),
  'tls-refused': kind('error', 'RFC 7672 §2.2', '5.7.321', 'validation-failure'),
  'tls-failed': kind('error', 'RFC 7672 §2.2', '5.7.321', 'validation-failure'),
  'chain-too-large': kind('error', 'RFC 7672 §3.1', '5.7.321', 'validation-failure'),
  'sni-required': kind('warning', 'RFC 7672 §8.1'),
  'default-certificate-differs': kind('warning', 'RFC 7672 §8.1'),
  // The match
  'tlsa-no-match': kind('error', 'RFC 7671 §4', '5.7.323', 'tlsa-invalid'),
  'tlsa-weaker-digest-only': kind('error', 'RFC 7671 §9', '5.7.323', 'tlsa-invalid'),
  'tlsa-anchor-is-leaf': kind('error', 'RFC 7671 §5.2', '5.7.323', 'tlsa-invalid'),
  'anchor-not-sent': kind('error', 'RFC 7672 §3.1.2', '5.7.323', 'certificate-not-trusted'),
  'certificate-path-untrusted': kind(
    'error',
    'RFC 7671 §5.2',
    '5.7.323',
    'certificate-not-trusted',
  ),
  'certificate-pkix-failed': kind('error', 'RFC 7671 §5.3', null, 'certificate-not-trusted'),
  'certificate-malformed': kind('error', 'RFC 5280 §4.1', '5.7.323', 'certificate-not-trusted'),
  'certificate-name-mismatch': kind(
    'error',
    'RFC 7672 §3.2.2',
    '5.7.325',
    'certificate-host-mismatch',
  ),
  'certificate-expired': kind('error', 'RFC 7671 §5.2', '5.7.322', 'certificate-expired'),
  'certificate-not-yet-valid': kind('error', 'RFC 7671 §5.2', '5.7.323', 'certificate-not-trusted'),
  'leaf-expired-ignored': kind('warning', 'RFC 7672 §3.1.1', '5.7.322', 'certificate-expired'),
  'leaf-not-yet-valid-ignored': kind('warning', 'RFC 7672 §3.1.1'),
  'leaf-expires-soon': kind('warning', 'RFC 7671 §5.2'),
  'leaf-name-ignored': kind('info', 'RFC 7672 §3.1.1'),
  'anchor-expired': kind('warning', 'RFC 5280 §6.1.1'),
  // Exchange Online's own servers
  'exchange-online-legacy-host': kind('info', null),
  'exchange-online-not-enabled': kind('info', null),
  'exchange-online-host': kind('info', null),
  // Beside DANE
  'mta-sts-absent': kind('info', 'RFC 8461 §3.1'),
  'mta-sts-record-invalid': kind('warning', 'RFC 8461 §3.1', null, 'sts-policy-invalid'),
  'mta-sts-fetch-failed': kind('warning', 'RFC 8461 §3.3', null, 'sts-policy-fetch-error'),
  'mta-sts-policy-invalid': kind('warning', 'RFC 8461 §3.2', null, 'sts-policy-invalid'),
  'mta-sts-mx-not-listed': kind('warning', 'RFC 8461 §4.1', '5.4.8', 'validation-failure'),
  'mta-sts-wildcard-one-label': kind('warning', 'RFC 8461 §4.1', '5.4.8', 'validation-failure'),
  'mta-sts-certificate': kind('warning', 'RFC 8461 §4.2', '5.7.5', 'sts-webpki-invalid'),
  'mta-sts-in-order': kind('info', 'RFC 8461 §2'),
  'tls-reporting-absent': kind('info', 'RFC 8460 §3'),
  'tls-reporting-invalid': kind('warning', 'RFC 8460 §3'),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingKinds;
export const findingCodes = Object.keys(findingKinds) as [FindingCode, ...FindingCode[]];
export const findingCodeSchema = z.enum(findingCodes);
