import { presentation } from '../formatRecord.ts';
import type { PublishableRecord } from '../formatRecord.ts';

/** Route 53 has no default TTL: a record set without one is refused. */
const usualTtl = 3600;

/**
 * Amazon Route 53: a change batch for `aws route53 change-resource-record-sets --change-batch`. A
 * name's records are one set. The action is CREATE, which is refused where a set exists: UPSERT would
 * take the records away that mail flows by today.
 */
export function route53ChangeBatch(records: readonly PublishableRecord[]): string {
  const owners = [...new Set(records.map(({ owner }) => owner))];
  const changes = owners.map((owner) => {
    const set = records.filter((each) => each.owner === owner);
    const values = new Set(set.map(({ record }) => presentation(record)));
    return {
      Action: 'CREATE',
      ResourceRecordSet: {
        Name: owner,
        Type: 'TLSA',
        TTL: set[0]?.ttl ?? usualTtl,
        ResourceRecords: [...values].map((value) => ({ Value: value })),
      },
    };
  });
  return JSON.stringify({ Changes: changes }, null, 2);
}
