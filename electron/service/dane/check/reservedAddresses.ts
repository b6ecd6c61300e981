import { BlockList, isIPv6 } from 'node:net';

/**
 * Addresses that no mail server on the Internet has (RFC 6890 and its registries): who publishes them
 * would make this computer knock on doors of its own network.
 */
const ipv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

/** Mapped and translated IPv4 addresses too: behind them lies what the IPv4 part says. */
const ipv6: readonly (readonly [string, number])[] = [
  ['::', 96],
  ['::ffff:0:0', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

function listOf(
  networks: readonly (readonly [string, number])[],
  family: 'ipv4' | 'ipv6',
): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}

// Two lists: in one, the mapped network would hold every IPv4 address.
const reservedIpv4 = listOf(ipv4, 'ipv4');
const reservedIpv6 = listOf(ipv6, 'ipv6');

export function isReservedAddress(address: string): boolean {
  return isIPv6(address)
    ? reservedIpv6.check(address, 'ipv6')
    : reservedIpv4.check(address, 'ipv4');
}
