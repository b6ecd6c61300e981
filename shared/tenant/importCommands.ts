import { casMailboxFields, mailboxFields, userFields } from './records/exchange.ts';
import type { Fields } from './fields.ts';
import type { SourceId } from './sources.ts';

export interface ImportCommand {
  readonly kind: SourceId;
  /** For Exchange Online PowerShell. */
  readonly command: string;
  /** What it writes. */
  readonly file: string;
}

/** Commands whose output can be imported; a list stays one however many there are of it. */
export const importCommands: readonly ImportCommand[] = [
  print('organizationConfig', 'Get-OrganizationConfig'),
  print('transportConfig', 'Get-TransportConfig'),
  print('acceptedDomains', 'Get-AcceptedDomain'),
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

function print(kind: SourceId, cmdlet: string): ImportCommand {
  const file = `${kind}.json`;
  return {
    kind,
    file,
    command: `ConvertTo-Json -Depth 4 -InputObject @(${cmdlet}) | Set-Content -Encoding utf8 ${file}`,
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
