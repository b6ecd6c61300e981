import type { RecordProblem } from './recordProblem.ts';

/**
 * What is worth knowing before a record is published. A `warning` says that something will not work,
 * or is discouraged; a `note` says how to keep it working. Neither is ever a reason to refuse.
 * The sentence of each is `tlsa.advice.<code>`.
 */
export interface Advice {
  readonly code: AdviceCode;
  readonly severity: 'warning' | 'note';
  /** Where it is written: `RFC 7672 §3.1.3`; `null`: from practice. */
  readonly source: string | null;
  readonly params: Readonly<Record<string, string | number>>;
}

export type AdviceCode = keyof typeof adviceKinds;

/** Every advice there is. */
export const adviceKinds = {
  // Numbers and data that mean nothing to a client
  'usage-unknown': ['warning', 'RFC 6698 §7.2'],
  'selector-unknown': ['warning', 'RFC 6698 §7.3'],
  'matching-type-unknown': ['warning', 'RFC 6698 §7.4'],
  'digest-length': ['warning', 'RFC 6698 §2.1.4'],
  'data-malformed': ['warning', 'RFC 6698 §2.1.4'],
  // The three numbers
  'usage-unusable-for-smtp': ['warning', 'RFC 7672 §3.1.3'],
  'full-certificate': ['warning', 'RFC 7671 §10.1.2'],
  'full-public-key': ['warning', 'RFC 7671 §10.1.2'],
  'sha512-optional': ['warning', 'RFC 6698 §6'],
  'changes-at-renewal': ['warning', 'RFC 7671 §5.1'],
  'survives-renewal-with-same-key': ['note', 'RFC 7671 §5.1'],
  'issuer-must-be-sent': ['note', 'RFC 7672 §3.1.2'],
  'issuer-certificate-may-change': ['note', 'RFC 7671 §5.2.1'],
  'issuer-may-change': ['note', 'RFC 7671 §5.2.1'],
  // The certificate behind the record
  'issuer-usage-of-leaf': ['warning', 'RFC 7671 §5.2'],
  'leaf-usage-of-issuer': ['note', 'RFC 7671 §5.1'],
  'root-rarely-sent': ['warning', 'RFC 7672 §3.1.2'],
  expired: ['warning', 'RFC 7671 §5.2'],
  'expired-ignored': ['warning', 'RFC 7671 §5.1'],
  'not-yet-valid': ['warning', 'RFC 7671 §8.1'],
  'expires-soon': ['warning', 'RFC 7671 §8.1'],
  'host-not-in-certificate': ['warning', 'RFC 7671 §5.3'],
  'weak-key': ['warning', null],
  'uncommon-key': ['note', null],
  // Where it is published
  'ttl-short': ['warning', null],
  'ttl-long': ['note', 'RFC 7671 §8.1'],
  'ttl-very-long': ['warning', 'RFC 7671 §8.1'],
  'protocol-unusual': ['warning', 'RFC 6698 §3'],
  'clients-rarely-check': ['note', null],
  'host-is-microsofts': ['warning', null],
  'owner-not-tlsa': ['warning', 'RFC 6698 §3'],
  'owner-any-port': ['note', 'RFC 6698 §3'],
  // Records that stand together
  'no-rollover': ['note', 'RFC 7671 §8.1'],
  'several-leaves': ['note', 'RFC 7671 §8'],
  'several-key-types': ['note', 'RFC 7671 §8'],
  duplicates: ['warning', null],
  'too-many-records': ['warning', 'RFC 7671 §10.1.1'],
} as const satisfies Readonly<
  Record<string, readonly ['warning' | 'note', string | null]> &
    Record<RecordProblem, readonly ['warning', string]>
>;

export function advice(code: AdviceCode, params: Advice['params'] = {}): Advice {
  const [severity, source] = adviceKinds[code];
  return { code, severity, source, params };
}

/** Codes of the warnings alone, each once: what programs are told. */
export function warningCodes(all: readonly Advice[]): AdviceCode[] {
  const warnings = all.filter(({ severity }) => severity === 'warning');
  return [...new Set(warnings.map(({ code }) => code))];
}
