import type { DomainLook } from '../../../../shared/readiness/checklists/progress.ts';
import { rrType } from '../../dns/codes.ts';
import { parseQueryName } from '../../dns/queryName.ts';
import type { ValidatedAnswer } from '../../dnssec/types.ts';
import { readDomainDns } from '../../tenant/domainDns.ts';
import type { DnsTools } from '../../tenant/source.ts';

/**
 * As the zone gives it: what a cache says of an unsigned record is only what is left of it.
 * `null`: there is none, or it can't be told.
 */
function signedTtl({ evidence }: ValidatedAnswer): number | null {
  const ttls = evidence.data.flatMap(({ rrset, proof }) =>
    rrset.type === rrType.MX && proof?.ok === true ? [proof.signature.originalTtl] : [],
  );
  return ttls.length === 0 ? null : Math.max(...ttls);
}

/** The domain's DNS as it is now; `null`: not a name that could be asked for. */
export async function lookAtDomain(
  domain: string,
  tools: DnsTools,
  clock: () => Date,
  signal: AbortSignal,
): Promise<DomainLook | null> {
  const name = parseQueryName(domain);
  const dns = await readDomainDns(domain, tools, clock, signal);
  if (!name.ok || dns === null) return null;
  const mx = await tools.validator.validate(name.value, rrType.MX, signal);
  return { at: clock().toISOString(), dns, mxTtl: signedTtl(mx) };
}
