import type {
  DigestOrder,
  RecordReason,
  TlsaService,
} from '../../../../shared/dane/verification.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { childrenOf, expectTlv, readable, tags } from '../../certificates/der.ts';
import { parseCertificate } from '../../certificates/parseCertificate.ts';
import { strongestDigests } from './strongestDigests.ts';

export interface JudgedRecord {
  readonly record: TlsaRecord;
  /** Whether a client of the service can use it at all (RFC 7671 §4, RFC 7672 §3.1.3). */
  readonly usable: boolean;
  readonly reason: RecordReason | null;
}

const digestLengths: Readonly<Record<number, number>> = { 1: 32, 2: 64 };

function isCertificate(der: Buffer): boolean {
  return readable(() => parseCertificate(der)) !== null;
}

/** The outer form of a subjectPublicKeyInfo (RFC 5280 §4.1); its key may be of any kind. */
function isPublicKeyInfo(der: Buffer): boolean {
  const found = readable(() => {
    const info = expectTlv(der, 0, der.length, tags.sequence);
    const [algorithm, key, ...surplus] = childrenOf(der, info);
    return (
      info.end === der.length &&
      algorithm?.tag === tags.sequence &&
      key?.tag === tags.bitString &&
      key.contentEnd - key.contentStart > 1 &&
      surplus.length === 0
    );
  });
  return found === true;
}

function problemOf(record: TlsaRecord, service: TlsaService): RecordReason | null {
  const { usage, selector, matchingType, data } = record;
  if (usage > 3) return 'usage-unknown';
  if (selector > 1) return 'selector-unknown';
  if (matchingType > 2) return 'matching-type-unknown';
  const octets = Buffer.from(data, 'hex');
  if (matchingType !== 0) {
    if (octets.length !== digestLengths[matchingType]) return 'digest-length';
  } else if (!(selector === 0 ? isCertificate(octets) : isPublicKeyInfo(octets))) {
    return 'data-malformed';
  }
  return service === 'smtp' && usage < 2 ? 'usage-not-for-smtp' : null;
}

function recordKey({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

/** Every record once, in its order, with what a client makes of it before it sees a certificate. */
export function judgeRecords(
  records: readonly TlsaRecord[],
  service: TlsaService,
  order: DigestOrder,
): JudgedRecord[] {
  const distinct = [...new Map(records.map((record) => [recordKey(record), record])).values()];
  const judged = distinct.map((record) => ({ record, reason: problemOf(record, service) }));
  const usable = judged.filter(({ reason }) => reason === null).map(({ record }) => record);
  const strongest = new Set(strongestDigests(usable, order));
  return judged.map(({ record, reason }) => ({
    record,
    usable: reason === null,
    reason: reason ?? (strongest.has(record) ? null : 'weaker-digest'),
  }));
}
