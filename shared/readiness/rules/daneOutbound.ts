import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import { notKnown, notSet } from '../unknown.ts';
import type { OutboundConnector } from '../../tenant/records/exchange.ts';

const mode = (names: readonly string[], value: string) =>
  names.map((name) => cmdlet('Set-OutboundConnector', { Identity: name, SmtpDaneMode: value }));

function judge(connector: OutboundConnector): Finding {
  const {
    name: subject,
    enabled,
    useMxRecord,
    smtpDaneMode,
    recipientDomains,
    smartHosts,
  } = connector;
  if (subject === null) return notSet('outboundConnectors', 'name');
  if (enabled === false) return { status: 'not-applicable', reason: 'connector-off', subject };
  if (enabled === null) return notSet('outboundConnectors', 'enabled', subject);
  // DANE begins with the MX record; a smart host is chosen by hand.
  if (useMxRecord === false && recipientDomains.includes('*')) {
    const evidence = [
      { source: 'outboundConnectors', property: 'smartHosts', value: smartHosts } as const,
    ];
    return {
      status: 'manual',
      reason: 'connector-all-smart-host',
      subject,
      evidence,
      commands: [],
    };
  }
  if (useMxRecord === false) {
    return { status: 'not-applicable', reason: 'connector-smart-host', subject };
  }
  if (useMxRecord === null) return notSet('outboundConnectors', 'useMxRecord', subject);
  if (smtpDaneMode === null) return notSet('outboundConnectors', 'smtpDaneMode', subject);
  const evidence = [
    { source: 'outboundConnectors', property: 'smtpDaneMode', value: smtpDaneMode } as const,
  ];
  if (/^none$/i.test(smtpDaneMode)) {
    return { status: 'fail', reason: 'connector-dane-off', subject, evidence };
  }
  if (/^(?:opportunistic|mandatory)$/i.test(smtpDaneMode)) {
    return { status: 'pass', reason: 'connector-dane-on', subject, evidence };
  }
  return notKnown('outboundConnectors', 'smtpDaneMode', smtpDaneMode, subject);
}

export const rule = defineRule({
  id: 'dane.outbound',
  severity: 'medium',
  words: 'dane-outbound',
  needs: { outboundConnectors: ['name', 'enabled', 'useMxRecord', 'smtpDaneMode'] },
  optional: [],
  sources: [
    'https://learn.microsoft.com/purview/how-smtp-dane-works',
    'https://learn.microsoft.com/powershell/module/exchange/set-outboundconnector',
  ],
  deadlines: [],
  example: 'To Fabrikam',
  remedy: (names) =>
    remedyOf({
      commands: mode(names, 'Opportunistic'),
      rollback: mode(names, 'None'),
      verify: names.map((name) => cmdlet('Get-OutboundConnector', { Identity: name })),
    }),
  findings: ({ outboundConnectors }) =>
    outboundConnectors.length === 0
      ? [{ status: 'pass', reason: 'dane-outbound-by-default' }]
      : outboundConnectors.map((connector) => judge(connector)),
});
