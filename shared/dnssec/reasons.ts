/** Why a status is what it is. Sentences: `dnssec.reason.<code>`, and what to do: `dnssec.action.<code>`. */
export const validationReasons = [
  // No answer, or none that can be used: indeterminate
  'no-answer',
  'servfail',
  'refused',
  'error-rcode',
  'no-trust-anchor',
  'trust-anchor-expired',
  'trust-anchor-unsupported',
  'cancelled',
  // Proven to lie outside the signed tree: insecure
  'delegation-unsigned',
  'delegation-opt-out',
  'denial-opt-out',
  'algorithms-unsupported',
  'digests-unsupported',
  'nsec3-iterations',
  'signatures-not-signed',
  'alias-too-long',
  // A chain that breaks at a zone: bogus
  'dnskey-missing',
  'dnskey-not-matched',
  'ds-malformed',
  'ds-denial-missing',
  'ds-denial-contradicted',
  // Signatures: bogus
  'signature-missing',
  'signature-invalid',
  'signature-expired',
  'signature-not-yet-valid',
  'signature-key-missing',
  'signature-signer',
  'signature-labels',
  'record-malformed',
  // Denial and aliases: bogus
  'denial-missing',
  'denial-incomplete',
  'denial-contradicted',
  'wildcard-unproven',
  'dname-wildcard',
  'dname-mismatch',
  // Endless or hostile
  'alias-loop',
  'limit-aliases',
  'limit-queries',
  'limit-verifications',
  'limit-nsec3',
  'limit-records',
  // Nothing wrong, but worth knowing: secure
  'algorithm-deprecated',
] as const;

export type ValidationReason = (typeof validationReasons)[number];
