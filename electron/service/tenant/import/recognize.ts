import * as exchange from '../../../../shared/tenant/records/exchange.ts';
import { answerOf, answerUnder, createDomainAnswerReader } from './domainAnswers.ts';
import { createRecordReader } from '../../../../shared/tenant/readRecord.ts';
import { dnssecStatusProperties, readDnssecStatus } from '../read/dnssecStatus.ts';
import { readSmtpDaneInbound } from '../read/smtpDaneInbound.ts';
import type { DomainAnswerReader } from './domainAnswers.ts';
import type { Fields } from '../../../../shared/tenant/fields.ts';
import type { RecordReader } from '../../../../shared/tenant/readRecord.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** What a cmdlet prints, by its source. `one`: a single record. */
export interface PrintedKind {
  readonly id: SourceId;
  /** For one file. */
  reader(): RecordReader<Fields> | DomainAnswerReader;
  /** Our name of the property by which a record is told from others of its list. */
  readonly identity: string | null;
  readonly shape: 'one' | 'list';
  /** Properties that no other kind has together, in lower case. */
  readonly marks: readonly string[];
}

export const printedKinds: readonly PrintedKind[] = [
  kind('organizationConfig', exchange.organizationConfigFields, 'one', 'SendFromAliasEnabled'),
  kind('transportConfig', exchange.transportConfigFields, 'one', 'MessageExpiration'),
  kind('transportConfig', exchange.transportConfigFields, 'one', 'TLSSendDomainSecureList'),
  kind('acceptedDomains', exchange.acceptedDomainFields, 'list', 'DomainName', 'SmtpDaneStatus'),
  kind('acceptedDomains', exchange.acceptedDomainFields, 'list', 'DomainName', 'DomainType'),
  ofDomains('dnssecStatus', wrappedDnssec, 'Domain', 'DnssecStatus'),
  ofDomains('dnssecStatus', flatDnssec, 'DnssecFeatureStatus'),
  ofDomains('smtpDaneInbound', wrappedDane, 'Domain', 'SmtpDaneInboundStatus'),
  kind('outboundConnectors', exchange.outboundConnectorFields, 'list', 'SmartHosts', 'UseMXRecord'),
  kind('inboundConnectors', exchange.inboundConnectorFields, 'list', 'SenderDomains', 'RequireTls'),
  kind('dkim', exchange.dkimFields, 'list', 'Selector1CNAME'),
  kind('remoteDomains', exchange.remoteDomainFields, 'list', 'AutoForwardEnabled', 'DomainName'),
  kind('authenticationPolicies', exchange.authenticationPolicyFields, 'list', 'AllowBasicAuthSmtp'),
  kind('casMailboxes', exchange.casMailboxFields, 'list', 'PopEnabled', 'PrimarySmtpAddress'),
  kind(
    'casMailboxes',
    exchange.casMailboxFields,
    'list',
    'SmtpClientAuthenticationDisabled',
    'PrimarySmtpAddress',
  ),
  kind('casMailboxPlans', exchange.casMailboxPlanFields, 'list', 'PopEnabled', 'OwaMailboxPolicy'),
  kind('mailboxes', exchange.mailboxFields, 'list', 'EmailAddresses', 'RecipientTypeDetails'),
  kind('users', exchange.userFields, 'list', 'AuthenticationPolicy', 'UserPrincipalName'),
  // Last: a transport configuration with nothing but the one setting that people look for.
  kind(
    'transportConfig',
    exchange.transportConfigFields,
    'one',
    'SmtpClientAuthenticationDisabled',
  ),
];

/** The first kind whose marks the properties hold; `null`: none. */
export function recognizePrinted(properties: readonly string[]): PrintedKind | null {
  const present = new Set(properties.map((property) => property.trim().toLowerCase()));
  return printedKinds.find(({ marks }) => marks.every((mark) => present.has(mark))) ?? null;
}

/** The property by which a printed record is told from others of its list; `null`: there is none. */
export function identityOf(id: SourceId): string | null {
  return printedKinds.find((one) => one.id === id)?.identity ?? null;
}

/**
 * A list with nothing in it tells nothing of its kind, so that the name must: the one under which our
 * commands write it, or a browser or a person kept a copy of it.
 */
export function kindOfEmptyList(fileName: string): PrintedKind | null {
  const name = /^(\w+?)(?:\s*\(\d+\)|\s*-\s*copy)?\.json$/i.exec(fileName.trim())?.[1];
  const wanted = name?.toLowerCase();
  const found = printedKinds.find(({ id }) => id.toLowerCase() === wanted);
  return found?.shape === 'list' ? found : null;
}

function kind(
  id: SourceId,
  fields: Fields,
  shape: PrintedKind['shape'],
  ...marks: readonly string[]
): PrintedKind {
  return {
    id,
    shape,
    marks: marks.map((mark) => mark.toLowerCase()),
    identity: Object.keys(fields)[0] ?? null,
    reader: () => createRecordReader(fields, 'any-case'),
  };
}

function ofDomains(
  id: SourceId,
  reader: () => DomainAnswerReader,
  ...marks: readonly string[]
): PrintedKind {
  return {
    id,
    reader,
    shape: 'list',
    identity: 'domain',
    marks: marks.map((mark) => mark.toLowerCase()),
  };
}

function wrappedDnssec(): DomainAnswerReader {
  return createDomainAnswerReader(
    (raw) => answerOf(dnssecStatusProperties, answerUnder('DnssecStatus', raw)),
    readDnssecStatus,
  );
}

function flatDnssec(): DomainAnswerReader {
  return createDomainAnswerReader((raw) => answerOf(dnssecStatusProperties, raw), readDnssecStatus);
}

function wrappedDane(): DomainAnswerReader {
  return createDomainAnswerReader(
    (raw) => answerUnder('SmtpDaneInboundStatus', raw),
    readSmtpDaneInbound,
  );
}
