import { Resolver as SystemResolver } from 'node:dns';
import { isIP, isIPv6 } from 'node:net';
import { defaultPorts } from './resolver.ts';
import type { PlainResolver } from './resolver.ts';

/** Node writes `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1`, `[2001:db8::1]:5353`. */
function addressAndPort(server: string): readonly [address: string, port: number] | null {
  if (isIP(server) !== 0) return [server, defaultPorts.udp];
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([\d.]+)):(\d+)$/.exec(server) ?? [];
  const address = bracketed ?? plain;
  return address === undefined || isIP(address) === 0 ? null : [address, Number(port)];
}

/**
 * The resolvers that the system is set to use, over UDP, as they are now: from `/etc/resolv.conf` or
 * the settings of the network connections. Empty when none is set.
 */
export function systemResolvers(): PlainResolver[] {
  return new SystemResolver().getServers().flatMap((server) => {
    const read = addressAndPort(server);
    if (read === null) return [];
    const [address, port] = read;
    const host = isIPv6(address) ? `[${address}]` : address;
    return [{ protocol: 'udp' as const, text: `udp://${host}:${port}`, address, port }];
  });
}
