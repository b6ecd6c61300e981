import { failed } from './../microsoft/failure.ts';
import { failedReading, reading } from './source.ts';
import { ownDomains } from './ownDomains.ts';
import type { CallFailure } from '../microsoft/failure.ts';
import type { CmdletName } from '../exchange/allowedCmdlets.ts';
import type { RawRecord } from '../../../shared/tenant/readRecord.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { TenantSource } from './source.ts';

/** Of these the other domains would only give the same. */
const general: ReadonlySet<string> = new Set([
  'role-missing',
  'consent-required',
  'sign-in-required',
  'token-refused',
  'throttled',
  'unreachable',
  'interrupted',
  'redirect-refused',
]);

/** A cmdlet that is asked for each of the tenant's own domains. */
export function perDomain(
  id: SourceId,
  cmdlet: Extract<CmdletName, 'Get-DnssecStatusForVerifiedDomain' | 'Get-SmtpDaneInboundStatus'>,
  read: (domain: string, raw: RawRecord) => unknown,
): TenantSource {
  return {
    id,
    after: ['acceptedDomains', 'domains'],
    async read({ exchange, known, signal, output }) {
      const domains = ownDomains(known);
      if (domains === null) return failedReading(failed('no-domains').failure);
      const failures: CallFailure[] = [];
      let requestId: string | null = null;

      async function readDomain(domain: string): Promise<void> {
        if (failures.some(({ reason }) => general.has(reason))) return;
        const records: RawRecord[] = [];
        const sink = {
          page: (page: readonly RawRecord[]) => void records.push(...page),
          restart: () => void (records.length = 0),
        };
        const input = { cmdlet, parameters: { DomainName: domain } };
        const outcome = await exchange.run(input, sink, signal);
        const [record] = records;
        if (!outcome.ok) failures.push(outcome.failure);
        else if (record === undefined) failures.push(failed('unexpected-answer').failure);
        else {
          ({ requestId } = outcome.value);
          output.add([read(domain, record)]);
        }
      }

      // The client's gate bounds how many run at a time.
      const [first, ...rest] = domains;
      if (first !== undefined) await readDomain(first);
      await Promise.all(rest.map(readDomain));
      const [failure] = failures.toSorted((a, b) => order(a) - order(b));
      if (failure === undefined) return reading({ requestId });
      if (general.has(failure.reason) || failures.length >= domains.length)
        return failedReading(failure);
      return reading({ requestId, flaw: 'some-failed', detail: failure.detail });
    },
  };
}

function order({ reason }: CallFailure): number {
  return general.has(reason) ? 0 : 1;
}
