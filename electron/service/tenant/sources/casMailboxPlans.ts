import { cmdletList } from '../cmdletSource.ts';
import { casMailboxPlanFields } from '../../../../shared/tenant/records/exchange.ts';

export const casMailboxPlans = cmdletList('casMailboxPlans', casMailboxPlanFields, {
  cmdlet: 'Get-CASMailboxPlan',
  parameters: { ResultSize: 'Unlimited' },
});
