import type { Certificate } from '../../../../shared/contract/certificates.ts';

export type ValidityState = 'valid' | 'ends-soon' | 'expired' | 'not-yet-valid' | 'unreadable';

const soonMilliseconds = 30 * 86_400_000;

/** Where now lies in a certificate's validity; RFC 5280 §4.1.2.5: both ends belong to it. */
export function validityState(
  { notBefore, notAfter }: Pick<Certificate, 'notBefore' | 'notAfter'>,
  now: Date,
): ValidityState {
  if (notBefore === null || notAfter === null) return 'unreadable';
  const left = Date.parse(notAfter) - now.getTime();
  if (left < 0) return 'expired';
  if (now.getTime() < Date.parse(notBefore)) return 'not-yet-valid';
  return left < soonMilliseconds ? 'ends-soon' : 'valid';
}
