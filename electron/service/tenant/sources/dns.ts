import { failed } from '../../microsoft/failure.ts';
import { failedReading, reading } from '../source.ts';
import { inParallel } from '../inParallel.ts';
import { ownDomains } from '../ownDomains.ts';
import { readDomainDns } from '../domainDns.ts';
import type { DomainDns } from '../../../../shared/tenant/records/domains.ts';
import type { TenantSource } from '../source.ts';

/** Each asks a dozen questions. */
const domainsAtOnce = 6;

/** What the DNS says of each of the tenant's domains, validated here. No sign-in is needed for it. */
export const dns: TenantSource = {
  id: 'dns',
  after: ['acceptedDomains', 'domains'],
  async read({ dns: tools, clock, known, signal, output }) {
    const domains = ownDomains(known);
    if (domains === null) return failedReading(failed('no-domains').failure);
    let undetermined = 0;
    await inParallel(domains, domainsAtOnce, signal, async (domain) => {
      const found = await readDomainDns(domain, tools, clock, signal);
      if (signal.aborted || found === null) return;
      if (isUndetermined(found)) undetermined += 1;
      output.add([found]);
    });
    if (signal.aborted) return failedReading(failed('interrupted').failure);
    if (undetermined > 0 && undetermined === domains.length)
      return failedReading(failed('unreachable').failure);
    return reading({ flaw: undetermined > 0 ? 'some-failed' : null });
  },
};

function isUndetermined({ zone, mx }: DomainDns): boolean {
  return zone.status === 'indeterminate' && mx.status === 'indeterminate';
}
