import type { MatchingType, Selector, TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import type { ChainCertificate } from '../match/chainCertificate.ts';
import type { TlsaVerification } from '../match/verifyTlsa.ts';

function recordOf(
  certificate: ChainCertificate,
  usage: number,
  selector: Selector,
  matchingType: MatchingType,
): TlsaRecord {
  const { associations } = certificate;
  const selected = selector === 0 ? associations.certificate : associations.publicKey;
  const data =
    matchingType === 0 ? selected.full : matchingType === 1 ? selected.sha256 : selected.sha512;
  return { usage, selector, matchingType, data };
}

function textOf({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

/**
 * The records that the next certificate needs: one in each combination of usage, selector and matching
 * type that is published, so that clients which look at one kind alone find theirs (RFC 7671 §8.4).
 * Usage 2 takes the issuer that comes with it; where none does, or where a path or a name is what
 * fails, usage 3 has to do.
 */
export function nextRecords(
  chain: readonly Uint8Array[],
  published: readonly TlsaRecord[],
  { records, reason }: TlsaVerification,
): TlsaRecord[] {
  const [leaf, issuer] = chain.flatMap((der) => chainCertificateOf(der) ?? []);
  if (leaf === undefined) return [];
  const issuerHelps = reason === 'no-match' || reason === 'anchor-not-sent';
  const wanted = records
    .filter(({ usable }) => usable)
    .flatMap(({ record }) => {
      const selector = record.selector as Selector;
      const matchingType = record.matchingType as MatchingType;
      const ofIssuer = record.usage === 0 || record.usage === 2;
      const certificate = ofIssuer ? (issuerHelps ? issuer : undefined) : leaf;
      return certificate === undefined
        ? []
        : [recordOf(certificate, record.usage, selector, matchingType)];
    });
  const known = new Set(published.map(textOf));
  const distinct = new Map(wanted.map((record) => [textOf(record), record]));
  const missing = [...distinct].filter(([text]) => !known.has(text)).map(([, record]) => record);
  const hasLeafRecord = wanted.some(({ usage }) => usage === 3);
  return missing.length > 0 && (hasLeafRecord || issuerHelps)
    ? missing
    : [...missing, recordOf(leaf, 3, 1, 1)];
}
