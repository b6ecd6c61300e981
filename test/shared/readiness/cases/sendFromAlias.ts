import { accepted, dkim, dns, mailbox, organization } from '../ruleCase.ts';
import type { RuleCases } from '../ruleCase.ts';

const strict = ['v=DMARC1; p=reject'];
const exchangeSpf = ['v=spf1 include:spf.protection.outlook.com -all'];

const base = {
  mailboxes: [mailbox('ann@contoso.com', 'boss@alias.example')],
  acceptedDomains: [
    accepted({ domainName: 'contoso.com' }),
    accepted({ domainName: 'Alias.example' }),
  ],
  dkim: [dkim('alias.example', true, 'Valid')],
  dns: [dns('alias.example', { dmarc: strict, spf: exchangeSpf })],
};

export const sendFromAliasCases: RuleCases = {
  'send-from-alias.enabled': [
    { is: 'on', data: organization({ sendFromAliasEnabled: true }), gives: ['pass alias-on'] },
    {
      is: 'off, with aliases that it would free',
      data: {
        ...organization({ sendFromAliasEnabled: false, disablePlusAddressInRecipients: true }),
        mailboxes: [mailbox('ann@contoso.com', 'a@contoso.com', 'b@contoso.com')],
        appUsageCounts: {
          refreshedOn: null,
          period: 30,
          counts: [{ name: 'Outlook For Mac', users: 3 }],
        },
      },
      gives: ['warning alias-off'],
      affected: 2,
    },
    {
      is: 'off',
      data: organization({ sendFromAliasEnabled: false }),
      gives: ['warning alias-off'],
    },
    { is: 'not set', data: organization({}), gives: ['not-assessed value-null'] },
    {
      is: 'absent from the answer',
      data: organization({}),
      entries: {
        organizationConfig: {
          state: 'partial',
          reason: 'properties-missing',
          missing: ['sendFromAliasEnabled'],
        },
      },
      gives: ['not-assessed property-missing'],
    },
    {
      is: 'on, says data that a failed source has no business to have',
      data: organization({ sendFromAliasEnabled: true }),
      entries: { organizationConfig: { state: 'failed', reason: 'timeout' } },
      gives: ['not-assessed source-not-read'],
    },
    {
      is: 'on, though other properties were missing',
      data: organization({ sendFromAliasEnabled: true }),
      entries: {
        organizationConfig: {
          state: 'partial',
          reason: 'properties-missing',
          missing: ['ewsEnabled'],
        },
      },
      gives: ['pass alias-on'],
    },
  ],
  'send-from-alias.domains': [
    {
      is: 'signed and aligned',
      data: base,
      gives: ['pass alias-aligned'],
      subjects: ['alias.example'],
      affected: 1,
    },
    {
      is: 'without aliases',
      data: { ...base, mailboxes: [mailbox('ann@contoso.com')] },
      gives: ['not-applicable alias-none'],
    },
    {
      is: 'without aliases in the part that was read',
      data: { ...base, mailboxes: [mailbox('ann@contoso.com')] },
      entries: { mailboxes: { state: 'partial', reason: 'cut-off' } },
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'not accepted',
      data: { ...base, acceptedDomains: [accepted({ domainName: 'contoso.com' })] },
      gives: ['fail alias-not-accepted'],
    },
    {
      is: 'not among the accepted domains that were read',
      data: { ...base, acceptedDomains: [accepted({ domainName: 'contoso.com' })] },
      entries: { acceptedDomains: { state: 'partial', reason: 'cut-off' } },
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'below an accepted domain with its subdomains',
      data: {
        ...base,
        mailboxes: [mailbox('ann@contoso.com', 'ann@sub.alias.example')],
        acceptedDomains: [accepted({ domainName: 'alias.example', matchSubDomains: true })],
        dkim: [dkim('sub.alias.example', true, 'Valid')],
        dns: [dns('sub.alias.example', { dmarc: strict })],
      },
      gives: ['pass alias-aligned'],
    },
    {
      is: 'closed for sending',
      data: {
        ...base,
        acceptedDomains: [
          accepted({ domainName: 'alias.example', sendingFromDomainDisabled: true }),
        ],
      },
      gives: ['fail alias-sending-disabled'],
    },
    {
      is: 'accepted with an unknown state of sending',
      data: {
        ...base,
        acceptedDomains: [
          accepted({ domainName: 'alias.example', sendingFromDomainDisabled: null }),
        ],
      },
      gives: ['not-assessed value-null'],
    },
    {
      is: 'signed, without DMARC',
      data: { ...base, dns: [dns('alias.example')] },
      gives: ['warning alias-no-dmarc'],
    },
    {
      is: 'not signed, SPF alone holding DMARC up',
      data: { ...base, dkim: [] },
      gives: ['warning alias-no-dkim'],
    },
    {
      is: 'not signed, SPF naming somebody else',
      data: {
        ...base,
        dkim: [],
        dns: [dns('alias.example', { dmarc: strict, spf: ['v=spf1 mx -all'] })],
      },
      gives: ['fail alias-dmarc-fails'],
    },
    {
      is: 'not signed, SPF naming another that may name Exchange',
      data: {
        ...base,
        dkim: [dkim('alias.example', false, 'Valid')],
        dns: [dns('alias.example', { dmarc: strict, spf: ['v=spf1 include:_spf.c.example -all'] })],
      },
      gives: ['warning alias-spf-unclear'],
    },
    {
      is: 'not signed, with two SPF records',
      data: {
        ...base,
        dkim: [],
        dns: [dns('alias.example', { dmarc: strict, spf: [...exchangeSpf, ...exchangeSpf] })],
      },
      gives: ['fail alias-dmarc-fails'],
    },
    {
      is: 'not signed, below a domain whose policy spares its subdomains',
      data: {
        ...base,
        dkim: [],
        dns: [
          {
            ...dns('alias.example', { dmarc: ['v=DMARC1; p=reject; sp=none'] }),
            dmarc: {
              status: 'secure',
              reason: null,
              records: ['v=DMARC1; p=reject; sp=none'],
              foundAt: 'example',
            },
          },
        ],
      },
      gives: ['warning alias-no-dkim'],
    },
    {
      is: 'signed, with a new word for its state',
      data: { ...base, dkim: [dkim('alias.example', true, 'Rotating')] },
      gives: ['not-assessed value-unknown'],
    },
    {
      is: 'signed, without its state',
      data: { ...base, dkim: [dkim('alias.example', true, null)] },
      gives: ['not-assessed value-null'],
    },
    {
      is: 'enabled for signing but with records missing',
      data: {
        ...base,
        dkim: [dkim('alias.example', true, 'CnameMissing')],
        dns: [dns('alias.example', { dmarc: strict })],
      },
      gives: ['fail alias-dmarc-fails'],
    },
    {
      is: 'without a word on signing',
      data: { ...base, dkim: [dkim('alias.example', null, null)] },
      gives: ['not-assessed value-null'],
    },
    {
      is: 'not in what the DNS was asked',
      data: { ...base, dns: [] },
      gives: ['not-assessed domain-dns-unread'],
    },
    {
      is: 'asked without an answer',
      data: { ...base, dns: [dns('alias.example', { txtStatus: 'indeterminate' })] },
      gives: ['not-assessed domain-dns-unread'],
    },
    {
      is: 'Microsoft’s own, and with a plus sign',
      data: {
        ...base,
        mailboxes: [
          mailbox(
            'ann@contoso.com',
            'ann@contoso.onmicrosoft.com',
            'ann+x@contoso.onmicrosoft.com',
          ),
        ],
      },
      gives: ['warning alias-initial', 'warning alias-plus'],
    },
  ],
};
