import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import type { MxHosts } from '../../tenant/records/domains.ts';

const statuses = {
  pass: ['pass', 'own-mx-pass'],
  'pass-with-warnings': ['warning', 'own-mx-warnings'],
  fail: ['fail', 'own-mx-fail'],
  defer: ['fail', 'own-mx-defer'],
  unreachable: ['not-assessed', 'own-mx-unreachable'],
  'no-dane': ['warning', 'own-mx-no-dane'],
  'tls-only': ['warning', 'own-mx-tls-only'],
  'host-only': ['warning', 'own-mx-host-only'],
  'no-mail': ['not-applicable', 'own-mx-no-mail'],
} as const satisfies Readonly<
  Record<MxHosts['verdict'], readonly [Finding['status'], Finding['reason']]>
>;

/** A snapshot's file may hold anything in their place. */
const tlsaLine = /^_\d{1,5}\._tcp\.[\w.-]{1,253} (?:\d{1,10} )?IN TLSA \d \d \d [\da-f]+$/i;

function judge({ domain, verdict, hosts, findings }: MxHosts): Finding {
  const [status, reason] = statuses[verdict];
  const codes = [...new Set(findings.map(({ code }) => code))];
  const lines = findings.flatMap(({ records }) => records ?? []);
  const records = [...new Set(lines.filter((line) => tlsaLine.test(line)))];
  return {
    status,
    reason,
    subject: domain,
    params: { domain },
    records,
    severity: status === 'fail' ? 'high' : 'medium',
    affected: hosts.filter((host) => host.verdict === verdict).map(({ name }) => name),
    evidence: [
      { source: 'mxHosts', property: 'verdict', value: verdict },
      { source: 'mxHosts', property: 'findings', value: codes },
    ],
  };
}

export const rule = defineRule({
  id: 'dane.own-mx',
  severity: 'high',
  words: 'dane-own-mx',
  needs: { mxHosts: [] },
  optional: [],
  sources: [
    'https://www.rfc-editor.org/rfc/rfc7672',
    'https://learn.microsoft.com/purview/how-smtp-dane-works',
  ],
  deadlines: [],
  example: 'contoso.com',
  remedy: () => remedyOf({}),
  findings: ({ mxHosts }) =>
    mxHosts.length === 0
      ? [{ status: 'not-applicable', reason: 'own-mx-none' }]
      : mxHosts.map((hosts) => judge(hosts)),
});
