import { isLeafUsage, recordOf, recordsOf } from '../../../../shared/tlsa/recordsOf.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { RecordOfCertificate } from '../../../../shared/tlsa/recordsOf.ts';

/** A certificate and the issuers above it that are at hand, in order. */
export type Chain = readonly [Certificate, ...(readonly Certificate[])];

/** Every record that the certificate and its issuers allow. */
export function everyRecord(chain: Chain): readonly RecordOfCertificate[] {
  return recordsOf({ name: '', format: 'pem', certificates: [...chain], notes: [] });
}

/**
 * The CA certificates to choose from for usages 0 and 2: the chain's own, nearest first, then others
 * at hand. A server's certificate is none of them, unless it is a CA itself.
 */
export function anchorsOf(
  chain: Chain,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  const [certificate, ...issuers] = chain;
  const own = certificate.role === 'issuer' ? chain : issuers;
  const inChain = new Set(chain.map(({ fingerprint }) => fingerprint));
  const others = certificates.filter(
    ({ role, fingerprint }) => role === 'issuer' && !inChain.has(fingerprint),
  );
  return [...own, ...others];
}

/** The record of the form's choices; `null` where its usage names a CA and none is at hand. */
export function recordOfDraft(
  draft: Draft,
  chain: Chain,
  anchors: readonly Certificate[],
): RecordOfCertificate | null {
  const certificate = isLeafUsage(draft.usage)
    ? chain[0]
    : (anchors.find(({ fingerprint }) => fingerprint === draft.anchor) ?? anchors[0]);
  if (certificate === undefined) return null;
  const { usage, selector, matchingType } = draft;
  return { certificate, record: recordOf(certificate, { usage, selector, matchingType }) };
}
