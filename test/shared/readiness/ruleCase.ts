import type { Finding, ReasonCode } from '../../../shared/readiness/rule.ts';
import type { RuleId, RuleStatus } from '../../../shared/readiness/ruleIds.ts';
import * as exchange from '../../../shared/tenant/records/exchange.ts';
import type { DnssecStatus, DomainDns, MxHosts } from '../../../shared/tenant/records/domains.ts';
import type { SnapshotData, SourceEntry } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import { recordOf } from '../../support/snapshotOf.ts';

export type Outcome = `${RuleStatus} ${ReasonCode}`;

export interface RuleCase {
  readonly is: string;
  readonly data: Partial<SnapshotData>;
  readonly entries?: Partial<Record<SourceId, Partial<SourceEntry>>>;
  /** Without one: 2026-11-23, noon. */
  readonly at?: string;
  readonly gives: readonly Outcome[];
  readonly subjects?: readonly NonNullable<Finding['subject']>[];
  readonly affected?: number;
}

export type RuleCases = Partial<Record<RuleId, readonly RuleCase[]>>;

export const organization = (known: Partial<exchange.OrganizationConfig>) => ({
  organizationConfig: recordOf(exchange.organizationConfigFields, known),
});
export const transport = (known: Partial<exchange.TransportConfig>) => ({
  transportConfig: recordOf(exchange.transportConfigFields, known),
});
export const accepted = (known: Partial<exchange.AcceptedDomain>) =>
  recordOf(exchange.acceptedDomainFields, { sendingFromDomainDisabled: false, ...known });
export const mailbox = (primarySmtpAddress: string | null, ...aliases: readonly string[]) =>
  recordOf(exchange.mailboxFields, {
    primarySmtpAddress,
    recipientTypeDetails: 'UserMailbox',
    emailAddresses: [`SMTP:${primarySmtpAddress ?? ''}`, ...aliases.map((one) => `smtp:${one}`)],
  });
export const casMailbox = (name: string, isDisabled: boolean | null) =>
  recordOf(exchange.casMailboxFields, {
    primarySmtpAddress: name,
    smtpClientAuthenticationDisabled: isDisabled,
  });
export const policy = (name: string, known: Partial<exchange.AuthenticationPolicy>) =>
  recordOf(exchange.authenticationPolicyFields, { name, ...known });
export const user = (userPrincipalName: string, authenticationPolicy: string | null) =>
  recordOf(exchange.userFields, { userPrincipalName, authenticationPolicy });
export const outbound = (known: Partial<exchange.OutboundConnector>) =>
  recordOf(exchange.outboundConnectorFields, { name: 'To Fabrikam', ...known });
export const inbound = (known: Partial<exchange.InboundConnector>) =>
  recordOf(exchange.inboundConnectorFields, { name: 'From Fabrikam', ...known });
export const dkim = (domain: string, enabled: boolean | null, status: string | null) =>
  recordOf(exchange.dkimFields, { domain, enabled, status });

export const dnssec = (domain: string, expectedMx: string | null): DnssecStatus => ({
  domain,
  dnssecFeatureStatus: 'Enabled',
  expectedMx,
  dnssecSupport: null,
  mxStatus: null,
  actualMxRecords: [],
  mtaStsStatus: null,
  mtaStsMode: null,
  errors: [],
  warnings: [],
});

const answer = { status: 'secure', reason: null } as const;

export interface DnsOf {
  readonly zone?: DomainDns['zone']['status'];
  readonly mx?: readonly string[];
  readonly dmarc?: readonly string[];
  readonly spf?: readonly string[];
  readonly sts?: Partial<DomainDns['mtaSts']>;
  readonly txtStatus?: DomainDns['spf']['status'];
}

export function dns(domain: string, of: DnsOf = {}): DomainDns {
  const { zone = 'secure', mx = [], dmarc = [], spf = [], sts = {}, txtStatus = zone } = of;
  return {
    domain,
    zone: { status: zone, reason: null },
    mx: {
      status: zone,
      reason: null,
      records: mx.map((exchange) => ({
        preference: 10,
        exchange,
        isMicrosoft: /(?:mx\.microsoft|outlook\.com)$/.test(exchange),
      })),
    },
    spf: { status: txtStatus, reason: null, records: [...spf] },
    dmarc: { status: txtStatus, reason: null, records: [...dmarc], foundAt: null },
    dkim: [],
    mtaSts: { ...answer, state: 'absent', mode: null, mx: [], maxAge: null, id: null, ...sts },
    tlsReporting: { ...answer, state: 'absent', addresses: [] },
  };
}

export function mxHosts(
  verdict: MxHosts['verdict'],
  certificates: readonly Partial<MxHosts['certificates'][number]>[] = [],
): MxHosts {
  return {
    schema: 'exo-companion/dane-check@1',
    domain: 'own.example',
    checkedAt: '2026-11-23T09:00:00Z',
    verdict,
    protectedByDane: true,
    mx: null,
    hosts: [],
    findings: [],
    certificates: certificates.map((known, index) => ({
      fingerprint: `${index}`.repeat(64),
      subject: 'CN=mail.own.example',
      issuer: 'CN=CA',
      names: ['mail.own.example'],
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: null,
      hosts: ['mail.own.example'],
      ...known,
    })),
  } as unknown as MxHosts;
}
