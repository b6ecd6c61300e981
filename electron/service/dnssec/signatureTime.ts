/** Whether a signature is valid now (RFC 4035 §5.3.1), with what clocks that go wrong are forgiven. */
import { epochSeconds, serialDistance } from './serialTime.ts';
import type { Rrsig } from '../dns/rdata/parse.ts';

/**
 * A tenth of a signature's validity, but at least `secondsMin` and at most `secondsMax`, is forgiven on
 * both sides. Both 0: none, as BIND does.
 */
export interface Skew {
  readonly secondsMin: number;
  readonly secondsMax: number;
}

export const noSkew: Skew = { secondsMin: 0, secondsMax: 0 };

function tolerance({ inception, expiration }: Rrsig, skew: Skew): number {
  const tenth = Math.floor(serialDistance(inception, expiration) / 10);
  return Math.min(Math.max(tenth, skew.secondsMin), skew.secondsMax);
}

/** `null`: valid. */
export function signatureTimeProblem(
  rrsig: Rrsig,
  now: Date,
  skew: Skew,
): 'signature-expired' | 'signature-not-yet-valid' | null {
  const seconds = epochSeconds(now);
  if (serialDistance(rrsig.inception, rrsig.expiration) < 0) return 'signature-expired';
  const allowed = tolerance(rrsig, skew);
  if (serialDistance(rrsig.expiration, seconds) > allowed) return 'signature-expired';
  if (serialDistance(seconds, rrsig.inception) > allowed) return 'signature-not-yet-valid';
  return null;
}
