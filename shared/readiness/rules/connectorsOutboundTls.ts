import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Finding } from '../rule.ts';
import { notKnown, notSet } from '../unknown.ts';
import type { OutboundConnector } from '../../tenant/records/exchange.ts';

const set = (names: readonly string[], value: string | null) =>
  names.map((name) => cmdlet('Set-OutboundConnector', { Identity: name, TlsSettings: value }));

function judge(connector: OutboundConnector): Finding {
  const { name: subject, enabled, useMxRecord, tlsSettings: value, tlsDomain } = connector;
  const source = 'outboundConnectors';
  if (subject === null) return notSet(source, 'name');
  if (enabled === false) return { status: 'not-applicable', reason: 'connector-off', subject };
  if (enabled === null) return notSet(source, 'enabled', subject);
  const evidence = [{ source, property: 'tlsSettings', value } as const];
  const about = { subject, evidence };
  if (value === null || /^none$/i.test(value)) {
    if (useMxRecord === null) return notSet(source, 'useMxRecord', subject);
    return useMxRecord
      ? { ...about, status: 'not-applicable', reason: 'outbound-tls-by-mx' }
      : { ...about, status: 'warning', reason: 'outbound-tls-optional' };
  }
  if (/^EncryptionOnly$/i.test(value)) {
    return { ...about, status: 'pass', reason: 'outbound-tls-unverified' };
  }
  if (/^CertificateValidation$/i.test(value)) {
    return { ...about, status: 'pass', reason: 'outbound-tls-verified' };
  }
  if (!/^DomainValidation$/i.test(value)) return notKnown(source, 'tlsSettings', value, subject);
  return tlsDomain === null
    ? notSet(source, 'tlsDomain', subject)
    : { ...about, status: 'pass', reason: 'outbound-tls-verified' };
}

export const rule = defineRule({
  id: 'connectors.outbound-tls',
  severity: 'medium',
  words: 'connectors-outbound-tls',
  needs: { outboundConnectors: ['name', 'enabled', 'useMxRecord', 'tlsSettings', 'tlsDomain'] },
  optional: [],
  sources: [
    'https://learn.microsoft.com/exchange/mail-flow-best-practices/use-connectors-to-configure-mail-flow/set-up-connectors-for-secure-mail-flow-with-a-partner',
    'https://learn.microsoft.com/powershell/module/exchange/set-outboundconnector',
  ],
  deadlines: [],
  example: 'To Fabrikam',
  remedy: (names) =>
    remedyOf({
      commands: set(names, 'EncryptionOnly'),
      rollback: set(names, null),
      verify: names.map((name) => cmdlet('Get-OutboundConnector', { Identity: name })),
    }),
  findings: ({ outboundConnectors }) =>
    outboundConnectors.length === 0
      ? [{ status: 'not-applicable', reason: 'outbound-connectors-none' }]
      : outboundConnectors.map((connector) => judge(connector)),
});
