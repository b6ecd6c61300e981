import { cmdletList } from '../cmdletSource.ts';
import { dkimFields } from '../../../../shared/tenant/records/exchange.ts';

export const dkim = cmdletList('dkim', dkimFields, {
  cmdlet: 'Get-DkimSigningConfig',
  parameters: {},
});
