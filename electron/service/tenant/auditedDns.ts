import { nameText } from '../dane/check/nameText.ts';
import { typeName } from '../dns/codes.ts';
import type { DnsTools } from './source.ts';
import type { OutsideApi } from '../../../shared/tenant/outsideApis.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';

/** The tools with a line in the audit table for every name, policy and mail domain that is asked for. */
export function auditedDns(
  { validator, fetchPolicy, run, ...rest }: DnsTools,
  tenantId: string | null,
  clock: () => Date,
  record: RecordOutsideCall,
): DnsTools {
  async function noted<T>(
    api: OutsideApi,
    call: string,
    work: () => Promise<T>,
    outcomeOf: (value: T) => string,
  ): Promise<T> {
    const at = clock().toISOString();
    const started = performance.now();
    const line = (outcome: string): void => {
      const milliseconds = Math.round(performance.now() - started);
      record({ at, tenantId, api, call, outcome, milliseconds, requestId: null });
    };
    try {
      const value = await work();
      line(outcomeOf(value));
      return value;
    } catch (error) {
      line('interrupted');
      throw error;
    }
  }

  return {
    ...rest,
    validator: {
      validate: (name, type, signal) =>
        noted(
          'dns',
          `${nameText(name)} ${typeName(type)}`,
          () => validator.validate(name, type, signal),
          ({ status }) => status,
        ),
    },
    fetchPolicy: (host, address, signal) =>
      noted(
        'https',
        `GET https://${host}/.well-known/mta-sts.txt`,
        () => fetchPolicy(host, address, signal),
        (outcome) => (outcome.ok ? '200' : outcome.problem),
      ),
    run: {
      check: (target, signal, onStep) =>
        noted(
          'smtp',
          `STARTTLS at the mail servers of ${target.label}`,
          () => run.check(target, signal, onStep),
          ({ verdict }) => verdict,
        ),
      close: () => run.close(),
    },
  };
}
