import type { ChainCertificate } from './chainCertificate.ts';
import type { Path } from './pathProblem.ts';
import type { Signatures } from './signatures.ts';

/** Certificates of a chain that are looked at. Real servers send up to six. */
export const chainLengthMax = 40;

/** Partial paths tried for one chain; against bags made to have endless paths. */
const stepsMax = 2000;

/** Where paths may end. */
export interface Anchors {
  /** Certificates trusted for what they are, whether the server sent them or not. */
  readonly certificates: readonly ChainCertificate[];
  /** Keys without a certificate; subjectPublicKeyInfo, lower-case hex. */
  readonly keys: readonly string[];
}

/** A path whose signatures hold from the leaf to an anchor. */
export interface FoundPath extends Path {
  /** The key that signed the last certificate, where a key is the anchor. */
  readonly key: string | null;
}

function issued(
  issuer: ChainCertificate,
  certificate: ChainCertificate,
  signatures: Signatures,
): boolean {
  return (
    issuer.x509 !== null &&
    certificate.x509 !== null &&
    certificate.x509.checkIssued(issuer.x509) &&
    signatures.isSignedBy(certificate, issuer.associations.publicKey.full)
  );
}

/** A path that comes back to a name and key it has been through leads nowhere new (RFC 4158 §5.2). */
function passed(path: readonly ChainCertificate[], next: ChainCertificate): boolean {
  return path.some(
    ({ fingerprint, associations, subject }) =>
      fingerprint === next.fingerprint ||
      (associations.publicKey.full === next.associations.publicKey.full &&
        subject.join('\n') === next.subject.join('\n')),
  );
}

/**
 * Every path from the leaf to an anchor over the certificates sent, shortest first, whatever order
 * they came in: cross-signed certificates give a bag, not a line, and the first way is not always one
 * that leads to the anchor. Signatures are checked on the way; names, dates and constraints are not.
 */
export function* paths(
  leaf: ChainCertificate,
  sent: readonly ChainCertificate[],
  anchors: Anchors,
  signatures: Signatures,
): Generator<FoundPath> {
  const trusted = new Set(anchors.certificates.map(({ fingerprint }) => fingerprint));
  const queue: (readonly ChainCertificate[])[] = [[leaf]];
  for (let step = 0; step < stepsMax; step += 1) {
    const path = queue.shift();
    const last = path?.at(-1);
    if (path === undefined || last === undefined) return;
    for (const issuer of anchors.certificates) {
      if (!passed(path, issuer) && issued(issuer, last, signatures)) {
        yield { certificates: [...path, issuer], anchored: true, key: null };
      }
    }
    for (const key of anchors.keys) {
      if (key !== leaf.associations.publicKey.full && signatures.isSignedBy(last, key)) {
        yield { certificates: path, anchored: false, key };
      }
    }
    for (const issuer of sent) {
      const isNew = !trusted.has(issuer.fingerprint) && !passed(path, issuer);
      if (isNew && issued(issuer, last, signatures)) queue.push([...path, issuer]);
    }
  }
}
