import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import type { AssociationData, Certificate, CertificateFile } from '../contract/certificates.ts';
import type { CertificateUsage, KnownTlsaRecord, MatchingType, Selector } from './record.ts';

/** A record and the certificate that it was made from. */
export interface RecordOfCertificate {
  readonly certificate: Certificate;
  readonly record: KnownTlsaRecord;
}

/** The three numbers that a person chooses. */
export type RecordChoice = Pick<KnownTlsaRecord, 'usage' | 'selector' | 'matchingType'>;

/** Recommended for mail servers (RFC 7671 §5.1, RFC 7672 §3.1.1). */
export const defaultChoice: RecordChoice = { usage: 3, selector: 1, matchingType: 1 };

/** In the order in which a table offers them: what is recommended first. */
const usageOrder: readonly CertificateUsage[] = [3, 2, 1, 0];
const selectorOrder: readonly Selector[] = [1, 0];
const matchingTypeOrder: readonly MatchingType[] = [1, 2, 0];

/**
 * Every record that a file allows: usages 1 and 3 from each leaf, 0 and 2 from each CA certificate,
 * with two selectors and three matching types. A CA certificate alone in its file counts as CA.
 */
export function recordsOf(file: CertificateFile): RecordOfCertificate[] {
  return usageOrder.flatMap((usage) =>
    certificatesFor(file, usage).flatMap((certificate) =>
      selectorOrder.flatMap((selector) =>
        matchingTypeOrder.map((matchingType) => ({
          certificate,
          record: recordOf(certificate, { usage, selector, matchingType }),
        })),
      ),
    ),
  );
}

/**
 * The records of one choice: one for each leaf, or for each CA certificate. Self-signed certificates
 * that servers present are often marked as CA (OpenSSL does it by default), so that usages 1 and 3
 * take a certificate that is alone in its file whatever it is. Errors: `tlsa-no-leaf-certificate`,
 * `tlsa-no-ca-certificate`.
 */
export function recordsOfChoice(
  file: CertificateFile,
  choice: RecordChoice,
): Result<RecordOfCertificate[]> {
  const [first, second] = file.certificates;
  const alone = first !== undefined && second === undefined ? [first] : [];
  const forUsage = certificatesFor(file, choice.usage);
  const certificates = forUsage.length === 0 && isLeafUsage(choice.usage) ? alone : forUsage;
  if (certificates.length === 0) {
    const code = isLeafUsage(choice.usage) ? 'tlsa-no-leaf-certificate' : 'tlsa-no-ca-certificate';
    return failure(code, { file: file.name, usage: choice.usage });
  }
  return success(
    certificates.map((certificate) => ({ certificate, record: recordOf(certificate, choice) })),
  );
}

/** The record of a certificate, whether it makes sense or not; advice says so. */
export function recordOf(certificate: Certificate, choice: RecordChoice): KnownTlsaRecord {
  const { associations } = certificate;
  const selected = choice.selector === 0 ? associations.certificate : associations.publicKey;
  return { ...choice, data: matchingData(selected, choice.matchingType) };
}

/** Whether a record of this usage names the server's own certificate. */
export function isLeafUsage(usage: number): boolean {
  return usage === 1 || usage === 3;
}

function certificatesFor(file: CertificateFile, usage: CertificateUsage): readonly Certificate[] {
  const alone = file.certificates.length === 1;
  const isAuthority = ({ isCa, role }: Certificate) => isCa && (role === 'issuer' || alone);
  return file.certificates.filter((certificate) =>
    isLeafUsage(usage)
      ? certificate.role === 'leaf' && !isAuthority(certificate)
      : isAuthority(certificate),
  );
}

function matchingData(data: AssociationData, matchingType: MatchingType): string {
  if (matchingType === 0) return data.full;
  return matchingType === 1 ? data.sha256 : data.sha512;
}
