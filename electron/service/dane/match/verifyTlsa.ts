import type {
  DigestOrder,
  Matched,
  TlsaService,
  VerificationReason,
  VerificationVerdict,
} from '../../../../shared/dane/verification.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { isAssociated } from './association.ts';
import { chainCertificateOf } from './chainCertificate.ts';
import type { ChainCertificate } from './chainCertificate.ts';
import { judgeRecords } from './judgeRecords.ts';
import type { JudgedRecord } from './judgeRecords.ts';
import { judgeUsages } from './judgeUsages.ts';
import type { UsageOutcome } from './judgeUsages.ts';
import { chainLengthMax } from './paths.ts';
import { checkSignature, createSignatures } from './signatures.ts';
import type { SignatureCheck } from './signatures.ts';

export interface VerifyInput {
  readonly records: readonly TlsaRecord[];
  /** DER, leaf first, as the server sent them. */
  readonly chain: readonly Uint8Array[];
  /** Lower-case A-labels without final dot: the TLSA base, then further reference identifiers. */
  readonly names: readonly string[];
  readonly service: TlsaService;
  /** DER of the roots that usages 0 and 1 of service `tls` need. */
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
  readonly digests: DigestOrder;
}

/** Things worth saying of a verification that its verdict does not say. */
export type VerificationNote =
  /** A usage-2 record is of the leaf, which usage 2 never matches. */
  | 'anchor-is-leaf'
  /** Clients without digest agility would let the server pass. */
  | 'weaker-digest-matches'
  | 'leaf-expired'
  | 'leaf-not-yet-valid'
  | 'leaf-name-mismatch'
  /** The anchor is out of its dates, which path validation does not look at. */
  | 'anchor-expired';

export interface TlsaVerification {
  readonly verdict: VerificationVerdict;
  readonly matched: Matched | null;
  readonly reason: VerificationReason;
  readonly records: readonly (JudgedRecord & { readonly matches: boolean })[];
  /** SHA-256 fingerprints from the leaf to the anchor, where a path was built. */
  readonly path: readonly string[];
  readonly notes: readonly VerificationNote[];
  /** Whether the failure may be due to this runtime or to limits here, not to the server. */
  readonly incomplete: 'runtime-cannot-test' | 'limit' | null;
}

interface Judgement extends Omit<UsageOutcome, 'path'> {
  readonly path: readonly ChainCertificate[];
}

function notesOf(
  judgement: Judgement,
  leaf: ChainCertificate,
  judged: readonly JudgedRecord[],
  input: VerifyInput,
  lenientPasses: boolean,
): VerificationNote[] {
  const notes: VerificationNote[] = [];
  const { notBefore, notAfter } = leaf.parsed;
  const anchorRecords = judged.filter(({ record, usable }) => usable && record.usage === 2);
  if (judgement.matched?.record.usage !== 2) {
    if (anchorRecords.some(({ record }) => isAssociated(record, leaf)))
      notes.push('anchor-is-leaf');
  }
  if (lenientPasses) notes.push('weaker-digest-matches');
  if (notAfter === null || input.at > new Date(notAfter)) notes.push('leaf-expired');
  if (notBefore === null || input.at < new Date(notBefore)) notes.push('leaf-not-yet-valid');
  if (!judgement.namesServer) notes.push('leaf-name-mismatch');
  const anchor = judgement.path.length > 1 ? judgement.path.at(-1) : undefined;
  const anchorEnd = anchor?.parsed.notAfter ?? null;
  if (anchorEnd !== null && input.at > new Date(anchorEnd)) notes.push('anchor-expired');
  return notes;
}

function distinctCertificates(
  chain: readonly Uint8Array[],
  leaf: ChainCertificate,
): ChainCertificate[] {
  const found = new Map<string, ChainCertificate>();
  for (const der of chain.slice(1, chainLengthMax)) {
    const certificate = chainCertificateOf(der);
    // The leaf sent once more is still the leaf.
    if (certificate !== null && certificate.fingerprint !== leaf.fingerprint) {
      found.set(certificate.fingerprint, certificate);
    }
  }
  return [...found.values()];
}

/** Whether an association of this record is with a certificate that its usage speaks of. */
function associatedSomewhere(
  { record, usable }: JudgedRecord,
  leaf: ChainCertificate,
  sent: readonly ChainCertificate[],
): boolean {
  if (!usable) return false;
  const ofLeaf = record.usage === 1 || record.usage === 3;
  return ofLeaf
    ? isAssociated(record, leaf)
    : sent.some((certificate) => isAssociated(record, certificate));
}

/**
 * Whether a chain satisfies a TLSA RRset: RFC 7671 §4–§9, and RFC 7672 §3 for SMTP. Records are
 * alternatives; any that holds is enough. Usage 3 looks at the leaf alone, and never at names or dates.
 */
export function verifyTlsa(
  input: VerifyInput,
  check: SignatureCheck = checkSignature,
): TlsaVerification {
  const judged = judgeRecords(input.records, input.service, input.digests);
  const unmatched = judged.map((record) => ({ ...record, matches: false }));
  const nothing = { matched: null, records: unmatched, path: [], notes: [], incomplete: null };
  const usable = judged.filter((record) => record.usable);
  if (usable.length === 0) {
    const verdict = judged.length === 0 ? 'no-dane' : 'tls-only';
    return { ...nothing, verdict, reason: 'no-usable-record' };
  }
  const [first] = input.chain;
  const leaf = first === undefined ? null : chainCertificateOf(first);
  if (leaf === null) return { ...nothing, verdict: 'fail', reason: 'malformed' };

  const sent = distinctCertificates(input.chain, leaf);
  const signatures = createSignatures(check);
  const judge = (records: readonly JudgedRecord[]): Judgement =>
    judgeUsages({ ...input, records: records.map(({ record }) => record), leaf, sent, signatures });
  const agile = usable.filter(({ reason }) => reason === null);
  const judgement = judge(agile);
  const fails = judgement.reason !== 'matched';
  const lenientPasses = fails && agile.length < usable.length && judge(usable).reason === 'matched';
  return {
    verdict: fails ? 'fail' : 'pass',
    matched: judgement.matched,
    reason: judgement.reason,
    records: judged.map((record) => ({
      ...record,
      matches:
        associatedSomewhere(record, leaf, sent) || record.record === judgement.matched?.record,
    })),
    path: judgement.path.map(({ fingerprint }) => fingerprint),
    notes: notesOf(judgement, leaf, judged, input, lenientPasses),
    incomplete: fails ? signatures.incomplete() : null,
  };
}
