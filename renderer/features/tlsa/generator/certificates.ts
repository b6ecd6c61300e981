import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { Chain } from './records.ts';
import type { FileEntry } from './workbenchState.ts';

/** Every certificate of every file that was read, each once, leaves first. */
export function listCertificates(files: readonly FileEntry[]): readonly Certificate[] {
  const found = new Map<string, Certificate>();
  for (const { state } of files) {
    if (state.kind !== 'read') continue;
    for (const certificate of state.file.certificates) {
      if (!found.has(certificate.fingerprint)) found.set(certificate.fingerprint, certificate);
    }
  }
  const all = [...found.values()];
  return [
    ...all.filter(({ role }) => role === 'leaf'),
    ...all.filter(({ role }) => role !== 'leaf'),
  ];
}

/** The certificate and its issuers as far as they were found, leaf first. */
export function chainOf(certificate: Certificate, certificates: readonly Certificate[]): Chain {
  const byFingerprint = new Map(certificates.map((each) => [each.fingerprint, each]));
  return [
    certificate,
    ...certificate.issuers.flatMap((fingerprint) => byFingerprint.get(fingerprint) ?? []),
  ];
}

/** What a person calls the certificate. */
export function certificateLabel(certificate: Certificate): string {
  return (
    certificate.commonName ??
    certificate.subjectAlternativeNames.find(({ type }) => type === 'dns')?.value ??
    (certificate.subject === '' ? certificate.fingerprint.slice(0, 16) : certificate.subject)
  );
}
