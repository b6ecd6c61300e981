import type { CertificateFile } from '../../../../shared/contract/certificates.ts';

/** The certificate of a file that a server would show, with its issuers above it; DER. */
export function chainOfFile({ certificates }: CertificateFile): readonly Uint8Array[] {
  const leaf = certificates.find(({ role }) => role === 'leaf') ?? certificates[0];
  if (leaf === undefined) return [];
  const above = leaf.issuers.flatMap(
    (issuer) => certificates.find(({ fingerprint }) => fingerprint === issuer) ?? [],
  );
  return [leaf, ...above].map(({ associations }) =>
    Buffer.from(associations.certificate.full, 'hex'),
  );
}
