/** Keys, digests and signatures as they are drawn. */
import { formatName, wildcardOf } from '../../dns/name.ts';
import { typeName } from '../../dns/codes.ts';
import { parseDnskey } from '../../dns/rdata/parse.ts';
import { algorithmName, digestTypeName } from '../crypto/algorithms.ts';
import { delegationDigest } from '../crypto/delegationDigest.ts';
import { delegationRecordsMax, zoneKeysMax } from '../limits.ts';
import { serialToDate } from '../serialTime.ts';
import { dnskeyFlag, dnskeyProtocol } from '../zoneKeys.ts';
import { keyBits } from './keyBits.ts';
import { shownName } from './describeValidation.ts';
import type {
  DelegationRecord,
  SignatureView,
  SignedRecords,
  ZoneKeyView,
} from '../../../../shared/dnssec/evidence.ts';
import type { Dnskey, Ds, Rrsig } from '../../dns/rdata/parse.ts';
import type { DomainName } from '../../dns/types.ts';
import type { Rrset } from '../rrset.ts';
import type { VerifiedRrset } from '../zoneTrust.ts';

/** Signatures shown of one RRset; more are counted. Validation tries no more than eight. */
const signaturesShown = 16;

/** The key-signing flag (RFC 4034 §2.1.1). */
const secureEntryPoint = 1;

/** A DNSKEY record that can be parsed, with the octets that digests are made over. */
export interface PublishedKey extends Dnskey {
  readonly rdata: Uint8Array;
}

export function publishedKeys(rrset: Rrset): PublishedKey[] {
  return rrset.records.slice(0, zoneKeysMax).flatMap(({ rdata }) => {
    const key = parseDnskey(rdata);
    return key === null ? [] : [{ ...key, rdata }];
  });
}

export function describeAlgorithm(number: number): { number: number; name: string } {
  return { number, name: algorithmName(number) };
}

export function describeDigestType(number: number): { number: number; name: string } {
  return { number, name: digestTypeName(number) };
}

function standsFor(ds: Ds, zone: DomainName, key: PublishedKey): boolean {
  if (key.keyTag !== ds.keyTag || key.algorithm !== ds.algorithm) return false;
  const digest = delegationDigest(zone, key.rdata, ds.digestType);
  return digest !== null && Buffer.compare(digest, ds.digest) === 0;
}

/** `null`: the digest's type is not supported, or the zone's keys are not known. */
function matchOf(ds: Ds, zone: DomainName, keys: readonly PublishedKey[] | null): boolean | null {
  const isKnown = delegationDigest(zone, new Uint8Array(), ds.digestType) !== null;
  return keys === null || !isKnown ? null : keys.some((key) => standsFor(ds, zone, key));
}

/** DS records of `zone`, or an anchor's digests; `keys`: those that the zone publishes. */
export function describeDelegation(
  records: readonly Ds[],
  zone: DomainName,
  keys: readonly PublishedKey[] | null,
): DelegationRecord[] {
  return records.slice(0, delegationRecordsMax).map((ds) => ({
    keyTag: ds.keyTag,
    algorithm: describeAlgorithm(ds.algorithm),
    digestType: describeDigestType(ds.digestType),
    digest: Buffer.from(ds.digest).toString('hex'),
    matches: matchOf(ds, zone, keys),
  }));
}

function roleOf({ flags, protocol }: Dnskey): ZoneKeyView['role'] {
  if ((flags & dnskeyFlag.zone) === 0 || protocol !== dnskeyProtocol) return 'not-zone-key';
  if ((flags & dnskeyFlag.revoked) !== 0) return 'revoked';
  return (flags & secureEntryPoint) === 0 ? 'zsk' : 'ksk';
}

/** `entries`: the digests, of DS records or an anchor, through which the zone is entered. */
export function describeKeys(
  keys: readonly PublishedKey[],
  zone: DomainName,
  entries: readonly Ds[],
): ZoneKeyView[] {
  return keys.map((key) => ({
    keyTag: key.keyTag,
    algorithm: describeAlgorithm(key.algorithm),
    flags: key.flags,
    role: roleOf(key),
    bits: keyBits(key.algorithm, key.publicKey),
    isEntry: entries.some((ds) => standsFor(ds, zone, key)),
  }));
}

export function describeSignature(rrsig: Rrsig, isUsed: boolean, now: Date): SignatureView {
  return {
    keyTag: rrsig.keyTag,
    algorithm: describeAlgorithm(rrsig.algorithm),
    signer: shownName(rrsig.signer),
    inception: serialToDate(rrsig.inception, now).toISOString(),
    expiration: serialToDate(rrsig.expiration, now).toISOString(),
    isUsed,
  };
}

type Signed = Pick<SignedRecords, 'signatures' | 'proof' | 'omitted'>;

/** `shown`: how many of the records are. The signature that was used is shown whatever their number. */
export function describeProof({ rrset, proof }: VerifiedRrset, shown: number, now: Date): Signed {
  const used = proof?.ok === true ? proof.signature : null;
  const ordered = [
    ...rrset.signatures.filter((rrsig) => rrsig === used),
    ...rrset.signatures.filter((rrsig) => rrsig !== used),
  ];
  const signatures = ordered
    .slice(0, signaturesShown)
    .map((rrsig) => describeSignature(rrsig, rrsig === used, now));
  return {
    signatures,
    proof: {
      state: proof === null ? 'not-tried' : proof.ok ? 'verified' : 'failed',
      reason: proof === null || proof.ok ? null : proof.reason,
    },
    omitted: rrset.records.length - shown + ordered.length - signatures.length,
  };
}

/** Records of the answer, whose contents stand elsewhere. */
export function describeRecords(verified: VerifiedRrset, now: Date): SignedRecords {
  const { rrset, proof } = verified;
  const encloser = proof?.ok === true ? proof.expandedFrom : null;
  return {
    owner: formatName(rrset.owner),
    type: typeName(rrset.type),
    count: rrset.records.length,
    wildcard: encloser === null ? null : formatName(wildcardOf(encloser)),
    ...describeProof(verified, rrset.records.length, now),
  };
}
