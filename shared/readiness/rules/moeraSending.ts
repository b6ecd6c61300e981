import { domainOfAddress, isInitialDomain } from '../domains.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';

/** Kinds of mailboxes that nobody sends from: they keep Microsoft's name for good. */
const ofTheSystem =
  /^(?:Discovery|Arbitration|System|Monitoring|AuditLog|AuxAuditLog|SupervisoryReviewPolicy|PublicFolder|Health)\w*Mailbox$|^MailboxPlan$/i;

export const rule = defineRule({
  id: 'moera.sending',
  severity: 'medium',
  words: 'moera-sending',
  needs: { mailboxes: ['primarySmtpAddress', 'recipientTypeDetails'] },
  optional: [],
  sources: [
    'https://techcommunity.microsoft.com/blog/exchange/limiting-onmicrosoft-domain-usage-for-sending-emails/4446167',
    'https://learn.microsoft.com/exchange/recipients-in-exchange-online/manage-user-mailboxes/add-or-remove-email-addresses',
  ],
  deadlines: [],
  example: 'user@contoso.onmicrosoft.com',
  remedy: (names) =>
    remedyOf({ verify: names.map((name) => cmdlet('Get-Mailbox', { Identity: name })) }),
  findings({ mailboxes }) {
    const people = mailboxes.filter(
      ({ recipientTypeDetails: kind }) => kind === null || !ofTheSystem.test(kind),
    );
    // Without a domain nobody can tell whose it is.
    const unnamed = people.filter(
      ({ primarySmtpAddress }) => !/@[^@\s]+\.[^@\s]+$/.test(primarySmtpAddress ?? ''),
    );
    const affected = people
      .flatMap(({ primarySmtpAddress }) => primarySmtpAddress ?? [])
      .filter((address) => isInitialDomain(domainOfAddress(address)));
    if (affected.length > 0) {
      return [
        {
          status: 'warning',
          reason: 'moera-primary',
          affected,
          evidence: [
            { source: 'mailboxes', property: 'primarySmtpAddress', value: affected.length },
          ],
        },
      ];
    }
    if (unnamed.length > 0) {
      const params = { source: 'mailboxes', property: 'primarySmtpAddress' };
      return [{ status: 'not-assessed', reason: 'value-null', params }];
    }
    return people.length === 0
      ? [{ status: 'not-applicable', reason: 'no-mailboxes' }]
      : [{ status: 'pass', reason: 'moera-none', params: { total: people.length } }];
  },
});
