/** Where the zones of a scenario are served. */
import { rrType } from '../../../electron/service/dns/codes.ts';
import { formatIp, parseIp } from '../../../electron/service/dns/ipAddress.ts';
import { nameKey, parseName } from '../../../electron/service/dns/name.ts';
import { parseAddress, parseTarget } from '../../../electron/service/dns/rdata/parse.ts';
import type { DomainName, ResourceRecord } from '../../../electron/service/dns/types.ts';
import type { RplFile } from './rplFile.ts';

export interface Zone {
  readonly name: DomainName;
  readonly addresses: Set<string>;
}

/** Zones with the addresses of their servers: from the configuration and from recorded NS records. */
export function knownZones(file: RplFile): Zone[] {
  const zones = new Map<string, Zone>();
  const zone = (name: DomainName): Zone => {
    const key = nameKey(name);
    const found = zones.get(key) ?? { name, addresses: new Set() };
    zones.set(key, found);
    return found;
  };
  let configured: Zone | null = null;
  for (const { clause, key, value } of file.settings) {
    if (clause !== 'stub-zone' && clause !== 'forward-zone') continue;
    const name = key === 'name' ? parseName(value) : null;
    if (name?.ok === true) configured = zone(name.value);
    if (key === 'stub-addr' || key === 'forward-addr') {
      configured?.addresses.add(serverAddress(value.replace(/[@#].*$/, '')));
    }
  }
  const entries = file.ranges.flatMap((range) => range.entries);
  const records = entries.flatMap(({ answers, authorities, additionals }) => [
    ...answers,
    ...authorities,
    ...additionals,
  ]);
  const addresses = addressBook(records);
  for (const { owner, type, rdata } of records) {
    const host = type === rrType.NS ? parseTarget(rdata) : null;
    if (host === null) continue;
    for (const address of addresses.get(nameKey(host)) ?? []) zone(owner).addresses.add(address);
  }
  return [...zones.values()];
}

/** In the form that addresses of records get. */
export function serverAddress(text: string): string {
  const octets = parseIp(text);
  return octets === null ? text : formatIp(octets);
}

function addressBook(records: readonly ResourceRecord[]): Map<string, string[]> {
  const book = new Map<string, string[]>();
  for (const { owner, type, rdata } of records) {
    const isAddress = type === rrType.A || type === rrType.AAAA;
    if (!isAddress || parseAddress(type, rdata) === null) continue;
    const key = nameKey(owner);
    book.set(key, [...(book.get(key) ?? []), formatIp(rdata)]);
  }
  return book;
}
