import type { Matched, VerificationReason } from '../../../../shared/dane/verification.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { isAssociated } from './association.ts';
import { chainCertificateOf } from './chainCertificate.ts';
import type { ChainCertificate } from './chainCertificate.ts';
import { pathProblem } from './pathProblem.ts';
import type { PathProblem } from './pathProblem.ts';
import { paths } from './paths.ts';
import type { Anchors, FoundPath } from './paths.ts';
import { namesServer } from './presentedNames.ts';
import type { Signatures } from './signatures.ts';

export interface UsageInput {
  /** Usable ones. */
  readonly records: readonly TlsaRecord[];
  readonly leaf: ChainCertificate;
  /** The further certificates, each once, without the leaf. */
  readonly sent: readonly ChainCertificate[];
  readonly names: readonly string[];
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
  readonly signatures: Signatures;
}

export interface UsageOutcome {
  readonly reason: VerificationReason;
  readonly matched: Matched | null;
  readonly path: readonly ChainCertificate[];
  readonly namesServer: boolean;
}

type Outcome = Omit<UsageOutcome, 'namesServer'>;

/** Where several records fail, the failure closest to success is told. */
const closeness: readonly VerificationReason[] = [
  'matched',
  'expired',
  'not-yet-valid',
  'name-mismatch',
  'untrusted-path',
  'pkix-failed',
  'anchor-not-sent',
  'no-match',
];

function failed(reason: VerificationReason, matched: Matched | null = null): Outcome {
  return { reason, matched, path: [] };
}

interface JudgedPath extends FoundPath {
  readonly problem: PathProblem | null;
}

const problemRank: readonly (PathProblem | null)[] = [
  null,
  'expired',
  'not-yet-valid',
  'constraints',
];

/** The shortest path without a problem, or the one whose problem is the smallest. */
function bestPath(
  input: UsageInput,
  anchors: Anchors,
  sent: readonly ChainCertificate[],
  datesTo: 'anchor' | 'below',
  fits: (path: FoundPath) => boolean = () => true,
): JudgedPath | null {
  let best: JudgedPath | null = null;
  for (const path of paths(input.leaf, sent, anchors, input.signatures)) {
    if (!fits(path)) continue;
    const problem = pathProblem(path, input.at, datesTo);
    if (problem === null) return { ...path, problem };
    if (best === null || problemRank.indexOf(problem) < problemRank.indexOf(best.problem)) {
      best = { ...path, problem };
    }
  }
  return best;
}

function reasonOf(
  path: JudgedPath,
  named: boolean,
  whenForbidden: VerificationReason,
): VerificationReason {
  if (path.problem === 'constraints') return whenForbidden;
  if (!named) return 'name-mismatch';
  return path.problem ?? 'matched';
}

function withUsage(records: readonly TlsaRecord[], usage: number): TlsaRecord[] {
  return records.filter((record) => record.usage === usage);
}

/** Certificates that the DNS itself gives (RFC 7671 §5.2.1, §5.3). */
function certificatesIn(records: readonly TlsaRecord[]): ChainCertificate[] {
  return records
    .filter(({ selector, matchingType }) => selector === 0 && matchingType === 0)
    .flatMap(({ data }) => chainCertificateOf(Buffer.from(data, 'hex')) ?? []);
}

function judgeDaneEe({ records, leaf }: UsageInput): Outcome {
  const record = withUsage(records, 3).find((candidate) => isAssociated(candidate, leaf));
  if (record === undefined) return failed('no-match');
  return { reason: 'matched', matched: { record, depth: 0 }, path: [leaf] };
}

/** Whether the chain stops short of a root, so that a certificate that records speak of may be missing. */
function lacksRoot({ leaf, sent }: UsageInput): boolean {
  return [leaf, ...sent].every(({ parsed }) => !parsed.selfIssued);
}

function anchorRecordOf(path: FoundPath, records: readonly TlsaRecord[]): TlsaRecord | undefined {
  const anchor = path.certificates.at(-1);
  return path.key === null
    ? records.find((record) => anchor !== undefined && isAssociated(record, anchor))
    : records.find(({ selector, data }) => selector === 1 && data === path.key);
}

