import { cmdletList } from '../cmdletSource.ts';
import { userFields } from '../../../../shared/tenant/records/exchange.ts';

export const users = cmdletList(
  'users',
  userFields,
  { cmdlet: 'Get-User', parameters: { ResultSize: 'Unlimited' } },
  'select',
);
