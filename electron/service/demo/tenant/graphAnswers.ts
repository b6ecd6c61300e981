/** What Graph answers at Contoso. Times count back from the day on which it is asked. */
import { alpineDomain, initialDomain, mainDomain, people, worksDomain } from './people.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

const day = 86_400_000;
const traceId = 'c0de0000-0000-4000-8000-0000000000a';
const partners = [
  { domain: 'fabrikam.example', code: '4.7.323 tlsa-invalid', server: 'mx1.fabrikam.example' },
  { domain: 'fabrikam.example', code: '4.7.323 tlsa-invalid', server: 'mx1.fabrikam.example' },
  { domain: 'litware.example', code: '4.7.324 dnssec-invalid', server: 'mx.litware.example' },
] as const;

export interface DemoGraph {
  /** By path and version, without the query; `null` in its stead: it is a list of these. */
  readonly objects: Readonly<Record<string, RawRecord>>;
  readonly lists: Readonly<Record<string, readonly RawRecord[]>>;
  /** CSV, by the report's function. */
  readonly reports: Readonly<Record<string, string>>;
}

function ago(now: Date, days: number): string {
  return new Date(now.getTime() - days * day).toISOString();
}

function verifiedDomains(): readonly RawRecord[] {
  return [mainDomain, alpineDomain, worksDomain, initialDomain].map((name) => ({
    name,
    isDefault: name === mainDomain,
    isInitial: name === initialDomain,
    type: 'Managed',
    capabilities: 'Email, OfficeCommunicationsOnline',
  }));
}

function signIn(now: Date, days: number, user: string, client: string, error = 0): RawRecord {
  return {
    id: `${user}-${client}-${days}`,
    createdDateTime: ago(now, days),
    userPrincipalName: user,
    appDisplayName: 'Office 365 Exchange Online',
    clientAppUsed: client,
    status: { errorCode: error },
  };
}

function signIns(now: Date): readonly RawRecord[] {
  const senders = people.filter(({ sendsBySmtp }) => sendsBySmtp);
  return [
    ...senders.flatMap(({ address }) =>
      [1, 2, 5, 9].map((days) => signIn(now, days, address, 'Authenticated SMTP')),
    ),
    ...people
      .slice(3, 6)
      .map(({ address }, index) => signIn(now, index + 2, address, 'Exchange Web Services')),
    signIn(now, 3, people[11]?.address ?? '', 'IMAP4', 50126),
    signIn(now, 4, people[11]?.address ?? '', 'IMAP4', 50126),
  ];
}

function post(now: Date, id: string, title: string, daysLeft: number, tags: readonly string[]) {
  return {
    id,
    title,
    category: 'planForChange',
    severity: 'normal',
    tags,
    services: ['Exchange Online'],
    isMajorChange: true,
    actionRequiredByDateTime: ago(now, -daysLeft),
    startDateTime: ago(now, 60),
    endDateTime: ago(now, -daysLeft - 30),
    lastModifiedDateTime: ago(now, 20),
  };
}

function csv(header: string, rows: readonly string[]): string {
  return `\ufeff${[header, ...rows, ''].join('\r\n')}`;
}

/** Most have Microsoft 365 Apps, some an Outlook that is no longer supported. */
function userRow(date: string, index: number): string {
  const { address, name, sendsBySmtp } = people[index] ?? {
    address: '',
    name: '',
    sendsBySmtp: false,
  };
  const product = index % 8 === 0 ? 'Outlook 2016' : index % 13 === 0 ? 'Outlook 2019' : 'ProPlus';
  const cells = [date, address, name, 'False', '', date, '', index % 15 === 0 ? date : ''];
  const apps = [
    sendsBySmtp ? '' : product,
    index % 2 === 0 ? date : '',
    '',
    index % 3 === 0 ? date : '',
  ];
  const old = ['', index === 11 ? date : '', sendsBySmtp ? date : ''];
  return [...cells, ...apps, ...old, '30'].join(',');
}

