import { rcodeName, typeName } from '../../dns/codes.ts';
import { canonicalWire, nameFromWire } from '../../dns/name.ts';
import { describeRecord } from '../../dns/lookup.ts';
import { plainName } from '../../dns/queryName.ts';
import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';
import type { ResolverView } from '../../../../shared/contract/dns.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ValidatedAnswer } from '../types.ts';

/** A name as JSON shows it: lower case, without the final dot; `.` is the root. */
export function shownName(name: DomainName): string {
  return plainName(nameFromWire(canonicalWire(name)));
}

/** The answer in the shape of the command line. `resolver`: what it says itself, asked without CD. */
export function describeValidation(
  answer: ValidatedAnswer,
  resolver: ResolverView,
): DnssecValidation {
  const { name, type, status, reason, rcode, records, denial, chain, expires } = answer;
  return {
    schema: 'exo-companion/dnssec-validation@1',
    name: shownName(name),
    type: typeName(type),
    status,
    reason,
    rcode: rcode === null ? null : rcodeName(rcode),
    records: records.map(describeRecord),
    denial: denial === null ? null : { ...denial },
    chain: chain.map(({ zone, ...step }) => ({ ...step, zone: shownName(zone) })),
    resolver,
    expires,
  };
}
