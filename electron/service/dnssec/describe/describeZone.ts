import { isSubdomainOf } from '../../dns/name.ts';
import { readDelegation } from '../delegation.ts';
import { describeDenial } from './describeDenial.ts';
import {
  describeDelegation,
  describeKeys,
  describeProof,
  publishedKeys,
} from './describeSigned.ts';
import { shownName } from './describeValidation.ts';
import type { ZoneEvidence } from '../../../../shared/dnssec/evidence.ts';
import type { ZoneLink } from '../zoneTrust.ts';
import type { PublishedKey } from './describeSigned.ts';

type Keys = readonly PublishedKey[] | null;

function describeDs({ zone, ds }: ZoneLink, keys: Keys, now: Date): ZoneEvidence['ds'] {
  if (ds === null) return null;
  const records = describeDelegation(readDelegation(ds.rrset), zone, keys);
  return { records, ...describeProof(ds, records.length, now) };
}

function describeKeySet({ zone, anchor, ds, dnskey }: ZoneLink, keys: Keys, now: Date) {
  if (dnskey === null || keys === null) return null;
  const entries = ds === null ? (anchor ?? []) : readDelegation(ds.rrset);
  const records = describeKeys(keys, zone, entries);
  return { records, ...describeProof(dnskey, records.length, now) };
}

/** `above`: the zones shown before it. */
export function describeZone(link: ZoneLink, above: readonly ZoneLink[], now: Date): ZoneEvidence {
  const { zone, anchor, dnskey, denial, steps } = link;
  const keys = dnskey === null ? null : publishedKeys(dnskey.rrset);
  const parents = above.filter((other) => isSubdomainOf(zone, other.zone));
  const parent = parents.toSorted((a, b) => b.zone.length - a.zone.length)[0];
  return {
    zone: shownName(zone),
    parent: parent === undefined ? null : shownName(parent.zone),
    status: steps.at(-1)?.result ?? 'indeterminate',
    reason: steps.findLast(({ reason }) => reason !== null)?.reason ?? null,
    anchor: anchor === null ? null : describeDelegation(anchor, zone, keys),
    ds: describeDs(link, keys, now),
    denial:
      denial === null
        ? null
        : describeDenial({ proof: denial.method, optOut: denial.optOut }, denial.used, now),
    keys: describeKeySet(link, keys, now),
  };
}
