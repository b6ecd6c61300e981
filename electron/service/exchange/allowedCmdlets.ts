/**
 * The cmdlets that ever leave this machine, with the parameters that each may carry. All of them read.
 * `Exchange.Manage`, the one scope there is, could change things; this list is what keeps the app from
 * it.
 */
import { assertNever } from '../../../shared/assertNever.ts';

/** `switch`: present as `true`. */
type ParameterKind = 'text' | 'switch' | 'size';

const list = { ResultSize: 'size' } as const;
const domain = { DomainName: 'text' } as const;

export const allowedCmdlets = {
  'Get-AcceptedDomain': list,
  'Get-AuthenticationPolicy': {},
  'Get-CASMailbox': list,
  'Get-CASMailboxPlan': list,
  'Get-DkimSigningConfig': {},
  'Get-DnssecStatusForVerifiedDomain': domain,
  'Get-InboundConnector': {},
  'Get-Mailbox': list,
  'Get-MessageTraceDetailV2': { MessageTraceId: 'text', RecipientAddress: 'text' },
  'Get-MessageTraceV2': { EndDate: 'text', ResultSize: 'size', StartDate: 'text', Status: 'text' },
  'Get-OrganizationConfig': { RetrieveEwsOperationAccessPolicy: 'switch' },
  'Get-OutboundConnector': {},
  'Get-RemoteDomain': {},
  'Get-SmtpDaneInboundStatus': domain,
  'Get-TransportConfig': {},
  'Get-User': list,
} as const satisfies Record<string, Readonly<Record<string, ParameterKind>>>;

export type CmdletName = keyof typeof allowedCmdlets;

export interface CmdletInput {
  readonly cmdlet: CmdletName;
  readonly parameters: Readonly<Record<string, string | number | true>>;
}

const propertyName = /^[A-Za-z][A-Za-z0-9]{0,63}$/;

/**
 * Throws for whatever is not on the list: that is a bug, and nothing is sent.
 * SECURITY: S30
 */
export function assertAllowed(input: CmdletInput, select: readonly string[]): void {
  const { cmdlet, parameters } = input;
  if (!Object.hasOwn(allowedCmdlets, cmdlet)) throw new Error(`not allowed: ${cmdlet}`);
  const kinds: Readonly<Record<string, ParameterKind>> = allowedCmdlets[cmdlet];
  for (const [name, value] of Object.entries(parameters)) {
    const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
    if (kind === undefined || !isOfKind(value, kind))
      throw new Error(`not allowed: ${cmdlet} -${name}`);
  }
  if (!select.every((property) => propertyName.test(property)))
    throw new Error(`not allowed: $select of ${cmdlet}`);
}

function isOfKind(value: unknown, kind: ParameterKind): boolean {
  switch (kind) {
    case 'switch':
      return value === true;
    case 'size':
      return value === 'Unlimited' || (typeof value === 'number' && value > 0);
    case 'text':
      return typeof value === 'string' && value.length <= 320;
    default:
      return assertNever(kind, 'kind');
  }
}
