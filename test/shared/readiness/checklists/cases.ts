import { accepted, casMailbox, dkim, dns, mailbox, organization, transport } from '../ruleCase.ts';
import { domainSeen, hostSeen, swapped, ticked, tlsa } from './stepCase.ts';
import type { StepCase, StepCases } from './stepCase.ts';
import type { DnsOf } from '../ruleCase.ts';
import type { DnssecStatus } from '../../../../shared/tenant/records/domains.ts';

const signed = 'contoso-com.o-v1.mx.microsoft';
const old = 'contoso-com.mail.protection.outlook.com';
const enforce = (...mx: readonly string[]): NonNullable<DnsOf['sts']> => ({
  state: 'found',
  mode: 'enforce',
  mx: [...mx],
  maxAge: 86_400,
});

function dnssec(known: Partial<DnssecStatus>): { dnssecStatus: DnssecStatus[] } {
  return {
    dnssecStatus: [
      {
        domain: 'contoso.com',
        dnssecFeatureStatus: null,
        expectedMx: null,
        dnssecSupport: null,
        mxStatus: null,
        actualMxRecords: [],
        mtaStsStatus: null,
        mtaStsMode: null,
        errors: [],
        warnings: [],
        ...known,
      },
    ],
  };
}

const dane = (smtpDaneStatus: string | null) => ({
  acceptedDomains: [accepted({ domainName: 'Contoso.com', smtpDaneStatus })],
});
const preferences = (...hosts: readonly (readonly [number, string])[]) => {
  const look = domainSeen({ mx: hosts.map(([, host]) => host) }).domain!;
  const records = look.dns.mx.records.map((one, index) => ({
    ...one,
    preference: hosts[index]?.[0] ?? 0,
  }));
  return { domain: { ...look, dns: { ...look.dns, mx: { ...look.dns.mx, records } } } };
};
const newHost = (known: Parameters<typeof hostSeen>[0] = {}) => ({
  ...domainSeen({ mx: [signed] }),
  host: hostSeen({ host: signed, verdict: null, certificate: null, ...known }),
});

