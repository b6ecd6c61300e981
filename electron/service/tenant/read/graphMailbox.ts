import { textOf, textsOf } from './raw.ts';
import type { Mailbox } from '../../../../shared/tenant/records/exchange.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** What `/users` is asked for. */
export const graphUserProperties = [
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'proxyAddresses',
  'userType',
] as const;

/**
 * A user with a mail address, as a mailbox. The directory does not tell kinds of mailboxes apart, nor
 * mailboxes from users whose mail is elsewhere. `null`: no address, or a guest, whose addresses are of
 * another organization.
 */
export function readGraphMailbox(raw: RawRecord): Mailbox | null {
  const emailAddresses = textsOf(raw['proxyAddresses']);
  const primary = emailAddresses.find((address) => address.startsWith('SMTP:'));
  const primarySmtpAddress = primary?.slice('SMTP:'.length) ?? textOf(raw['mail']);
  if (primarySmtpAddress === null || textOf(raw['userType'])?.toLowerCase() === 'guest')
    return null;
  return {
    userPrincipalName: textOf(raw['userPrincipalName']),
    displayName: textOf(raw['displayName']),
    primarySmtpAddress,
    emailAddresses,
    recipientTypeDetails: null,
    externalDirectoryObjectId: textOf(raw['id']),
  };
}
