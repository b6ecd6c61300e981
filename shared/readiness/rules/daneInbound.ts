import { judgeInboundDane } from '../inboundDane.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';

const each = (names: readonly string[], verb: `${string}-${string}`) =>
  names.map((name) => cmdlet(verb, { DomainName: name }));

export const rule = defineRule({
  id: 'dane.inbound',
  severity: 'medium',
  words: 'dane-inbound',
  needs: { acceptedDomains: ['domainName', 'smtpDaneStatus'], dns: [] },
  optional: ['dnssecStatus', 'smtpDaneInbound'],
  sources: [
    'https://learn.microsoft.com/purview/how-smtp-dane-works',
    'https://www.rfc-editor.org/rfc/rfc7672',
    'https://www.rfc-editor.org/rfc/rfc8461#section-4.1',
  ],
  deadlines: [],
  example: 'contoso.com',
  remedy: (names) =>
    remedyOf({
      commands: [
        ...each(names, 'Enable-DnssecForVerifiedDomain'),
        ...each(names, 'Enable-SmtpDaneInbound'),
      ],
      rollback: each(names, 'Disable-SmtpDaneInbound'),
      verify: [
        ...each(names, 'Get-DnssecStatusForVerifiedDomain'),
        ...each(names, 'Get-SmtpDaneInboundStatus'),
      ],
    }),
  findings({ acceptedDomains, dns }, { optional }) {
    if (acceptedDomains.length === 0) {
      return [{ status: 'not-assessed', reason: 'no-accepted-domains' }];
    }
    const view = { dnssec: optional('dnssecStatus'), dane: optional('smtpDaneInbound') };
    return acceptedDomains.map((domain) => judgeInboundDane(domain, dns, view));
  },
});