const inbound: readonly StepCase[] = [
  {
    is: 'nothing known',
    gives: {
      'zone-signed': 'unknown dns-not-asked',
      'mta-sts-ready': 'unknown dns-not-asked',
      'ttl-lowered': 'unknown dns-not-asked',
      'dnssec-enabled': 'unknown no-snapshot',
      'mx-added': 'unknown dns-not-asked',
      'mx-tested': 'open',
      'mx-preferred': 'blocked dns-not-asked',
      'old-mx-removed': 'blocked dns-not-asked',
      'dane-enabled': 'blocked dns-not-asked',
      'tlsa-seen': 'unknown host-unknown',
      'mta-sts-final': 'unknown dns-not-asked',
    },
  },
  {
    is: 'unsigned, old host alone, DANE off',
    data: { ...dane('Disabled'), ...dnssec({ dnssecFeatureStatus: 'Disabled' }) },
    progress: domainSeen({ zone: 'insecure', mx: [old] }, null),
    gives: {
      'zone-signed': 'open zone-unsigned',
      'ttl-lowered': 'unknown ttl-unknown',
      'dnssec-enabled': 'open dnssec-disabled',
      'mx-added': 'open mx-missing',
      'mx-preferred': 'open mx-missing',
      'old-mx-removed': 'blocked old-mx-only',
      'dane-enabled': 'blocked dane-without-dnssec',
    },
  },
  {
    is: 'DANE on without DNSSEC',
    data: dane('Enabled'),
    progress: domainSeen({ zone: 'insecure', mx: [signed] }),
    gives: { 'dane-enabled': 'blocked dane-without-dnssec' },
  },
  {
    is: 'DANE on, and nothing known of the DNS',
    data: dane('Enabled'),
    gives: { 'dane-enabled': 'blocked dns-not-asked' },
  },
  {
    is: 'bogus',
    data: dane('Disabled'),
    progress: domainSeen({ zone: 'bogus', mx: [signed] }),
    gives: {
      'zone-signed': 'open zone-bogus',
      'mx-added': 'unknown dns-failed',
      'mx-preferred': 'blocked dns-failed',
      'old-mx-removed': 'blocked dns-failed',
      'dane-enabled': 'blocked zone-bogus',
    },
  },
  {
    is: 'the DNS does not answer',
    data: dane('Disabled'),
    progress: domainSeen({ zone: 'indeterminate' }),
    gives: {
      'zone-signed': 'unknown dns-failed',
      'dane-enabled': 'blocked dns-failed',
      'old-mx-removed': 'blocked dns-failed',
      'mta-sts-final': 'unknown dns-failed',
    },
  },
  {
    is: 'signed, TTL of an hour, Exchange has a host',
    data: {
      ...dane('Disabled'),
      ...dnssec({ dnssecFeatureStatus: 'Enabled', expectedMx: `${signed}.` }),
    },
    progress: domainSeen({ mx: [old], sts: enforce('*.mail.protection.outlook.com') }),
    gives: {
      'zone-signed': 'done zone-signed',
      'mta-sts-ready': 'open mta-sts-refuses',
      'ttl-lowered': 'open ttl-high',
      'dnssec-enabled': 'done dnssec-enabled',
      'mx-added': 'open mx-missing',
    },
  },
  {
    is: 'TTL of a minute, a policy in force and no new host known',
    progress: domainSeen({ mx: [old], sts: enforce('*.mail.protection.outlook.com') }, 60),
    gives: { 'ttl-lowered': 'done ttl-low', 'mta-sts-ready': 'open mta-sts-enforced' },
  },
  {
    is: 'a policy that is only tried out',
    progress: domainSeen({ mx: [signed], sts: { ...enforce('*.x'), mode: 'testing' } }),
    gives: {
      'mta-sts-ready': 'done mta-sts-not-enforced',
      'mta-sts-final': 'open mta-sts-testing',
    },
  },
  {
    is: 'both hosts, the old one preferred',
    progress: preferences([0, old], [20, signed]),
    data: dnssec({ expectedMx: `${signed}.` }),
    gives: {
      'mx-added': 'done mx-added',
      'mx-preferred': 'open mx-not-preferred',
      'old-mx-removed': 'open old-mx-there',
      'dane-enabled': 'blocked mx-not-moved',
    },
  },
  {
    is: 'both hosts and a policy that refuses the new one',
    progress: {
      domain: {
        ...preferences([0, old], [20, signed]).domain,
        dns: {
          ...preferences([0, old], [20, signed]).domain.dns,
          mtaSts: dns('contoso.com', { sts: enforce('*.mx.microsoft') }).mtaSts,
        },
      },
    },
    gives: {
      'mx-preferred': 'blocked mta-sts-refuses',
      'old-mx-removed': 'blocked mta-sts-refuses',
    },
  },
  {
    is: 'both hosts and a policy that could not be read',
    progress: {
      domain: {
        ...preferences([0, old], [20, signed]).domain,
        dns: {
          ...preferences([0, old], [20, signed]).domain.dns,
          mtaSts: dns('contoso.com', { sts: { state: 'fetch-failed' } }).mtaSts,
        },
      },
    },
    gives: {
      'mta-sts-ready': 'unknown mta-sts-unread',
      'mx-preferred': 'blocked mta-sts-unread',
      'old-mx-removed': 'blocked mta-sts-unread',
      'mta-sts-final': 'unknown mta-sts-unread',
    },
  },
  {
    is: 'a host that Exchange did not name',
    data: dnssec({ dnssecFeatureStatus: 'Enabled', expectedMx: 'other.x-v1.mx.microsoft' }),
    progress: domainSeen({ mx: [signed] }),
    gives: { 'mx-added': 'open mx-other-host' },
  },
  {
    is: 'both hosts, the new one not the one that Exchange named',
    data: dnssec({ dnssecFeatureStatus: 'Enabled', expectedMx: 'other.x-v1.mx.microsoft' }),
    progress: preferences([0, old], [20, signed]),
    gives: {
      'mx-added': 'open mx-other-host',
      'mx-preferred': 'blocked mx-other-host',
      'old-mx-removed': 'blocked mx-other-host',
    },
  },
  {
    is: 'moved, DANE off',
    data: dane('Disabled'),
    progress: domainSeen({ mx: [signed] }),
    gives: {
      'ttl-lowered': 'done mx-moved',
      'dnssec-enabled': 'done mx-is-signed-host',
      'mx-added': 'unknown mx-unconfirmed',
      'mx-preferred': 'done mx-preferred',
      'old-mx-removed': 'done mx-moved',
      'dane-enabled': 'open dane-off',
      'tlsa-seen': 'unknown host-not-asked',
      'mta-sts-final': 'done mta-sts-absent',
    },
  },
  {
    is: 'moved, with a word of Microsoft’s that is not known',
    data: { ...dane('Pending'), ...dnssec({ dnssecFeatureStatus: 'Someday' }) },
    progress: domainSeen({ mx: [signed] }),
    gives: { 'dane-enabled': 'unknown value-unknown' },
  },
  {
    is: 'not moved, with a word of Microsoft’s that is not known',
    data: dnssec({ dnssecFeatureStatus: 'Someday' }),
    progress: domainSeen({ mx: [old] }),
    gives: { 'dnssec-enabled': 'unknown value-unknown' },
  },
  {
    is: 'moved, DANE not told',
    data: dane(null),
    progress: domainSeen({ mx: [signed] }),
    gives: { 'dane-enabled': 'unknown value-unknown' },
  },
  {
    is: 'the answer lacked what decides',
    data: dane('Enabled'),
    entries: { acceptedDomains: { missing: ['smtpDaneStatus'] } },
    progress: domainSeen({ mx: [signed] }),
    gives: { 'dane-enabled': 'unknown property-missing' },
  },
  {
    is: 'Exchange was not read',
    data: {},
    progress: domainSeen({ mx: [old] }),
    gives: { 'dnssec-enabled': 'unknown source-not-read' },
  },
  {
    is: 'done, by the snapshot alone',
    data: { ...dane('Enabled'), dns: [dns('CONTOSO.com', { mx: [`${signed}.`] })] },
    gives: {
      'zone-signed': 'done zone-signed',
      'dane-enabled': 'done dane-on',
      'ttl-lowered': 'done mx-moved',
    },
  },
  {
    is: 'its policy allows the new host',
    progress: domainSeen({ mx: [signed], sts: enforce('*.o-v1.mx.microsoft') }),
    gives: { 'mta-sts-ready': 'done mta-sts-allows', 'mta-sts-final': 'done mta-sts-allows' },
  },
  {
    is: 'its policy refuses a host that has mail already',
    data: dane('Disabled'),
    progress: domainSeen({ mx: [signed], sts: enforce('*.mx.microsoft') }),
    gives: { 'dane-enabled': 'blocked mta-sts-refuses', 'mta-sts-final': 'open mta-sts-refuses' },
  },
  {
    is: 'TLSA records there',
    progress: newHost({ tlsa: [tlsa('a', null)] }),
    gives: { 'tlsa-seen': 'done tlsa-published' },
  },
  {
    is: 'TLSA records proven absent',
    progress: newHost({ tlsa: [] }),
    gives: { 'tlsa-seen': 'open tlsa-missing' },
  },
  {
    is: 'TLSA records that could not be had',
    progress: newHost({ tlsa: [], tlsaStatus: 'indeterminate' }),
    gives: { 'tlsa-seen': 'unknown dns-failed' },
  },
];

