import { casMailboxFields, mailboxFields, userFields } from './records/exchange.ts';
import { initialDomainPattern } from './initialDomain.ts';
import type { Fields } from './fields.ts';
import type { SourceId } from './sources.ts';

export interface ImportCommand {
  readonly kind: SourceId;
  /** For Exchange Online PowerShell. */
  readonly command: string;
  /** What it writes. */
  readonly file: string;
}

/** The list, the domain, its answers, and what an answer holds in it. */
const nestedDepth = 8;

/** Commands whose output can be imported; a list stays one however many there are of it. */
export const importCommands: readonly ImportCommand[] = [
  print('organizationConfig', 'Get-OrganizationConfig'),
  print('transportConfig', 'Get-TransportConfig'),
  print('acceptedDomains', 'Get-AcceptedDomain'),
  print(
    'dnssecStatus',
    ofEachDomain('DnssecStatus', 'Get-DnssecStatusForVerifiedDomain'),
    nestedDepth,
  ),
  print(
    'smtpDaneInbound',
    ofEachDomain('SmtpDaneInboundStatus', 'Get-SmtpDaneInboundStatus'),
    nestedDepth,
  ),
  print('outboundConnectors', 'Get-OutboundConnector'),
  print('inboundConnectors', 'Get-InboundConnector'),
  print('dkim', 'Get-DkimSigningConfig'),
  print('remoteDomains', 'Get-RemoteDomain'),
  print('authenticationPolicies', 'Get-AuthenticationPolicy'),
  print('casMailboxPlans', 'Get-CASMailboxPlan'),
  print('casMailboxes', select('Get-CASMailbox -ResultSize Unlimited', casMailboxFields)),
  print('mailboxes', select('Get-Mailbox -ResultSize Unlimited', mailboxFields)),
  print('users', select('Get-User -ResultSize Unlimited', userFields)),
];

function print(kind: SourceId, cmdlet: string, depth = 4): ImportCommand {
  const file = `${kind}.json`;
  return {
    kind,
    file,
    command: `ConvertTo-Json -Depth ${depth} -InputObject @(${cmdlet}) | Set-Content -Encoding utf8 ${file}`,
  };
}

/**
 * Where there are many, only what is read. Not where there are few: `Select-Object` makes an empty
 * property of one that Exchange does not have, and then nobody can tell which it was.
 */
function select(cmdlet: string, table: Fields): string {
  const properties = Object.values(table).map(({ property }) => property);
  return `${cmdlet} | Select-Object ${properties.join(', ')}`;
}

/**
 * One record for each of the tenant's own domains, as their answers don't say whose they are. The answer
 * stands whole under a name of its own: no property of it can then clash with `Domain`. As a list, for
 * where there is none Windows PowerShell 5.1 prints `{}` and PowerShell 7 `null`. A domain that Exchange
 * refuses is told of and stays in the list without an answer; the others go on.
 */
function ofEachDomain(property: string, cmdlet: string): string {
  const domains = `@((Get-AcceptedDomain).DomainName) -notmatch '${initialDomainPattern}'`;
  const answer = `try { ${cmdlet} -DomainName $domain } catch { Write-Warning "$($domain): $_" }`;
  return `foreach ($domain in ${domains}) { [pscustomobject]@{ Domain = "$domain"; ${property} = @(${answer}) } }`;
}
