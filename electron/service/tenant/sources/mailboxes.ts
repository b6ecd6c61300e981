import { cmdletList } from '../cmdletSource.ts';
import { mailboxFields } from '../../../../shared/tenant/records/exchange.ts';

export const mailboxes = cmdletList(
  'mailboxes',
  mailboxFields,
  { cmdlet: 'Get-Mailbox', parameters: { ResultSize: 'Unlimited' } },
  'select',
);
