/** Whether one RRset is signed by a zone (RFC 4035 §5.3). */
import { namesEqual } from '../dns/name.ts';
import { takeTurn } from '../dns/turns.ts';
import { isDeprecatedAlgorithm } from './crypto/algorithms.ts';
import {
  keysPerSignatureMax,
  rrsetRecordsMax,
  signaturesPerRrsetMax,
  verificationsPerRrsetMax,
} from './limits.ts';
import { signedData, signedLabelCount } from './rrset.ts';
import { epochSeconds, serialDistance, serialToDate } from './serialTime.ts';
import { signatureTimeProblem } from './signatureTime.ts';
import type { Rrsig } from '../dns/rdata/parse.ts';
import type { DomainName } from '../dns/types.ts';
import type { Budget } from './budget.ts';
import type { ValidationReason } from './reasons.ts';
import type { Rrset } from './rrset.ts';
import type { Skew } from './signatureTime.ts';
import type { ZoneKey, ZoneKeys } from './zoneKeys.ts';

export interface VerifyContext {
  readonly now: Date;
  readonly skew: Skew;
  readonly budget: Budget;
}

export type RrsetProof =
  | {
      readonly ok: true;
      /** What is proven. */
      readonly rrset: Rrset;
      readonly signature: Rrsig;
      /** The name below whose `*` the RRset was expanded; `null` when it was not. */
      readonly expandedFrom: DomainName | null;
      readonly expires: Date;
      /** Seconds; not above the original TTL nor the signature's end (RFC 4035 §5.3.3). */
      readonly ttl: number;
      /** The signature uses SHA-1. */
      readonly deprecated: boolean;
    }
  | { readonly ok: false; readonly reason: ValidationReason };

/** What failed, from "nothing to try" to "tried and wrong": the last reason that applies is told. */
const failureOrder: readonly ValidationReason[] = [
  'signature-missing',
  'signature-signer',
  'signature-labels',
  'signature-key-missing',
  'signature-not-yet-valid',
  'signature-expired',
  'signature-invalid',
  'limit-verifications',
];

/** One valid signature of any key suffices (RFC 6840 §5.11). */
export async function verifyRrset(
  rrset: Rrset,
  zone: ZoneKeys,
  context: VerifyContext,
): Promise<RrsetProof> {
  if (rrset.records.length > rrsetRecordsMax) return { ok: false, reason: 'limit-records' };
  let reason: ValidationReason = 'signature-missing';
  const fail = (found: ValidationReason) => {
    if (failureOrder.indexOf(found) > failureOrder.indexOf(reason)) reason = found;
  };
  let verifications = 0;
  let tried = 0;
  for (const rrsig of rrset.signatures) {
    const candidates = candidateKeys(rrset, rrsig, zone, context);
    if (typeof candidates === 'string') {
      fail(candidates);
      continue;
    }
    if (tried >= signaturesPerRrsetMax) return { ok: false, reason: 'limit-verifications' };
    tried += 1;
    await takeTurn();
    const data = signedData(rrset, rrsig);
    for (const key of candidates.slice(0, keysPerSignatureMax)) {
      if (verifications >= verificationsPerRrsetMax || context.budget.verifications <= 0) {
        return { ok: false, reason: 'limit-verifications' };
      }
      verifications += 1;
      context.budget.verifications -= 1;
      const isValid = await key.publicKey()?.verify(data, rrsig.signature);
      await takeTurn();
      if (isValid === true) return proof(rrset, rrsig, context.now);
      fail('signature-invalid');
    }
    if (candidates.length > keysPerSignatureMax) fail('limit-verifications');
  }
  return { ok: false, reason };
}

/** The keys that a signature may be of, or why it is none of this zone now. */
function candidateKeys(
  rrset: Rrset,
  rrsig: Rrsig,
  zone: ZoneKeys,
  context: VerifyContext,
): readonly ZoneKey[] | ValidationReason {
  if (!namesEqual(rrsig.signer, zone.zone)) return 'signature-signer';
  if (rrsig.labels > signedLabelCount(rrset.owner) || rrsig.labels < zone.zone.length) {
    return 'signature-labels';
  }
  const keys = zone.keys.filter(
    (key) => key.keyTag === rrsig.keyTag && key.algorithm === rrsig.algorithm,
  );
  if (keys.length === 0) return 'signature-key-missing';
  return signatureTimeProblem(rrsig, context.now, context.skew) ?? keys;
}

function proof(rrset: Rrset, rrsig: Rrsig, now: Date): RrsetProof {
  const { owner } = rrset;
  const left = serialDistance(epochSeconds(now), rrsig.expiration);
  return {
    ok: true,
    rrset,
    signature: rrsig,
    expandedFrom:
      rrsig.labels < signedLabelCount(owner) ? owner.slice(owner.length - rrsig.labels) : null,
    expires: serialToDate(rrsig.expiration, now),
    ttl: Math.max(0, Math.min(rrset.ttl, rrsig.originalTtl, left)),
    deprecated: isDeprecatedAlgorithm(rrsig.algorithm),
  };
}
