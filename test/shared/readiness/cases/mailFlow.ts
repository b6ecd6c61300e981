import { appUsageUserFields } from '../../../../shared/tenant/records/graph.ts';
import { recordOf } from '../../../support/snapshotOf.ts';
import {
  accepted,
  casMailbox,
  dns,
  dnssec,
  inbound,
  mailbox,
  mxHosts,
  organization,
  outbound,
  transport,
} from '../ruleCase.ts';
import type { DnsOf, RuleCase, RuleCases } from '../ruleCase.ts';

const newMx = ['contoso-com.o-v1.mx.microsoft'];
const oldMx = ['contoso-com.mail.protection.outlook.com'];
const inboundDane = (
  is: string,
  status: string | null,
  of: DnsOf,
  gives: RuleCase['gives'][number],
): RuleCase => ({
  is,
  data: {
    acceptedDomains: [accepted({ domainName: 'contoso.com', smtpDaneStatus: status })],
    dns: [dns('contoso.com', of)],
  },
  gives: [gives],
  subjects: ['contoso.com'],
});
const enforce = (mx: string[]) => ({ state: 'found', mode: 'enforce', mx }) as const;

const own = (
  verdict: Parameters<typeof mxHosts>[0],
  gives: RuleCase['gives'][number],
): RuleCase => ({
  is: verdict,
  data: { mxHosts: [mxHosts(verdict)] },
  gives: [gives],
  subjects: ['own.example'],
});
const certificate = (notAfter: string | null, gives: RuleCase['gives'][number]): RuleCase => ({
  is: `valid until ${notAfter ?? 'nobody knows'}`,
  data: { mxHosts: [mxHosts('pass', [{ notAfter }])] },
  gives: [gives],
});
const traces = (messages: number, examined: number, codes: readonly string[] = []) => ({
  messageTraces: {
    from: '2026-11-13T00:00:00Z',
    to: '2026-11-23T00:00:00Z',
    messages,
    examined,
    failures: codes.map((code, index) => ({
      messageTraceId: `${index}`,
      receivedAt: null,
      recipientDomain: 'Fabrikam.com',
      status: 'pending',
      event: 'Defer',
      code,
      reason: null,
      server: 'mx.fabrikam.com',
    })),
  },
});
const post = (actionRequiredByDateTime: string | null, service = 'Exchange Online') => ({
  id: 'MC1',
  title: 'EWS ends',
  category: null,
  severity: null,
  tags: [],
  services: [service],
  isMajorChange: null,
  actionRequiredByDateTime,
  startDateTime: null,
  endDateTime: null,
  lastModifiedDateTime: null,
});

