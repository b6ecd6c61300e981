import { cmdletList } from '../cmdletSource.ts';
import { casMailboxFields } from '../../../../shared/tenant/records/exchange.ts';

export const casMailboxes = cmdletList(
  'casMailboxes',
  casMailboxFields,
  { cmdlet: 'Get-CASMailbox', parameters: { ResultSize: 'Unlimited' } },
  'select',
);
