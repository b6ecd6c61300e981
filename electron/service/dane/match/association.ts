import { assertNever } from '../../../../shared/assertNever.ts';
import type { MatchingType, TlsaRecord } from '../../../../shared/tlsa/record.ts';
import type { ChainCertificate } from './chainCertificate.ts';

/** Whether the record's association data are those of the certificate (RFC 6698 §2.1). */
export function isAssociated(record: TlsaRecord, certificate: ChainCertificate): boolean {
  const selected =
    record.selector === 0
      ? certificate.associations.certificate
      : certificate.associations.publicKey;
  const matchingType = record.matchingType as MatchingType;
  switch (matchingType) {
    case 0:
      return record.data === selected.full;
    case 1:
      return record.data === selected.sha256;
    case 2:
      return record.data === selected.sha512;
    default:
      return assertNever(matchingType, 'matching type of a usable record');
  }
}
