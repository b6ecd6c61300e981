import { cmdletList } from '../cmdletSource.ts';
import { inboundConnectorFields } from '../../../../shared/tenant/records/exchange.ts';

export const inboundConnectors = cmdletList('inboundConnectors', inboundConnectorFields, {
  cmdlet: 'Get-InboundConnector',
  parameters: {},
});
