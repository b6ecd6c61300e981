import { cmdletList } from '../cmdletSource.ts';
import { authenticationPolicyFields } from '../../../../shared/tenant/records/exchange.ts';

export const authenticationPolicies = cmdletList(
  'authenticationPolicies',
  authenticationPolicyFields,
  { cmdlet: 'Get-AuthenticationPolicy', parameters: {} },
);
