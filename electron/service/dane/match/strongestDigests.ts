import type { DigestOrder } from '../../../../shared/dane/verification.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';

/**
 * Digest agility (RFC 7671 §9): of usable records with one usage and selector, those with the whole
 * data and those with the strongest digest present. `order`: strongest first.
 */
export function strongestDigests<T extends TlsaRecord>(
  usable: readonly T[],
  order: DigestOrder,
): T[] {
  const strongest = new Map<string, number>();
  for (const { usage, selector, matchingType } of usable) {
    const key = `${usage} ${selector}`;
    const rank = order.findIndex((digest) => digest === matchingType);
    if (rank >= 0) strongest.set(key, Math.min(rank, strongest.get(key) ?? rank));
  }
  return usable.filter(
    ({ usage, selector, matchingType }) =>
      matchingType === 0 || order[strongest.get(`${usage} ${selector}`) ?? -1] === matchingType,
  );
}
