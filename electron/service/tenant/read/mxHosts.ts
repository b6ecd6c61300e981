import type { DaneCheck } from '../../../../shared/dane/check.ts';
import type { MxHosts } from '../../../../shared/tenant/records/domains.ts';

/** What a snapshot keeps of a check: the verdicts and the certificates, not the way there. */
export function readMxHosts(check: DaneCheck): MxHosts {
  const { trace: _trace, evidence, mtaSts: _mtaSts, tlsReporting: _reporting, ...kept } = check;
  const certificates = evidence.certificates.map(({ pem: _pem, ...certificate }) => ({
    ...certificate,
    hosts: [
      ...new Set(
        evidence.connections
          .filter(({ chain }) => chain[0] === certificate.fingerprint)
          .map(({ host }) => host),
      ),
    ],
  }));
  return { ...kept, certificates };
}
