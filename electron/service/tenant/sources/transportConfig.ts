import { cmdletRecord } from '../cmdletSource.ts';
import { transportConfigFields } from '../../../../shared/tenant/records/exchange.ts';

export const transportConfig = cmdletRecord('transportConfig', transportConfigFields, {
  cmdlet: 'Get-TransportConfig',
  parameters: {},
});
