import { connect } from 'node:tls';
import { createStreamTransport } from './stream.ts';
import { createStreamConnection } from './streamConnection.ts';
import { reasonOfTlsError, tlsOptions } from './tlsOptions.ts';
import type { Transport } from './transport.ts';

/** DNS over TLS (RFC 7858), the server's name checked. `serverName` may be the address itself. */
export function createTlsTransport(
  address: string,
  port: number,
  serverName: string,
  ca: string | null,
): Transport {
  return createStreamTransport(() =>
    createStreamConnection(
      connect({ host: address, port, ...tlsOptions(serverName, ca) }),
      'secureConnect',
      reasonOfTlsError,
    ),
  );
}
