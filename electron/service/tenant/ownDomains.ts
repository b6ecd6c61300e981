import { initialDomainPattern } from '../../../shared/tenant/initialDomain.ts';
import type { SnapshotData } from '../../../shared/tenant/snapshot.ts';

const microsofts = new RegExp(initialDomainPattern, 'i');

/**
 * The tenant's domains that are its own to configure, in lower case: not those that Microsoft runs for
 * it. Exchange's list, else Graph's; `null`: neither is known.
 */
export function ownDomains({
  acceptedDomains,
  domains,
}: Pick<SnapshotData, 'acceptedDomains' | 'domains'>): readonly string[] | null {
  const accepted = acceptedDomains?.flatMap(({ domainName }) => domainName ?? []);
  const verified = domains?.filter(({ isVerified }) => isVerified !== false).map(({ id }) => id);
  // There is no organization without an accepted domain: an empty list says nothing.
  const names = accepted?.length === 0 ? (verified ?? accepted) : (accepted ?? verified);
  if (names === undefined) return null;
  const own = names.map((name) => name.toLowerCase()).filter((name) => !microsofts.test(name));
  return [...new Set(own)];
}
