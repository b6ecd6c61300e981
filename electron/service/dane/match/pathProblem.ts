/** What forbids a path whose signatures hold (RFC 5280 §6.1, as far as TLS servers need it). */
import type { ChainCertificate } from './chainCertificate.ts';
import { noExtensions } from './extensions.ts';
import type { Extensions } from './extensions.ts';
import type { GeneralName } from './generalName.ts';
import { allowsNames } from './nameConstraints.ts';

export type PathProblem = 'expired' | 'not-yet-valid' | 'constraints';

/** The leaf first. The last one is the anchor where `anchored`, else a key outside of it is. */
export interface Path {
  readonly certificates: readonly ChainCertificate[];
  readonly anchored: boolean;
}

/** A date that can't be read is one that was never reached, or has passed. */
function dateProblem(certificate: ChainCertificate, at: Date): PathProblem | null {
  const { notBefore, notAfter } = certificate.parsed;
  if (notAfter === null || at > new Date(notAfter)) return 'expired';
  if (notBefore === null || at < new Date(notBefore)) return 'not-yet-valid';
  return null;
}

/** A version 1 root says nothing of itself; the record that names it does (RFC 5280 §6.1.4 (k)). */
function isPlainRoot(certificate: ChainCertificate): boolean {
  return certificate.extensions === noExtensions && certificate.parsed.selfIssued;
}

function mayIssue(extensions: Extensions, certificatesBelow: number): boolean {
  const { basicConstraints, keyCertSign } = extensions;
  return (
    basicConstraints?.ca === true &&
    keyCertSign !== false &&
    (basicConstraints.pathLength === null || basicConstraints.pathLength >= certificatesBelow)
  );
}

/** What name constraints are about: the subject, its alternative names, or else its common names. */
function constrainedNames(certificate: ChainCertificate, isLeaf: boolean): GeneralName[] {
  const alternatives = certificate.extensions?.subjectAltName ?? [];
  const subject: GeneralName[] =
    certificate.subject.length === 0 ? [] : [{ type: 'directory', rdns: certificate.subject }];
  const dns: GeneralName[] =
    isLeaf && !alternatives.some(({ type }) => type === 'dns')
      ? certificate.commonNames
          .filter((name) => /^[\w.*-]+$/.test(name))
          .map((value) => ({ type: 'dns', value }))
      : [];
  return [...alternatives, ...subject, ...dns];
}

function constraintProblem({ certificates, anchored }: Path): boolean {
  let intermediates = 0;
  for (const [depth, certificate] of certificates.entries()) {
    const { extensions } = certificate;
    const isAnchor = anchored && depth === certificates.length - 1;
    if (extensions === null || extensions.unknownCritical || extensions.serverAuth === false) {
      return true;
    }
    if (depth === 0) continue;
    if (!mayIssue(extensions, intermediates) && !(isAnchor && isPlainRoot(certificate)))
      return true;
    const { nameConstraints } = extensions;
    const below = certificates
      .slice(0, depth)
      .filter((lower, index) => index === 0 || !lower.parsed.selfIssued);
    if (
      nameConstraints !== null &&
      !below.every((lower, index) =>
        allowsNames(nameConstraints, constrainedNames(lower, index === 0)),
      )
    ) {
      return true;
    }
    if (!certificate.parsed.selfIssued) intermediates += 1;
  }
  return false;
}

/** `datesTo`: whose dates count, the anchor's too or those below it alone (RFC 5280 §6.1.1 (d)). */
export function pathProblem(path: Path, at: Date, datesTo: 'anchor' | 'below'): PathProblem | null {
  if (constraintProblem(path)) return 'constraints';
  const dated =
    path.anchored && datesTo === 'below' ? path.certificates.slice(0, -1) : path.certificates;
  for (const certificate of dated) {
    const problem = dateProblem(certificate, at);
    if (problem !== null) return problem;
  }
  return null;
}
