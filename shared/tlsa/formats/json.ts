import type { PublishableRecord } from '../formatRecord.ts';

/** Plain JSON, for whatever else: an object, or a list of several. */
export function plainJson(records: readonly PublishableRecord[]): string {
  const plain = records.map(({ owner, ttl, record }) => ({
    owner,
    ttl,
    class: 'IN',
    type: 'TLSA',
    usage: record.usage,
    selector: record.selector,
    matchingType: record.matchingType,
    data: record.data,
  }));
  return JSON.stringify(plain.length === 1 ? plain[0] : plain, null, 2);
}