function reports(now: Date): DemoGraph['reports'] {
  const date = ago(now, 2).slice(0, 10);
  return {
    getEmailAppUsageVersionsUserCounts: csv(
      'Report Refresh Date,Outlook 2016,Outlook 2013,Outlook 2010,Outlook 2007,Undetermined,Report Period,Outlook M365,Outlook 2019',
      [`${date},11,1,,,2,30,66,6`],
    ),
    getEmailAppUsageAppsUserCounts: csv(
      'Report Refresh Date,Mail For Mac,Outlook For Mac,Outlook For Windows,Outlook For Mobile,Other For Mobile,Outlook For Web,POP3 App,IMAP4 App,SMTP App,Report Period',
      [`${date},2,6,84,41,3,28,,1,4,30`],
    ),
    getEmailAppUsageUserDetail: csv(
      'Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Last Activity Date,Mail For Mac,Outlook For Mac,Outlook For Windows,Outlook For Mobile,Other For Mobile,Outlook For Web,POP3 App,IMAP4 App,SMTP App,Report Period',
      Array.from({ length: 88 }, (_, index) => userRow(date, index)),
    ),
  };
}

function traces(now: Date): readonly RawRecord[] {
  return partners.map(({ domain }, index) => ({
    id: `${traceId}${index}`,
    senderAddress: people[index]?.address,
    recipientAddress: `orders@${domain}`,
    receivedDateTime: ago(now, index + 0.5),
    subject: 'Order confirmation',
    status: 'pending',
  }));
}

function traceDetails(now: Date): DemoGraph['lists'] {
  return Object.fromEntries(
    partners.map(({ domain, code, server }, index) => [
      `/v1.0/admin/exchange/tracing/messageTraces/${traceId}${index}/getDetailsByRecipient(recipientAddress='orders@${domain}')`,
      [
        {
          id: `${traceId}${index}`,
          dateTime: ago(now, index + 0.5),
          event: 'Defer',
          description: `Reason: [{LED=450 ${code} [LastAttemptedServerName=${server}]}]`,
        },
      ],
    ]),
  );
}

const legacyBlock: RawRecord = {
  id: 'c0de-ca-1',
  displayName: 'Block legacy authentication',
  state: 'enabledForReportingButNotEnforced',
  conditions: {
    clientAppTypes: ['exchangeActiveSync', 'other'],
    users: { includeUsers: ['All'], excludeUsers: [], includeGroups: [], excludeGroups: [] },
    applications: { includeApplications: ['All'], excludeApplications: [] },
  },
  grantControls: { operator: 'OR', builtInControls: ['block'] },
};

export function demoGraph(now: Date): DemoGraph {
  return {
    objects: {
      '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy': { isEnabled: false },
      '/v1.0/admin/reportSettings': { displayConcealedNames: false },
    },
    lists: {
      '/v1.0/organization': [
        {
          id: demoTenantId,
          displayName: 'Contoso (demo)',
          tenantType: 'AAD',
          onPremisesSyncEnabled: true,
          verifiedDomains: verifiedDomains(),
          assignedPlans: [
            {
              servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
              capabilityStatus: 'Enabled',
              service: 'AADPremiumService',
            },
          ],
        },
      ],
      '/v1.0/domains': verifiedDomains().map(({ name, isDefault, isInitial }) => ({
        id: name,
        isDefault,
        isInitial,
        isVerified: true,
        authenticationType: 'Managed',
        supportedServices: ['Email', 'OfficeCommunicationsOnline'],
      })),
      '/v1.0/identity/conditionalAccess/policies': [legacyBlock],
      '/v1.0/auditLogs/signIns': signIns(now),
      '/beta/auditLogs/signIns': [],
      '/v1.0/admin/serviceAnnouncement/messages': [
        post(now, 'MC1900001', 'SMTP AUTH with basic authentication ends', 38, ['Retirement']),
        post(now, 'MC1900002', 'Exchange Web Services is being switched off', 129, ['Retirement']),
      ],
      '/v1.0/admin/exchange/tracing/messageTraces': traces(now),
      ...traceDetails(now),
    },
    reports: reports(now),
  };
}