/** RFC 7671 §5.2, RFC 7672 §3.1.2. */
function judgeDaneTa(input: UsageInput, named: boolean): Outcome {
  const records = withUsage(input.records, 2);
  if (records.length === 0) return failed('no-match');
  const matching = input.sent.filter((certificate) =>
    records.some((record) => isAssociated(record, certificate)),
  );
  const sentKeys = new Set(input.sent.map(({ associations }) => associations.publicKey.full));
  const anchors: Anchors = {
    certificates: [...matching, ...certificatesIn(records)],
    keys: records
      .filter(({ selector, matchingType, data }) => {
        return selector === 1 && matchingType === 0 && !sentKeys.has(data);
      })
      .map(({ data }) => data),
  };
  const path = bestPath(input, anchors, input.sent, 'below');
  const record = path === null ? undefined : anchorRecordOf(path, records);
  if (path !== null && record !== undefined) {
    const matched: Matched = { record, depth: path.certificates.length - 1 };
    return {
      reason: reasonOf(path, named, 'untrusted-path'),
      matched,
      path: path.certificates,
    };
  }
  for (const [index, certificate] of input.sent.entries()) {
    const unlinked = records.find((candidate) => isAssociated(candidate, certificate));
    if (unlinked !== undefined) {
      return failed('untrusted-path', { record: unlinked, depth: index + 1 });
    }
  }
  const mayBeOfAbsent = records.some(
    (candidate) => candidate.matchingType !== 0 && !isAssociated(candidate, input.leaf),
  );
  return failed(mayBeOfAbsent && lacksRoot(input) ? 'anchor-not-sent' : 'no-match');
}

/** RFC 7671 §5.3 and §5.4: the path to a root that the client trusts, and the record as well. */
function judgePkix(input: UsageInput, named: boolean): Outcome {
  const ofLeaf = withUsage(input.records, 1).find((record) => isAssociated(record, input.leaf));
  const ofIssuers = withUsage(input.records, 0);
  if (ofLeaf === undefined && ofIssuers.length === 0) return failed('no-match');
  const given = certificatesIn([...ofIssuers, ...withUsage(input.records, 2)]);
  const sent = [...input.sent, ...given];
  const anchors: Anchors = {
    certificates: input.roots.flatMap((root) => chainCertificateOf(root) ?? []),
    keys: [],
  };
  const issuerMatch = (certificates: readonly ChainCertificate[]): Matched | null => {
    for (const [index, certificate] of certificates.entries()) {
      const record = ofIssuers.find((candidate) => isAssociated(candidate, certificate));
      if (record !== undefined) return { record, depth: index + 1 };
    }
    return null;
  };
  const matchOf = (path: FoundPath): Matched | null =>
    ofLeaf === undefined ? issuerMatch(path.certificates.slice(1)) : { record: ofLeaf, depth: 0 };
  const path = bestPath(input, anchors, sent, 'anchor', (found) => matchOf(found) !== null);
  if (path !== null) {
    return {
      reason: reasonOf(path, named, 'pkix-failed'),
      matched: matchOf(path),
      path: path.certificates,
    };
  }
  const found = ofLeaf === undefined ? issuerMatch(input.sent) : { record: ofLeaf, depth: 0 };
  return failed(found === null ? 'no-match' : 'pkix-failed', found);
}

/**
 * What usable records say of a chain. They are alternatives: the first that holds decides, usage 3
 * before 2 before 1 and 0.
 */
export function judgeUsages(input: UsageInput): UsageOutcome {
  const { leaf } = input;
  const named = namesServer(
    {
      dnsNames: (leaf.extensions?.subjectAltName ?? []).flatMap((name) =>
        name.type === 'dns' ? [name.value] : [],
      ),
      commonNames: leaf.commonNames,
    },
    input.names,
  );
  const judges = [judgeDaneEe, judgeDaneTa, judgePkix];
  let best = failed('no-match');
  for (const judge of judges) {
    const outcome = judge(input, named);
    if (closeness.indexOf(outcome.reason) < closeness.indexOf(best.reason)) best = outcome;
    if (best.reason === 'matched') break;
  }
  return { ...best, namesServer: named };
}
