import { cmdletList } from '../cmdletSource.ts';
import { remoteDomainFields } from '../../../../shared/tenant/records/exchange.ts';

export const remoteDomains = cmdletList('remoteDomains', remoteDomainFields, {
  cmdlet: 'Get-RemoteDomain',
  parameters: {},
});