const own: readonly StepCase[] = [
  {
    is: 'not looked at',
    gives: {
      'zone-signed': 'unknown host-not-asked',
      'mx-signed': 'unknown no-snapshot',
      'certificate-served': 'unknown host-not-asked',
      'tlsa-published': 'blocked host-not-asked',
      'dane-passes': 'unknown host-not-asked',
      watched: 'open',
    },
  },
  {
    is: 'good',
    data: { dns: [dns('own.example', { mx: ['Mail.own.example.'] })] },
    progress: { host: hostSeen() },
    gives: {
      'zone-signed': 'done host-signed',
      'mx-signed': 'done mx-signed',
      'certificate-served': 'done certificate-seen',
      'tlsa-published': 'done tlsa-matches',
      'dane-passes': 'done dane-passes',
    },
  },
  {
    is: 'unsigned',
    data: { dns: [dns('own.example', { zone: 'insecure', mx: ['mail.own.example'] })] },
    progress: {
      host: hostSeen({
        addressStatus: 'insecure',
        tlsaStatus: null,
        owner: null,
        tlsa: [],
        verdict: 'no-dane',
      }),
    },
    gives: {
      'zone-signed': 'open host-unsigned',
      'mx-signed': 'open mx-unsigned',
      'tlsa-published': 'open tlsa-missing',
      'dane-passes': 'open tlsa-missing',
    },
  },
  {
    is: 'another key than its record',
    progress: { host: hostSeen({ tlsa: [tlsa('f', false)], verdict: 'fail' }) },
    gives: { 'tlsa-published': 'open tlsa-no-match', 'dane-passes': 'open dane-fails' },
  },
  {
    is: 'without STARTTLS',
    progress: {
      host: hostSeen({ certificate: null, withoutStartTls: true, tlsa: [], verdict: 'no-dane' }),
    },
    gives: {
      'certificate-served': 'open starttls-missing',
      'tlsa-published': 'blocked starttls-missing',
    },
  },
  {
    is: 'silent',
    progress: {
      host: hostSeen({ certificate: null, tlsa: [tlsa('a', null)], verdict: 'unreachable' }),
    },
    gives: {
      'certificate-served': 'unknown host-silent',
      'tlsa-published': 'unknown host-silent',
      'dane-passes': 'unknown host-silent',
    },
  },
  {
    is: 'bogus',
    progress: { host: hostSeen({ addressStatus: 'bogus', verdict: 'defer' }) },
    gives: {
      'zone-signed': 'open zone-bogus',
      'tlsa-published': 'blocked dns-failed',
      'dane-passes': 'unknown dns-failed',
    },
  },
  {
    is: 'undetermined',
    data: { dns: [dns('own.example', { zone: 'indeterminate', mx: ['mail.own.example'] })] },
    progress: { host: hostSeen({ addressStatus: 'indeterminate' }) },
    gives: { 'zone-signed': 'unknown dns-failed', 'mx-signed': 'unknown dns-failed' },
  },
  {
    is: 'nobody’s mail server, as far as was read',
    data: { dns: [dns('own.example', { mx: ['other.own.example'] })] },
    gives: { 'mx-signed': 'unknown mx-not-found' },
  },
  {
    is: 'read in part',
    data: { dns: [dns('own.example', { mx: ['mail.own.example'] })] },
    entries: { dns: { state: 'partial', reason: 'some-failed' } },
    gives: { 'mx-signed': 'unknown dns-failed' },
  },
  {
    is: 'led to by an unsigned MX record, as the check saw it',
    progress: { host: hostSeen({ verdict: 'host-only' }) },
    gives: { 'dane-passes': 'open mx-unsigned' },
  },
];

