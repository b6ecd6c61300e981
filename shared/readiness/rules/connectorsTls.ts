import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import { notSet } from '../unknown.ts';
import type { InboundConnector } from '../../tenant/records/exchange.ts';

const turn = (names: readonly string[], value: boolean) =>
  names.map((name) => cmdlet('Set-InboundConnector', { Identity: name, RequireTls: value }));

function judge({ name: subject, enabled, requireTls }: InboundConnector): Finding {
  if (subject === null) return notSet('inboundConnectors', 'name');
  if (enabled === false) return { status: 'not-applicable', reason: 'connector-off', subject };
  if (enabled === null) return notSet('inboundConnectors', 'enabled', subject);
  if (requireTls === null) return notSet('inboundConnectors', 'requireTls', subject);
  const evidence = [
    { source: 'inboundConnectors', property: 'requireTls', value: requireTls } as const,
  ];
  return requireTls
    ? { status: 'pass', reason: 'connector-tls-required', subject, evidence }
    : { status: 'warning', reason: 'connector-tls-optional', subject, evidence };
}

export const rule = defineRule({
  id: 'connectors.tls',
  severity: 'medium',
  words: 'connectors-tls',
  needs: { inboundConnectors: ['name', 'enabled', 'requireTls'] },
  optional: [],
  sources: [
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-for-secure-mail-flow-with-a-partner',
    'https://learn.microsoft.com/powershell/module/exchange/set-inboundconnector',
  ],
  deadlines: [],
  example: 'From Fabrikam',
  remedy: (names) =>
    remedyOf({
      commands: turn(names, true),
      rollback: turn(names, false),
      verify: names.map((name) => cmdlet('Get-InboundConnector', { Identity: name })),
    }),
  findings: ({ inboundConnectors }) =>
    inboundConnectors.length === 0
      ? [{ status: 'not-applicable', reason: 'connectors-none' }]
      : inboundConnectors.map((connector) => judge(connector)),
});
