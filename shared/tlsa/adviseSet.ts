import type { Certificate } from '../contract/certificates.ts';
import { advice } from './advice.ts';
import type { Advice } from './advice.ts';
import { presentation } from './formatRecord.ts';
import type { TlsaRecord } from './record.ts';
import { isLeafUsage } from './recordsOf.ts';

/** Exchange Online looks at about this many records of a host when it sends. */
const recordsMax = 12;

/** Advice on the records that stand at one owner name, with the certificates behind them. */
export function adviseSet(
  set: readonly { readonly record: TlsaRecord; readonly certificate: Certificate | null }[],
): Advice[] {
  const found: Advice[] = [];
  const distinct = new Set(set.map(({ record }) => presentation(record)));
  if (distinct.size < set.length) found.push(advice('duplicates'));
  if (distinct.size > recordsMax) {
    found.push(advice('too-many-records', { count: distinct.size, max: recordsMax }));
  }
  const leaves = new Map(
    set.flatMap(({ record, certificate }) =>
      certificate !== null && isLeafUsage(record.usage)
        ? [[certificate.fingerprint, certificate.key.algorithm]]
        : [],
    ),
  );
  const keyTypes = new Set(leaves.values()).size;
  if (keyTypes > 1) found.push(advice('several-key-types', { count: leaves.size }));
  else if (leaves.size > 1) found.push(advice('several-leaves', { count: leaves.size }));
  if (distinct.size === 1) found.push(advice('no-rollover'));
  return found;
}
