import { cmdletList } from '../cmdletSource.ts';
import { outboundConnectorFields } from '../../../../shared/tenant/records/exchange.ts';

export const outboundConnectors = cmdletList('outboundConnectors', outboundConnectorFields, {
  cmdlet: 'Get-OutboundConnector',
  parameters: {},
});
