import { X509Certificate } from 'node:crypto';
import { getCACertificates } from 'node:tls';

let roots: readonly Buffer[] | null = null;

/** DER of the roots this computer trusts: the runtime's, the system's, and NODE_EXTRA_CA_CERTS. */
export function systemRoots(): readonly Buffer[] {
  roots ??= [...new Set([...getCACertificates('default'), ...getCACertificates('system')])].map(
    (pem) => new X509Certificate(pem).raw,
  );
  return roots;
}
