/**
 * The settings of a tenant as one table: a row for each property, with where it comes from. What there
 * are many of (mailboxes, users, sign-ins, posts) has tables of its own.
 */
import * as exchange from './records/exchange.ts';
import { reportSettingsFields, securityDefaultsFields } from './records/graph.ts';
import type { Fields } from './fields.ts';
import type { SettingRow } from '../contract/tenant.ts';
import type { SnapshotData, SourceEntry } from './snapshot.ts';
import type { SourceId } from './sources.ts';

type Value = SettingRow['value'];
type RowOf = Pick<SettingRow, 'property' | 'name' | 'value'>;

interface Subject {
  readonly subject: string | null;
  readonly rows: readonly RowOf[];
}

type Reader = (data: SnapshotData) => readonly Subject[];

/** One record, read by its table. */
function ofTenant(id: SourceId, table: Fields): Reader {
  return (data) => {
    const record = data[id];
    return record === null ? [] : [{ subject: null, rows: byTable(table, record) }];
  };
}

/** A list, each record under the first of these properties that it has. */
function ofEach(id: SourceId, table: Fields, names: readonly string[]): Reader {
  return (data) =>
    ((data[id] ?? []) as readonly Readonly<Record<string, unknown>>[]).map((record) => ({
      subject: names.map((name) => record[name]).find((name) => typeof name === 'string') ?? null,
      rows: byTable(table, record),
    }));
}

function byTable(table: Fields, record: object): readonly RowOf[] {
  const values = record as Readonly<Record<string, Value>>;
  return Object.entries(table).map(([name, { property }]) => ({
    property,
    name,
    value: values[name] ?? null,
  }));
}

/** Graph calls a property as we do, unless it stands here. */
function byName(
  record: Readonly<Record<string, Value>>,
  spelled: Readonly<Record<string, string>> = {},
): readonly RowOf[] {
  return Object.entries(record).map(([name, value]) => ({
    property: spelled[name] ?? name,
    name,
    value,
  }));
}

function organization({ organization: found }: SnapshotData): readonly Subject[] {
  if (found === null) return [];
  const { verifiedDomains, ...rest } = found;
  const domains = verifiedDomains.map(({ name }) => name);
  const rows = byName(
    { ...rest, verifiedDomains: domains },
    { hasEntraPremium: 'assignedPlans', verifiedDomains: 'verifiedDomains.name' },
  );
  return [{ subject: null, rows }];
}

function domains({ domains: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(
    ({ id, isDefault, isInitial, isVerified, authenticationType, supportedServices }) => ({
      subject: id,
      rows: byName({ isDefault, isInitial, isVerified, authenticationType, supportedServices }),
    }),
  );
}

/** Where the properties stand in the cmdlet's answer. */
const dnssecProperties = {
  dnssecFeatureStatus: 'DnssecFeatureStatus',
  expectedMx: 'ExpectedMxRecord',
  dnssecSupport: 'DnsValidation.DnssecSupport',
  mxStatus: 'MxValidation.Status',
  actualMxRecords: 'MxValidation.ActualMxRecords',
  mtaStsStatus: 'MtaStsValidation.Status',
  mtaStsMode: 'MtaStsValidation.MtaStsMode',
  errors: 'Errors',
  warnings: 'Warnings',
};

function dnssecStatus({ dnssecStatus: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(({ domain, ...rest }) => ({
    subject: domain,
    rows: byName(rest, dnssecProperties),
  }));
}

function smtpDaneInbound({ smtpDaneInbound: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(({ domain, values }) => ({
    subject: domain,
    rows: values.map(({ property, value }) => ({ property, name: 'told', value })),
  }));
}

function conditionalAccess({ conditionalAccess: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(({ id, displayName, ...rest }) => ({
    subject: displayName ?? id,
    rows: byName(rest),
  }));
}

function dns({ dns: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(({ domain, zone, mx, spf, dmarc, dkim, mtaSts, tlsReporting }) => ({
    subject: domain,
    rows: [
      { property: 'DNSSEC', name: 'zone', value: zone.status },
      {
        property: 'MX',
        name: 'mx',
        value: mx.records.map(({ preference, exchange: host }) => `${preference} ${host}`),
      },
      { property: 'SPF', name: 'spf', value: spf.records },
      { property: 'DMARC', name: 'dmarc', value: dmarc.records },
      ...dkim.map(({ selector, target }) => ({
        property: `${selector}._domainkey`,
        name: 'dkim',
        value: target,
      })),
      { property: '_mta-sts', name: 'mtaSts', value: mtaSts.mode },
      { property: '_smtp._tls', name: 'tlsReporting', value: tlsReporting.addresses },
    ],
  }));
}

function mxHosts({ mxHosts: found }: SnapshotData): readonly Subject[] {
  return (found ?? []).map(({ domain, verdict, protectedByDane }) => ({
    subject: domain,
    rows: byName({ verdict, protectedByDane }),
  }));
}

/** In the order in which a person reads them. */
const readers = {
  organization,
  domains,
  organizationConfig: ofTenant('organizationConfig', exchange.organizationConfigFields),
  transportConfig: ofTenant('transportConfig', exchange.transportConfigFields),
  acceptedDomains: ofEach('acceptedDomains', exchange.acceptedDomainFields, ['domainName']),
  dnssecStatus,
  smtpDaneInbound,
  outboundConnectors: ofEach('outboundConnectors', exchange.outboundConnectorFields, ['name']),
  inboundConnectors: ofEach('inboundConnectors', exchange.inboundConnectorFields, ['name']),
  dkim: ofEach('dkim', exchange.dkimFields, ['domain']),
  remoteDomains: ofEach('remoteDomains', exchange.remoteDomainFields, ['name', 'domainName']),
  authenticationPolicies: ofEach('authenticationPolicies', exchange.authenticationPolicyFields, [
    'name',
  ]),
  casMailboxPlans: ofEach('casMailboxPlans', exchange.casMailboxPlanFields, [
    'displayName',
    'name',
  ]),
  securityDefaults: ofTenant('securityDefaults', securityDefaultsFields),
  conditionalAccess,
  reportSettings: ofTenant('reportSettings', reportSettingsFields),
  dns,
  mxHosts,
} as const satisfies Partial<Record<SourceId, Reader>>;

/** Sources whose data `settingRows` reads; the others may be left out. */
export const settingSources = Object.keys(readers) as readonly (keyof typeof readers)[];

export function settingRows(
  data: SnapshotData,
  entries: readonly Pick<SourceEntry, 'id' | 'missing'>[],
): SettingRow[] {
  return settingSources.flatMap((source) => {
    const missing = new Set(entries.find(({ id }) => id === source)?.missing);
    return readers[source](data).flatMap(({ subject, rows }) =>
      rows.map((row) => ({ source, subject, ...row, present: !missing.has(row.name) })),
    );
  });
}
