import { connect, isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import { SocksClient } from 'socks';
import { Interruption } from './interruption.ts';
import type { Endpoint, ProbeFailureCode, Proxy } from './types.ts';

/** Opens a connection; rejects with `Interruption`. Tests and the lab pass their own. */
export type Connect = (endpoint: Endpoint, signal: AbortSignal) => Promise<Socket>;

const failures: Readonly<Record<string, ProbeFailureCode>> = {
  ECONNREFUSED: 'connection-refused',
  ETIMEDOUT: 'connection-timed-out',
  ENETUNREACH: 'no-route',
  EADDRNOTAVAIL: 'no-route',
  EAFNOSUPPORT: 'no-route',
  // Of IPv4 a router says this, of IPv6 this machine where it has no address of the kind.
  EHOSTUNREACH: 'connection-failed',
};

function interruptionOf(error: NodeJS.ErrnoException, { address }: Endpoint): Interruption {
  const code = failures[error.code ?? ''] ?? 'connection-failed';
  const noRoute = error.code === 'EHOSTUNREACH' && isIPv6(address);
  return new Interruption(noRoute ? 'no-route' : code, error.message);
}

export const connectDirectly: Connect = (endpoint, signal) =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: endpoint.address, port: endpoint.port, noDelay: true });
    const abort = (): void => {
      socket.destroy();
      reject(new Interruption('connection-timed-out'));
    };
    signal.addEventListener('abort', abort, { once: true });
    socket.once('error', (error) => reject(interruptionOf(error, endpoint)));
    socket.once('connect', () => {
      signal.removeEventListener('abort', abort);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });

/** Through a SOCKS5 proxy, `ssh -D` for example. */
export function connectThrough(proxy: Proxy): Connect {
  return async (endpoint, signal) => {
    const abandoned = new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(new Interruption('connection-timed-out')), {
        once: true,
      });
    });
    const opening = SocksClient.createConnection({
      proxy: { ...proxy, type: 5 },
      command: 'connect',
      destination: { host: endpoint.address, port: endpoint.port },
      set_tcp_nodelay: true,
    });
    try {
      const { socket } = await Promise.race([opening, abandoned]);
      return socket;
    } catch (error) {
      void opening.then(
        ({ socket }) => socket.destroy(),
        () => {},
      );
      if (error instanceof Interruption) throw error;
      throw new Interruption('proxy-failed', error instanceof Error ? error.message : '');
    }
  };
}