const bothRecords = [tlsa('a', true), tlsa('b', false)];
const renewal: readonly StepCase[] = [
  {
    is: 'not looked at',
    gives: {
      'certificate-ready': 'open',
      'record-published': 'unknown host-not-asked',
      'ttl-waited': 'unknown host-not-asked',
      'certificate-swapped': 'blocked host-not-asked',
      'old-record-removed': 'blocked host-not-asked',
    },
  },
  {
    is: 'one record',
    progress: { host: hostSeen() },
    gives: {
      'record-published': 'open next-record-missing',
      'ttl-waited': 'open wait-for-record',
      'certificate-swapped': 'blocked next-record-missing',
      'old-record-removed': 'blocked not-swapped',
    },
  },
  {
    is: 'a record that is not the one of the certificate shown',
    progress: { host: hostSeen({ tlsa: [tlsa('f', false)], verdict: 'fail' }) },
    gives: {
      'record-published': 'open live-not-covered',
      'certificate-swapped': 'blocked live-not-covered',
      'old-record-removed': 'blocked live-not-covered',
    },
  },
  {
    is: 'a certificate of a second key that no record carries',
    progress: { host: hostSeen({ tlsa: bothRecords, verdict: 'fail' }) },
    gives: {
      'certificate-swapped': 'blocked live-not-covered',
      'old-record-removed': 'blocked live-not-covered',
    },
  },
  {
    is: 'the next record there for an hour, with a TTL of an hour',
    progress: { host: hostSeen({ tlsa: bothRecords, publishedSince: '2026-11-23T11:00:00Z' }) },
    gives: {
      'record-published': 'done next-record-there',
      'ttl-waited': 'open ttl-running',
      'certificate-swapped': 'blocked ttl-running',
    },
  },
  {
    is: 'the next record there for two hours',
    progress: { host: hostSeen({ tlsa: bothRecords, publishedSince: '2026-11-23T10:00:00Z' }) },
    gives: {
      'ttl-waited': 'done ttl-waited',
      'certificate-swapped': 'open swap-now',
      'old-record-removed': 'blocked not-swapped',
    },
  },
  {
    is: 'the next record there, nobody knows since when',
    progress: { host: hostSeen({ tlsa: bothRecords, publishedSince: null }) },
    gives: { 'ttl-waited': 'unknown ttl-unknown', 'certificate-swapped': 'blocked ttl-unknown' },
  },
  {
    is: 'the next record there, waited for by a person’s word',
    progress: {
      host: hostSeen({ tlsa: bothRecords, publishedSince: null }),
      ...ticked('ttl-waited'),
    },
    gives: { 'ttl-waited': 'done ttl-unknown', 'certificate-swapped': 'open swap-now' },
  },
  {
    is: 'a record of the issuer',
    progress: { host: hostSeen({ tlsa: [tlsa('a', true, 2)] }) },
    gives: {
      'record-published': 'open issuer-record',
      'certificate-swapped': 'unknown issuer-record',
    },
  },
  {
    is: 'no DANE',
    progress: { host: hostSeen({ tlsa: [], verdict: 'no-dane' }) },
    gives: {
      'record-published': 'open tlsa-missing',
      'certificate-swapped': 'open no-dane-to-keep',
    },
  },
  {
    is: 'silent',
    progress: { host: hostSeen({ certificate: null, tlsa: [tlsa('a', null)] }) },
    gives: {
      'record-published': 'unknown host-silent',
      'certificate-swapped': 'unknown host-silent',
      'old-record-removed': 'unknown host-silent',
    },
  },
  {
    is: 'the DNS does not answer',
    progress: { host: hostSeen({ tlsaStatus: 'indeterminate' }) },
    gives: {
      'record-published': 'unknown dns-failed',
      'certificate-swapped': 'blocked dns-failed',
      'old-record-removed': 'blocked dns-failed',
    },
  },
  {
    is: 'changed over',
    progress: swapped(),
    gives: {
      'record-published': 'done certificate-changed',
      'ttl-waited': 'done certificate-changed',
      'certificate-swapped': 'done certificate-changed',
      'old-record-removed': 'open old-record-there',
    },
  },
  {
    is: 'changed over to what no record carries',
    progress: swapped({ tlsa: [tlsa('a', false)], verdict: 'fail' }),
    gives: { 'certificate-swapped': 'blocked live-not-covered' },
  },
  {
    is: 'changed over and cleared up',
    progress: swapped({ tlsa: [tlsa('b', true)] }),
    gives: { 'old-record-removed': 'done old-record-gone' },
  },
];

