import { createSignatureCheck } from './signatureCheck.ts';
import type { ParsedCertificate } from './parseCertificate.ts';

/** A certificate's place among the others of its file. */
export interface Placement {
  readonly index: number;
  readonly role: 'leaf' | 'issuer';
  /** Indexes of its issuers that the file holds, nearest first. */
  readonly issuers: readonly number[];
  /** The chain ends in a certificate that names itself as its issuer. */
  readonly complete: boolean;
}

const candidatesMax = 8;
const chainLengthMax = 16;

/**
 * Finds who issued whom: by name (RFC 5280 §6.1), key identifier where both carry one (§4.2.1.1), and
 * signature where the runtime knows the algorithm. Leaves come first, each followed by its issuers.
 * A file of any shape costs a bounded number of comparisons and signatures.
 */
export function arrangeChains(certificates: readonly ParsedCertificate[]): Placement[] {
  const issuersOf = linkIssuers(certificates);
  const issuing = new Set(issuersOf.flat());
  const placements = certificates.map((certificate, index): Placement => {
    const issuers = pathFrom(index, certificates, issuersOf);
    return {
      index,
      role: !issuing.has(index) && isServer(certificate) ? 'leaf' : 'issuer',
      issuers,
      complete: certificates[issuers.at(-1) ?? index]?.selfIssued ?? false,
    };
  });
  const leaves = placements.filter(({ role }) => role === 'leaf');
  const order = new Set(leaves.flatMap(({ index, issuers }) => [index, ...issuers]));
  for (const { index } of placements) order.add(index);
  return [...order].flatMap((index) => placements[index] ?? []);
}

/**
 * A certificate that may be a server's own. `openssl req -x509` marks the self-signed ones that it
 * makes as CA: such a one counts when it names a host.
 */
function isServer(certificate: ParsedCertificate): boolean {
  if (!certificate.extensions.isCa) return true;
  return certificate.selfIssued && namesHost(certificate);
}

const hostName = /^(?:\*\.)?(?:[\p{L}\p{N}_-]{1,63}\.)+[\p{L}\p{N}-]{2,63}\.?$/u;

function namesHost({ extensions, subject }: ParsedCertificate): boolean {
  const { subjectAlternativeNames } = extensions;
  if (subjectAlternativeNames.length > 0) {
    return subjectAlternativeNames.some(({ type }) => type === 'dns' || type === 'ip');
  }
  return subject.commonName !== null && hostName.test(subject.commonName);
}

/** For each certificate those of the file that issued it, the likeliest first. */
function linkIssuers(certificates: readonly ParsedCertificate[]): number[][] {
  const bySubject = Map.groupBy(certificates.keys(), (index) => subjectOf(certificates[index]));
  const signedBy = createSignatureCheck();
  return certificates.map((certificate, index) => {
    if (isTop(certificate)) return [];
    const candidates = (bySubject.get(certificate.issuer.comparable) ?? []).filter(
      (candidate) => candidate !== index,
    );
    return candidates
      .filter((candidate) => keyIdsAgree(certificate, certificates[candidate]) !== false)
      .slice(0, candidatesMax)
      .filter((candidate) => {
        const issuer = certificates[candidate];
        if (issuer === undefined) return false;
        return signedBy(certificate, issuer) ?? keyIdsAgree(certificate, issuer) ?? true;
      })
      .sort((a, b) => preference(certificates[b]) - preference(certificates[a]));
  });
}

function subjectOf(certificate: ParsedCertificate | undefined): string {
  return certificate?.subject.comparable ?? '';
}

/** Nothing above it: it names itself, and no other key of the same name. */
function isTop({ selfIssued, extensions }: ParsedCertificate): boolean {
  const { authorityKeyId, subjectKeyId } = extensions;
  if (!selfIssued) return false;
  return authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId;
}

/** `null` where one of the two carries no key identifier. */
function keyIdsAgree(
  certificate: ParsedCertificate,
  issuer: ParsedCertificate | undefined,
): boolean | null {
  const wanted = certificate.extensions.authorityKeyId;
  const found = issuer?.extensions.subjectKeyId ?? null;
  return wanted === null || found === null ? null : wanted === found;
}

/** Of several issuers with one key the root rather than a cross-signed one, then the longest valid. */
function preference(certificate: ParsedCertificate | undefined): number {
  if (certificate === undefined) return 0;
  const end = certificate.notAfter === null ? 0 : Date.parse(certificate.notAfter);
  return end + (certificate.selfIssued ? 1e15 : 0);
}

/** The first path upwards that ends in a root, else the first of all; never through one twice. */
function pathFrom(
  start: number,
  certificates: readonly ParsedCertificate[],
  issuersOf: readonly (readonly number[])[],
): number[] {
  let fallback: number[] | null = null;
  let steps = 0;
  const climb = (at: number, path: readonly number[]): number[] | null => {
    const next = (issuersOf[at] ?? []).filter(
      (issuer) => issuer !== start && !path.includes(issuer),
    );
    if (next.length === 0 || path.length === chainLengthMax) {
      fallback ??= [...path];
      return certificates[at]?.selfIssued === true ? [...path] : null;
    }
    for (const issuer of next) {
      steps += 1;
      if (steps > 100) return null;
      const found = climb(issuer, [...path, issuer]);
      if (found !== null) return found;
    }
    return null;
  };
  return climb(start, []) ?? fallback ?? [];
}