export const mailFlowCases: RuleCases = {
  'dane.inbound': [
    inboundDane('on', 'Enabled', { mx: newMx }, 'pass dane-on'),
    inboundDane(
      'on, with a policy that fits',
      'Enabled',
      { mx: newMx, sts: enforce(['*.o-v1.mx.microsoft']) },
      'pass dane-on',
    ),
    inboundDane(
      'on, with a wildcard over two labels',
      'Enabled',
      { mx: newMx, sts: enforce(['*.mx.microsoft']) },
      'fail dane-mta-sts-conflict',
    ),
    inboundDane(
      'on, with a policy that is only tested',
      'Enabled',
      { mx: newMx, sts: { state: 'found', mode: 'testing', mx: ['a.b'] } },
      'pass dane-on',
    ),
    inboundDane(
      'on, with a policy that nobody could fetch',
      'Enabled',
      { mx: newMx, sts: { state: 'fetch-failed' } },
      'not-assessed dane-mta-sts-unread',
    ),
    inboundDane(
      'on, with a policy that nobody asked for',
      'Enabled',
      { mx: newMx, sts: { state: 'not-asked' } },
      'not-assessed dane-mta-sts-unread',
    ),
    inboundDane(
      'on without DNSSEC',
      'Enabled',
      { mx: newMx, zone: 'insecure' },
      'fail dane-on-unsigned',
    ),
    inboundDane(
      'on with the old host',
      'Enabled',
      { mx: [...newMx, ...oldMx] },
      'fail dane-on-old-mx',
    ),
    inboundDane('off and ready', 'Disabled', { mx: newMx }, 'fail dane-off'),
    inboundDane('off with the old host', 'Disabled', { mx: oldMx }, 'fail dane-mx-not-moved'),
    inboundDane(
      'off without DNSSEC',
      'Disabled',
      { mx: oldMx, zone: 'insecure' },
      'fail dane-zone-unsigned',
    ),
    inboundDane(
      'with signatures that don’t hold',
      'Disabled',
      { mx: oldMx, zone: 'bogus' },
      'fail dane-bogus',
    ),
    inboundDane(
      'without an answer of the DNS',
      'Enabled',
      { mx: newMx, zone: 'indeterminate' },
      'not-assessed domain-dns-unread',
    ),
    inboundDane(
      'with mail elsewhere',
      'Disabled',
      { mx: ['mx.own.example'] },
      'not-applicable dane-mx-elsewhere',
    ),
    inboundDane('without mail', 'Disabled', {}, 'not-applicable dane-no-mx'),
    inboundDane('without a status', null, { mx: newMx }, 'not-assessed value-null'),
    inboundDane('with a new status', 'Pending', { mx: newMx }, 'not-assessed value-unknown'),
    ...(
      [
        ['Enabled', newMx, 'other-com.r-v1.mx.microsoft', {}, 'fail dane-mx-unexpected'],
        ['Enabled', newMx, newMx[0], {}, 'pass dane-on'],
        ['Enabled', newMx, oldMx[0], {}, 'pass dane-on'],
        ['Enabled', [...newMx, 'mx.own.example'], null, {}, 'warning dane-other-mx'],
        ['Disabled', oldMx, newMx[0], {}, 'fail dane-mx-to-move'],
        [
          'Disabled',
          oldMx,
          newMx[0],
          { sts: enforce(['*.mail.protection.outlook.com']) },
          'fail dane-mta-sts-first',
        ],
      ] as const
    ).map(([status, mx, expected, of, gives]): RuleCase => ({
      is: `${status}, with ${mx.join()} where ${expected ?? 'nothing'} is expected, ${JSON.stringify(of)}`,
      data: {
        acceptedDomains: [accepted({ domainName: 'contoso.com', smtpDaneStatus: status })],
        dns: [dns('contoso.com', { mx, ...of })],
        dnssecStatus: [dnssec('contoso.com', expected ?? null)],
      },
      gives: [gives],
      subjects: ['contoso.com'],
    })),
    {
      is: 'Microsoft’s own domain, and one that the DNS was not asked for',
      data: {
        acceptedDomains: [
          accepted({ domainName: 'contoso.onmicrosoft.com', smtpDaneStatus: 'Disabled' }),
          accepted({ domainName: 'b.example', smtpDaneStatus: 'Enabled' }),
        ],
        dns: [],
      },
      gives: ['not-applicable dane-initial-domain', 'not-assessed domain-dns-unread'],
    },
    {
      is: 'no domain at all',
      data: { acceptedDomains: [], dns: [] },
      gives: ['not-assessed no-accepted-domains'],
    },
  ],
  'dane.outbound': [
    {
      is: 'without connectors',
      data: { outboundConnectors: [] },
      gives: ['pass dane-outbound-by-default'],
    },
    {
      is: 'without connectors in the part that was read',
      data: { outboundConnectors: [] },
      entries: { outboundConnectors: { state: 'partial', reason: 'cut-off' } },
      gives: ['not-assessed incomplete'],
    },
    ...(
      [
        [
          { enabled: true, useMxRecord: true, smtpDaneMode: 'Opportunistic' },
          'pass connector-dane-on',
        ],
        [{ enabled: true, useMxRecord: true, smtpDaneMode: 'Mandatory' }, 'pass connector-dane-on'],
        [{ enabled: true, useMxRecord: true, smtpDaneMode: 'None' }, 'fail connector-dane-off'],
        [
          { enabled: true, useMxRecord: true, smtpDaneMode: 'Strict' },
          'not-assessed value-unknown',
        ],
        [{ enabled: true, useMxRecord: true, smtpDaneMode: null }, 'not-assessed value-null'],
        [{ enabled: true, useMxRecord: null, smtpDaneMode: 'None' }, 'not-assessed value-null'],
        [{ enabled: null, useMxRecord: true, smtpDaneMode: 'None' }, 'not-assessed value-null'],
        [
          { enabled: true, useMxRecord: false, smtpDaneMode: 'None' },
          'not-applicable connector-smart-host',
        ],
        [
          { enabled: true, useMxRecord: false, recipientDomains: ['*'], smartHosts: ['[1.2.3.4]'] },
          'manual connector-all-smart-host',
        ],
        [
          { enabled: false, useMxRecord: true, smtpDaneMode: 'None' },
          'not-applicable connector-off',
        ],
      ] as const
    ).map(([known, gives]): RuleCase => ({
      is: JSON.stringify(known),
      data: { outboundConnectors: [outbound(known)] },
      gives: [gives],
      subjects: ['To Fabrikam'],
    })),
  ],
  'dane.own-mx': [
    own('pass', 'pass own-mx-pass'),
    own('pass-with-warnings', 'warning own-mx-warnings'),
    own('fail', 'fail own-mx-fail'),
    own('defer', 'fail own-mx-defer'),
    own('unreachable', 'not-assessed own-mx-unreachable'),
    own('no-dane', 'warning own-mx-no-dane'),
    own('tls-only', 'warning own-mx-tls-only'),
    own('host-only', 'warning own-mx-host-only'),
    own('no-mail', 'not-applicable own-mx-no-mail'),
    { is: 'without servers', data: { mxHosts: [] }, gives: ['not-applicable own-mx-none'] },
  ],
  'dane.partners': [
    { is: 'looked at, all of them', data: traces(3, 3), gives: ['pass traces-clean'] },
    { is: 'looked at in part', data: traces(30, 3), gives: ['not-assessed traces-not-all'] },
    {
      is: 'held by DANE',
      data: traces(30, 3, ['4.7.323', '4.7.323', '5.7.324']),
      gives: ['fail partner-dane-fails'],
      subjects: ['fabrikam.com'],
      affected: 1,
    },
  ],
  'certificates.expiry': [
    certificate('2027-06-01T00:00:00Z', 'pass certificate-valid'),
    certificate('2026-12-20T12:00:00Z', 'warning certificate-expires'),
    certificate('2026-12-01T00:00:00Z', 'fail certificate-expires'),
    certificate('2026-11-23T12:00:00Z', 'fail certificate-expired'),
    certificate(null, 'not-assessed certificate-undated'),
    certificate('some day', 'not-assessed certificate-undated'),
    {
      is: 'valid from tomorrow, or before a clock that is wrong',
      data: {
        mxHosts: [
          mxHosts('pass', [
            { notBefore: '2026-11-24T00:00:00Z', notAfter: '2027-11-24T00:00:00Z' },
          ]),
        ],
      },
      gives: ['warning certificate-not-yet-valid'],
    },
    { is: 'of nobody', data: { mxHosts: [] }, gives: ['not-applicable own-mx-none'] },
    {
      is: 'never shown',
      data: { mxHosts: [mxHosts('unreachable')] },
      gives: ['not-assessed certificate-none-seen'],
    },
  ],
  'direct-send.organization': [
    {
      is: 'refused',
      data: organization({ rejectDirectSend: true }),
      gives: ['pass direct-send-rejected'],
    },
    {
      is: 'taken',
      data: organization({ rejectDirectSend: false }),
      gives: ['warning direct-send-open'],
    },
    { is: 'not set', data: organization({}), gives: ['not-assessed value-null'] },
  ],
  'legacy-tls.organization': [
    {
      is: 'off',
      data: transport({ allowLegacyTlsClients: false }),
      gives: ['pass legacy-tls-off'],
    },
    {
      is: 'on',
      data: transport({ allowLegacyTlsClients: true }),
      gives: ['warning legacy-tls-leftover'],
    },
    {
      is: 'on, when it still worked',
      data: transport({ allowLegacyTlsClients: true }),
      at: '2026-06-01T00:00:00Z',
      gives: ['fail legacy-tls-on'],
    },
    { is: 'not set', data: transport({}), gives: ['not-applicable legacy-tls-ended'] },
    {
      is: 'not set, when it still worked',
      data: transport({}),
      at: '2026-06-01T00:00:00Z',
      gives: ['not-assessed value-null'],
    },
  ],
  'connectors.outbound-tls': [
    {
      is: 'without connectors',
      data: { outboundConnectors: [] },
      gives: ['not-applicable outbound-connectors-none'],
    },
    ...(
      [
        [{ enabled: true, useMxRecord: false, tlsSettings: null }, 'warning outbound-tls-optional'],
        [
          { enabled: true, useMxRecord: true, tlsSettings: null },
          'not-applicable outbound-tls-by-mx',
        ],
        [{ enabled: true, useMxRecord: null, tlsSettings: null }, 'not-assessed value-null'],
        [{ enabled: true, tlsSettings: 'EncryptionOnly' }, 'pass outbound-tls-unverified'],
        [{ enabled: true, tlsSettings: 'CertificateValidation' }, 'pass outbound-tls-verified'],
        [
          { enabled: true, tlsSettings: 'DomainValidation', tlsDomain: 'mail.fabrikam.com' },
          'pass outbound-tls-verified',
        ],
        [{ enabled: true, tlsSettings: 'DomainValidation' }, 'not-assessed value-null'],
        [{ enabled: true, tlsSettings: 'Quantum' }, 'not-assessed value-unknown'],
        [{ enabled: null, tlsSettings: 'EncryptionOnly' }, 'not-assessed value-null'],
        [{ enabled: false }, 'not-applicable connector-off'],
        [{ name: null }, 'not-assessed value-null'],
      ] as const
    ).map(([known, gives]): RuleCase => ({
      is: JSON.stringify(known),
      data: { outboundConnectors: [outbound(known)] },
      gives: [gives],
    })),
  ],
  'root-ca.trust': [
    {
      is: 'without servers of one’s own',
      data: {
        inboundConnectors: [inbound({ enabled: true, connectorType: 'Partner' })],
        outboundConnectors: [outbound({ enabled: false, connectorType: 'OnPremises' })],
      },
      gives: ['not-applicable own-servers-none'],
    },
    {
      is: 'without servers in the part that was read',
      data: { inboundConnectors: [], outboundConnectors: [] },
      entries: { inboundConnectors: { state: 'partial', reason: 'cut-off' } },
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'with connectors of one’s own, and one that says nothing',
      data: {
        inboundConnectors: [inbound({ enabled: true, connectorType: 'OnPremises', name: 'In' })],
        outboundConnectors: [outbound({ enabled: true, connectorType: null, name: 'Out' })],
      },
      gives: ['manual root-ca-to-check'],
      affected: 2,
    },
  ],
  'mobile.activesync': [
    {
      is: 'off everywhere',
      data: { casMailboxes: [{ ...casMailbox('a@c.com', null), activeSyncEnabled: false }] },
      gives: ['not-applicable activesync-off'],
    },
    {
      is: 'on, or not said',
      data: { casMailboxes: [casMailbox('a@c.com', null)] },
      gives: ['manual activesync-on'],
    },
    {
      is: 'used by phones without Outlook',
      data: {
        casMailboxes: [{ ...casMailbox('a@c.com', null), activeSyncEnabled: true }],
        appUsageUsers: [
          recordOf(appUsageUserFields, { userPrincipalName: 'a@c.com', otherForMobile: 'Yes' }),
          recordOf(appUsageUserFields, { userPrincipalName: 'b@c.com' }),
        ],
      },
      gives: ['manual activesync-used'],
      affected: 1,
    },
    { is: 'of nobody', data: { casMailboxes: [] }, gives: ['not-applicable no-mailboxes'] },
    {
      is: 'off in the part that was read',
      data: { casMailboxes: [{ ...casMailbox('a@c.com', null), activeSyncEnabled: false }] },
      entries: { casMailboxes: { state: 'partial', reason: 'cut-off' } },
      gives: ['not-assessed incomplete'],
    },
  ],
  'connectors.tls': [
    {
      is: 'without connectors',
      data: { inboundConnectors: [] },
      gives: ['not-applicable connectors-none'],
    },
    ...(
      [
        [{ enabled: true, requireTls: true }, 'pass connector-tls-required'],
        [{ enabled: true, requireTls: false }, 'warning connector-tls-optional'],
        [{ enabled: true, requireTls: null }, 'not-assessed value-null'],
        [{ enabled: null, requireTls: true }, 'not-assessed value-null'],
        [{ enabled: false, requireTls: false }, 'not-applicable connector-off'],
      ] as const
    ).map(([known, gives]): RuleCase => ({
      is: JSON.stringify(known),
      data: { inboundConnectors: [inbound(known)] },
      gives: [gives],
    })),
  ],
  'moera.sending': [
    { is: 'nobody', data: { mailboxes: [mailbox('a@contoso.com')] }, gives: ['pass moera-none'] },
    {
      is: 'somebody',
      data: { mailboxes: [mailbox('a@contoso.com'), mailbox('b@contoso.onmicrosoft.com')] },
      gives: ['warning moera-primary'],
      affected: 1,
    },
    {
      is: 'without addresses',
      data: { mailboxes: [mailbox(null)] },
      gives: ['not-assessed value-null'],
    },
    { is: 'without mailboxes', data: { mailboxes: [] }, gives: ['not-applicable no-mailboxes'] },
  ],
  'message-center.actions': [
    {
      is: 'nothing asked',
      data: { messageCenter: [post(null)] },
      gives: ['pass message-center-none'],
    },
    {
      is: 'asked by a date to come',
      data: { messageCenter: [post('2027-04-01T00:00:00Z')] },
      gives: ['warning message-center-action'],
      subjects: ['MC1'],
    },
    {
      is: 'asked by a date that has passed, or of others',
      data: {
        messageCenter: [
          post('2026-01-01T00:00:00Z'),
          post('2027-01-01T00:00:00Z', 'SharePoint Online'),
        ],
      },
      gives: ['pass message-center-none'],
    },
    {
      is: 'asked by a date that can’t be read',
      data: { messageCenter: [post('soon')] },
      gives: ['warning message-center-action'],
    },
  ],
};
