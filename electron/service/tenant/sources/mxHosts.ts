import { checkTarget } from '../../dane/check/checkTarget.ts';
import { failed } from '../../microsoft/failure.ts';
import { failedReading, reading } from '../source.ts';
import { inParallel } from '../inParallel.ts';
import { readMxHosts } from '../read/mxHosts.ts';
import type { TenantSource } from '../source.ts';

const domainsAtOnce = 4;

/**
 * Domains whose mail goes to servers that are not Microsoft's: the whole DANE check of each, with every
 * host and every certificate.
 */
export const mxHosts: TenantSource = {
  id: 'mxHosts',
  after: ['dns'],
  async read({ dns: { run }, known, signal, output }) {
    if (known.dns === null) return failedReading(failed('no-domains').failure);
    const own = known.dns.filter(({ mx }) => mx.records.some(({ isMicrosoft }) => !isMicrosoft));
    await inParallel(own, domainsAtOnce, signal, async ({ domain }) => {
      const target = checkTarget(domain, 'smtp');
      if (!target.ok) return;
      const check = await run.check(target.value, signal);
      // What was cut short says nothing about the domain.
      if (!signal.aborted) output.add([readMxHosts(check)]);
    });
    return signal.aborted ? failedReading(failed('interrupted').failure) : reading();
  },
};
