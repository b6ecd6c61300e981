import { certificateLabel } from '../certificates.ts';
import { presentation } from '../../../../../shared/tlsa/formatRecord.ts';
import type { KnownTlsaRecord, TlsaRecord } from '../../../../../shared/tlsa/record.ts';
import type { RecordOfCertificate } from '../../../../../shared/tlsa/recordsOf.ts';

/** A published record and the certificate at hand that it belongs to. */
export interface ComparedRecord {
  readonly record: TlsaRecord;
  /** `null`: none of them. */
  readonly certificate: string | null;
  /** Whether that is the server's own one, and no issuer. */
  readonly isLeaf: boolean;
}

/** Which published records belong to the certificate that was chosen, or to an issuer of its. */
export function comparePublished(
  published: readonly TlsaRecord[],
  every: readonly RecordOfCertificate[],
): readonly ComparedRecord[] {
  const known = new Map(every.map((each) => [presentation(each.record), each.certificate]));
  return published.map((record) => {
    const certificate = known.get(presentation(record));
    return certificate === undefined
      ? { record, certificate: null, isLeaf: false }
      : {
          record,
          certificate: certificateLabel(certificate),
          isLeaf: certificate.role === 'leaf',
        };
  });
}

export function isPublished(made: KnownTlsaRecord, published: readonly TlsaRecord[]): boolean {
  return published.some((record) => presentation(record) === presentation(made));
}
