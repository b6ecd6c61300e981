import { auditedPolicyFetch, auditedValidator } from '../dane/check/auditedPorts.ts';
import { noteCall } from '../noteCall.ts';
import type { CallNotes } from '../noteCall.ts';
import type { DnsTools } from './source.ts';

/** The tools with a line in the audit table for every name, policy and mail domain that is asked for. */
export function auditedDns(
  { validator, fetchPolicy, run, ...rest }: DnsTools,
  notes: CallNotes,
): DnsTools {
  return {
    ...rest,
    validator: auditedValidator(validator, notes),
    fetchPolicy: auditedPolicyFetch(fetchPolicy, notes),
    run: {
      check: (target, signal, onStep) =>
        noteCall(
          notes,
          'smtp',
          `STARTTLS at the mail servers of ${target.label}`,
          () => run.check(target, signal, onStep),
          ({ verdict }) => verdict,
        ),
      close: () => run.close(),
    },
  };
}
