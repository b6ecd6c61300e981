import { byName } from '../domains.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';

/** SHA-1 of DigiCert Global Root G2, by which Windows names it in its store. */
const thumbprint = 'DF3C24F9BFD666761B268073FE06D1CC8D4F82A4';

interface Connector {
  readonly name: string | null;
  readonly enabled: boolean | null;
  readonly connectorType: string | null;
}

/** Those of partners are the partners' matter; of one that says nothing nobody knows. */
function ownServers(connectors: readonly Connector[]): readonly string[] {
  return connectors
    .filter(
      ({ enabled, connectorType }) => enabled !== false && !/^partner$/i.test(connectorType ?? ''),
    )
    .map(({ name }) => name ?? '?');
}

export const rule = defineRule({
  id: 'root-ca.trust',
  severity: 'medium',
  words: 'root-ca-trust',
  needs: {
    inboundConnectors: ['name', 'enabled', 'connectorType'],
    outboundConnectors: ['name', 'enabled', 'connectorType'],
  },
  optional: ['mxHosts'],
  sources: [
    'https://techcommunity.microsoft.com/blog/exchange/trust-digicert-global-root-g2-certificate-authority-to-avoid-exchange-online-ema/4488311',
    'https://learn.microsoft.com/purview/encryption-office-365-certificate-chains',
  ],
  deadlines: [],
  example: 'To the Exchange server',
  remedy: () =>
    remedyOf({
      verify: [cmdlet('Get-Item', { Path: `Cert:\\LocalMachine\\Root\\${thumbprint}` })],
    }),
  findings({ inboundConnectors, outboundConnectors }, { optional }) {
    const hosts = (optional('mxHosts') ?? []).flatMap((found) =>
      found.hosts.map(({ name }) => name),
    );
    const own = [...ownServers(inboundConnectors), ...ownServers(outboundConnectors), ...hosts];
    const affected = [...new Set(own)].sort(byName);
    return affected.length === 0
      ? [{ status: 'not-applicable', reason: 'own-servers-none' }]
      : [{ status: 'manual', reason: 'root-ca-to-check', affected }];
  },
});
