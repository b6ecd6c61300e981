import { connect } from 'node:net';
import { createStreamTransport } from './stream.ts';
import { createStreamConnection } from './streamConnection.ts';
import { reasonOfError } from './transport.ts';
import type { Transport } from './transport.ts';

/** DNS over TCP (RFC 7766). */
export function createTcpTransport(address: string, port: number): Transport {
  return createStreamTransport(() =>
    createStreamConnection(
      connect({ host: address, port, noDelay: true }),
      'connect',
      reasonOfError,
    ),
  );
}
