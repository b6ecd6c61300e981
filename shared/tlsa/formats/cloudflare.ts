import type { PublishableRecord } from '../formatRecord.ts';

/** Cloudflare's word for "automatic". */
const automaticTtl = 1;

/**
 * Cloudflare's API: the body of `POST /zones/{zone_id}/dns_records`; for several records that of
 * `POST /zones/{zone_id}/dns_records/batch`.
 */
export function cloudflareBody(records: readonly PublishableRecord[]): string {
  const bodies = records.map(({ owner, ttl, record }) => ({
    type: 'TLSA',
    name: owner.replace(/\.$/, ''),
    ttl: ttl ?? automaticTtl,
    data: {
      usage: record.usage,
      selector: record.selector,
      matching_type: record.matchingType,
      certificate: record.data,
    },
  }));
  return JSON.stringify(bodies.length === 1 ? bodies[0] : { posts: bodies }, null, 2);
}
