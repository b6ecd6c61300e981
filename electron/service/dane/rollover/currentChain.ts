import { probeAddress } from '../../smtp/probeAddress.ts';
import type { ProbePorts } from '../../smtp/probeAddress.ts';
import type { Security } from '../../smtp/types.ts';
import { isReservedAddress } from '../check/reservedAddresses.ts';
import type { RolloverInput } from './checkRollover.ts';

export interface CurrentChainOptions {
  readonly probes: ProbePorts;
  readonly port: number;
  /** Mail between servers, at whatever port. */
  readonly isMail: boolean;
  readonly timeout: number;
  readonly allowPrivate: boolean;
  readonly signal: AbortSignal;
}

/** Elsewhere TLS begins with the first octet; here servers are asked for it. */
const security: Readonly<Record<number, Security>> = {
  587: 'smtp',
  143: 'imap',
  110: 'pop3',
};

/** Fetches the chain that a host shows now, from the first of its addresses that answers. */
export function fetchCurrentChain(options: CurrentChainOptions): RolloverInput['currentChain'] {
  return async (addresses, serverName) => {
    for (const address of addresses) {
      if (!options.allowPrivate && isReservedAddress(address)) continue;
      const result = await probeAddress(
        {
          endpoint: { address, port: options.port },
          security: options.isMail ? 'smtp' : (security[options.port] ?? 'implicit'),
          serverName,
          handshakes: 'one',
          comparesServerName: false,
          timeout: options.timeout,
          signal: options.signal,
        },
        options.probes,
      );
      const chain = result?.probes[0]?.handshake?.chain;
      if (chain !== undefined) return chain;
    }
    return null;
  };
}
