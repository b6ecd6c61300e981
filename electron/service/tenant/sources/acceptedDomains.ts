import { cmdletList } from '../cmdletSource.ts';
import { acceptedDomainFields } from '../../../../shared/tenant/records/exchange.ts';

export const acceptedDomains = cmdletList('acceptedDomains', acceptedDomainFields, {
  cmdlet: 'Get-AcceptedDomain',
  parameters: { ResultSize: 'Unlimited' },
});