const aliases: readonly StepCase[] = [
  {
    is: 'nothing read',
    gives: {
      'domains-aligned': 'unknown no-snapshot',
      enabled: 'unknown no-snapshot',
      tried: 'open',
      told: 'open',
    },
  },
  {
    is: 'off',
    data: organization({ sendFromAliasEnabled: false }),
    gives: { enabled: 'open alias-off', 'domains-aligned': 'unknown rule-not-assessed' },
  },
  {
    is: 'not set',
    data: organization({ sendFromAliasEnabled: null }),
    gives: { enabled: 'unknown value-unknown' },
  },
  {
    is: 'on, and tried',
    data: organization({ sendFromAliasEnabled: true }),
    progress: ticked('tried', 'told'),
    gives: { enabled: 'done alias-on', tried: 'done', told: 'done' },
  },
  {
    is: 'with an alias domain without DKIM',
    data: {
      acceptedDomains: [accepted({ domainName: 'contoso.com' })],
      mailboxes: [mailbox('a@contoso.com', 'b@contoso.com')],
      dkim: [dkim('contoso.com', false, null)],
      dns: [dns('contoso.com', { dmarc: ['v=DMARC1; p=reject'] })],
    },
    gives: { 'domains-aligned': 'open rule-finds' },
  },
  {
    is: 'with an alias domain in order',
    data: {
      acceptedDomains: [accepted({ domainName: 'contoso.com' })],
      mailboxes: [mailbox('a@contoso.com', 'b@contoso.com')],
      dkim: [dkim('contoso.com', true, 'Valid')],
      dns: [
        dns('contoso.com', {
          dmarc: ['v=DMARC1; p=reject'],
          spf: ['v=spf1 include:spf.protection.outlook.com -all'],
        }),
      ],
    },
    gives: { 'domains-aligned': 'done rule-passes' },
  },
];

