/**
 * Whether a certificate names a server: RFC 6125 as RFC 7672 §3.2.3 narrows it. Names of a
 * certificate are bytes that somebody chose; only plain host names are compared.
 */

/** What of a certificate names a server. */
export interface PresentedNames {
  /** The dNSName entries of subjectAltName, each octet one character. */
  readonly dnsNames: readonly string[];
  /** The common names of the subject. */
  readonly commonNames: readonly string[];
}

/** Letters, digits, hyphen and underscore in labels; no empty label, no final dot. */
const hostName = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}$/;

/** `*.` and two labels at least: nobody may speak for a whole top-level domain. */
const wildcardName = /^\*\.(?:[a-z0-9_-]{1,63}\.)+[a-z0-9_-]{1,63}$/;

function matches(presented: string, reference: string): boolean {
  const name = presented.toLowerCase();
  if (hostName.test(name)) return name === reference;
  if (!wildcardName.test(name)) return false;
  const dot = reference.indexOf('.');
  return dot > 0 && reference.slice(dot) === name.slice(1);
}

/**
 * Whether any reference identifier (lower-case A-labels without final dot) is presented. The common
 * name counts only where the certificate has no dNSName at all; a wildcard stands for the whole
 * left-most label, and for one.
 */
export function namesServer(presented: PresentedNames, references: readonly string[]): boolean {
  const identifiers = presented.dnsNames.length > 0 ? presented.dnsNames : presented.commonNames;
  return references.some((reference) =>
    identifiers.some((identifier) => matches(identifier, reference)),
  );
}
