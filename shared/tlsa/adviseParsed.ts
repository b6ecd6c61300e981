import { advice } from './advice.ts';
import type { Advice } from './advice.ts';
import { advisePublished } from './advisePublished.ts';
import { parseOwner } from './owner.ts';
import type { ParsedRecord } from './parseRecord.ts';

/** Advice on a record that was read from text, with the owner name and TTL that stood beside it. */
export function adviseParsed({ owner, ttl, record }: ParsedRecord): Advice[] {
  const parts = owner === null ? null : parseOwner(owner);
  const port = parts?.port ?? '*';
  const service = parts === null || port === '*' ? null : { port, protocol: parts.protocol };
  const host = parts?.host.toLowerCase() ?? null;
  const found = advisePublished({ record, service, host, ttl });
  if (owner !== null && parts === null) found.push(advice('owner-not-tlsa'));
  if (parts?.port === '*') found.push(advice('owner-any-port'));
  return found;
}