const sender = (name: string, protocol: string | null) => ({
  sender: name,
  protocol,
  messages: 7,
  lastDate: null,
});
const smtpOn = transport({ smtpClientAuthenticationDisabled: false });
const leaving: readonly StepCase[] = [
  {
    is: 'nothing read',
    gives: {
      'senders-known': 'unknown no-snapshot',
      'senders-moved': 'unknown no-snapshot',
      'organization-off': 'unknown no-snapshot',
      'mailboxes-off': 'unknown no-snapshot',
      'ews-off': 'unknown no-snapshot',
      'ews-apps-known': 'open',
      'ews-apps-moved': 'open',
    },
  },
  {
    is: 'senders unknown',
    data: { ...smtpOn, casMailboxes: [casMailbox('a@contoso.com', false)] },
    gives: {
      'senders-known': 'unknown file-not-imported',
      'organization-off': 'blocked smtp-senders-unknown',
      'mailboxes-off': 'blocked smtp-senders-unknown',
    },
  },
  {
    is: 'senders unknown, and moved by a person’s word',
    data: { ...smtpOn, casMailboxes: [casMailbox('a@contoso.com', false)] },
    progress: ticked('senders-moved'),
    gives: {
      'organization-off': 'open smtp-organization-on',
      'mailboxes-off': 'open smtp-mailboxes-on',
    },
  },
  {
    is: 'one sends with a password, by the organization’s setting',
    data: {
      ...smtpOn,
      casMailboxes: [casMailbox('a@contoso.com', null)],
      smtpAuthClients: [sender('a@contoso.com', 'Basic')],
    },
    gives: {
      'senders-known': 'done smtp-senders-known',
      'senders-moved': 'open smtp-senders-basic',
      'organization-off': 'blocked smtp-senders-would-stop',
      'mailboxes-off': 'done smtp-mailboxes-off',
    },
  },
  {
    is: 'one sends with a password, by its own setting',
    data: {
      ...smtpOn,
      casMailboxes: [casMailbox('A@contoso.com', false)],
      smtpAuthClients: [sender('a@contoso.com', null)],
    },
    gives: {
      'organization-off': 'open smtp-organization-on',
      'mailboxes-off': 'blocked smtp-senders-would-stop',
    },
  },
  {
    is: 'one sends with a password, and its mailbox was not read',
    data: { ...smtpOn, smtpAuthClients: [sender('a@contoso.com', 'Basic')] },
    gives: { 'organization-off': 'blocked smtp-senders-would-stop' },
  },
  {
    is: 'all by OAuth, in a report read in part',
    data: { ...smtpOn, smtpAuthClients: [sender('a@contoso.com', 'OAuth')] },
    entries: { smtpAuthClients: { state: 'partial', reason: 'records-skipped' } },
    gives: { 'senders-moved': 'unknown incomplete' },
  },
  {
    is: 'mailboxes read in part',
    data: { casMailboxes: [casMailbox('a@contoso.com', true)] },
    entries: { casMailboxes: { state: 'partial', reason: 'cut-off' } },
    gives: { 'mailboxes-off': 'unknown incomplete' },
  },
  {
    is: 'done',
    data: {
      ...transport({ smtpClientAuthenticationDisabled: true }),
      ...organization({ ewsEnabled: false }),
      casMailboxes: [casMailbox('a@contoso.com', true)],
      smtpAuthClients: [sender('a@contoso.com', 'OAuth')],
    },
    gives: {
      'senders-moved': 'done smtp-senders-moved',
      'organization-off': 'done smtp-organization-off',
      'mailboxes-off': 'done smtp-mailboxes-off',
      'ews-off': 'done ews-off',
    },
  },
  {
    is: 'not set',
    data: {
      ...transport({ smtpClientAuthenticationDisabled: null }),
      ...organization({ ewsEnabled: null }),
      smtpAuthClients: [],
    },
    gives: { 'organization-off': 'unknown value-unknown', 'ews-off': 'open ews-not-set' },
  },
  {
    is: 'EWS on',
    data: organization({ ewsEnabled: true }),
    gives: { 'ews-off': 'open ews-on' },
  },
];

