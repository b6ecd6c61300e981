import type { SeenRecords } from '../../history/recordSightings.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { rrType } from '../../dns/codes.ts';
import type { ValidatedAnswer } from '../../dnssec/types.ts';
import { serialToDate } from '../../dnssec/serialTime.ts';

export interface Published {
  /** From when on every answer carried the certificate, as late as it may have been. */
  readonly since: Date;
  /** Seconds, as the zone gives it. */
  readonly ttl: number;
}

/**
 * Signers date a signature back, so that slow clocks take it for valid: BIND by an hour, which is as
 * far as most of them go.
 */
const backdating = 3_600_000;

function signatureOf({ evidence }: ValidatedAnswer) {
  for (const { rrset, proof } of evidence.data) {
    if (rrset.type === rrType.TLSA && proof?.ok === true) return proof.signature;
  }
  return null;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/**
 * How long the published records have carried a certificate: what was seen of them before, newest
 * first, and where that does not reach, the signature's age. An RRset is signed when it changes, so
 * that it is no younger than its signature; some signers date all of theirs back by days, which shows
 * when a set was seen without the record after that.
 * `null`: there is no signature to tell.
 */
export function publishedSince(
  answer: ValidatedAnswer,
  seen: readonly SeenRecords[],
  carries: (records: readonly TlsaRecord[]) => boolean,
  at: Date,
): Published | null {
  const signature = signatureOf(answer);
  if (signature === null) return null;
  const { inception, originalTtl: ttl } = signature;
  const signed = earlier(new Date(serialToDate(inception, at).getTime() + backdating), at);
  const past = seen.filter(({ firstSeen }) => Date.parse(firstSeen) <= at.getTime());
  const failing = past.findIndex(({ records }) => !carries(records));
  const carrying = failing < 0 ? past : past.slice(0, failing);
  const oldest = carrying.at(-1);
  const firstSeen = oldest === undefined ? at : new Date(oldest.firstSeen);
  const lastWithout = past[failing]?.lastSeen;
  const isSignatureOlder = lastWithout !== undefined && signed < new Date(lastWithout);
  return { since: isSignatureOlder ? firstSeen : earlier(signed, firstSeen), ttl };
}
