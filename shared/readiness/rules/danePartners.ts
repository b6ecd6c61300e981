import { byName, domainKey } from '../domains.ts';
import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import type { TraceFailure } from '../../tenant/records/graph.ts';

function judge(domain: string, failures: readonly TraceFailure[]): Finding {
  const codes = [...new Set(failures.map(({ code }) => code))].sort(byName);
  const servers = new Set(failures.flatMap(({ server }) => server ?? []));
  return {
    status: 'fail',
    reason: 'partner-dane-fails',
    subject: domain,
    params: { messages: failures.length, codes: codes.join(', ') },
    affected: [...servers],
    evidence: [{ source: 'messageTraces', property: 'failures.code', value: codes }],
  };
}

export const rule = defineRule({
  id: 'dane.partners',
  severity: 'medium',
  words: 'dane-partners',
  needs: { messageTraces: [] },
  optional: [],
  sources: [
    'https://learn.microsoft.com/purview/how-smtp-dane-works',
    'https://www.rfc-editor.org/rfc/rfc7672#section-2.2',
  ],
  deadlines: [],
  example: 'fabrikam.com',
  remedy: () => remedyOf({}),
  findings({ messageTraces: { failures, examined, messages } }) {
    const domains = new Map<string, TraceFailure[]>();
    for (const failure of failures) {
      const domain = domainKey(failure.recipientDomain);
      const of = domains.get(domain);
      if (of === undefined) domains.set(domain, [failure]);
      else of.push(failure);
    }
    const found = [...domains]
      .sort(([left], [right]) => byName(left, right))
      .map(([domain, of]) => judge(domain, of));
    if (found.length > 0) return found;
    const params = { examined, messages };
    return examined < messages
      ? [{ status: 'not-assessed', reason: 'traces-not-all', params }]
      : [{ status: 'pass', reason: 'traces-clean', params }];
  },
});