const build = (version: string) => ({
  outlookInventory: [
    {
      user: 'a@contoso.com',
      device: 'PC1',
      product: 'Microsoft Office Professional Plus 2016',
      build: version,
      channel: null,
    },
  ],
});
const outlook: readonly StepCase[] = [
  {
    is: 'nothing read',
    gives: {
      'inventory-imported': 'unknown no-snapshot',
      'blocked-gone': 'unknown no-snapshot',
      'unsupported-gone': 'unknown no-snapshot',
      'kept-current': 'open',
    },
  },
  {
    is: 'not imported',
    data: {},
    gives: {
      'inventory-imported': 'unknown file-not-imported',
      'blocked-gone': 'unknown rule-not-assessed',
    },
  },
  {
    is: 'one too old to connect',
    data: build('16.0.4500.1000'),
    gives: {
      'inventory-imported': 'done inventory-there',
      'blocked-gone': 'open rule-finds',
    },
  },
  {
    is: 'one that connects, and nobody mends',
    data: build('16.0.5500.1000'),
    gives: { 'unsupported-gone': 'open rule-finds' },
  },
];

const folders: readonly StepCase[] = [
  {
    is: 'nothing read',
    gives: {
      'place-known': 'unknown no-snapshot',
      'script-current': 'open',
      synchronized: 'open',
      moved: 'open',
      migrated: 'unknown no-snapshot',
      'old-removed': 'open',
    },
  },
  {
    is: 'on own servers',
    data: organization({ publicFoldersEnabled: 'Remote' }),
    gives: { 'place-known': 'done public-folders-remote', migrated: 'open public-folders-remote' },
  },
  {
    is: 'in Exchange Online',
    data: organization({ publicFoldersEnabled: 'Local' }),
    gives: { 'place-known': 'done public-folders-local', migrated: 'done public-folders-local' },
  },
  {
    is: 'none',
    data: organization({ publicFoldersEnabled: 'None' }),
    gives: { migrated: 'done public-folders-none' },
  },
  {
    is: 'somewhere else',
    data: organization({ publicFoldersEnabled: 'Mars' }),
    gives: { 'place-known': 'unknown value-unknown', migrated: 'unknown value-unknown' },
  },
];

export const cases: StepCases = {
  'inbound-dane': inbound,
  'own-server-dane': own,
  'certificate-renewal': renewal,
  'send-from-alias': aliases,
  'leaving-smtp-auth-and-ews': leaving,
  'outlook-clean-up': outlook,
  'public-folders': folders,
};
