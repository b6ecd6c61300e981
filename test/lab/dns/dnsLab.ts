import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExchange } from '../../../electron/service/dns/exchange.ts';
import { isSubdomainOf, parseName } from '../../../electron/service/dns/name.ts';
import { formatRecord } from '../../../electron/service/dns/rdata/format.ts';
import { parseResolver } from '../../../electron/service/dns/resolver.ts';
import { createCertificateAuthority } from '../../support/certificateAuthority.ts';
import { freePort } from '../freePort.ts';
import { labZones } from './labZones.ts';
import { publishZone } from './signZone.ts';
import { startAuthority, startUnbound } from './servers.ts';
import type { DomainName } from '../../../electron/service/dns/types.ts';
import type { CertificateAuthority } from '../../support/certificateAuthority.ts';
import type { LabProcess } from '../process.ts';
import type { PublishedZone } from './signZone.ts';
import type { ZoneSpec } from './zoneSpec.ts';

export interface DnsLab {
  /** BIND with every zone: `udp://127.0.0.1:PORT`. It does not recurse. */
  readonly authority: string;
  /** Unbound that validates from the lab's root, over UDP and TCP, TLS and HTTPS. */
  readonly validatingResolver: string;
  readonly dotResolver: string;
  readonly dohResolver: string;
  /** Unbound that does not validate but hands signatures on. */
  readonly plainResolver: string;
  /** What issued the certificates of DoT and DoH. */
  readonly authorityOfCertificates: CertificateAuthority;
  readonly caPem: string;
  /** The same in a file, for `--resolver-ca`. */
  readonly caFile: string;
  /** DNSKEY line of the lab's root. */
  readonly trustAnchorText: string;
  readonly trustAnchorFile: string;
  readonly zones: readonly ZoneSpec[];
  /** Kept until `stop`. */
  readonly folder: string;
  stop(): Promise<void>;
}

/** Zones are signed two at a time: the machine has other things to do. */
const signingConcurrency = 2;
const startTimeout = 20_000;

function nameOf(zone: ZoneSpec): DomainName {
  const name = parseName(zone.name);
  if (!name.ok) throw new Error(`${zone.name} is no name`);
  return name.value;
}

/** Whether `parent` is the closest of `zones` above `child`. */
function isParent(parent: ZoneSpec, child: ZoneSpec, zones: readonly ZoneSpec[]): boolean {
  const above = zones
    .filter((zone) => zone !== child && isSubdomainOf(nameOf(child), nameOf(zone)))
    .toSorted((a, b) => nameOf(b).length - nameOf(a).length);
  return above[0] === parent;
}

/** Children before parents, since the parent's DS records come from the child's keys. */
async function publishZones(zones: readonly ZoneSpec[], folder: string): Promise<PublishedZone[]> {
  const published: PublishedZone[] = [];
  const depths = [...new Set(zones.map((zone) => nameOf(zone).length))].toSorted((a, b) => b - a);
  for (const depth of depths) {
    const waiting = zones.filter((zone) => nameOf(zone).length === depth);
    const worker = async (): Promise<void> => {
      for (let zone = waiting.pop(); zone !== undefined; zone = waiting.pop()) {
        const spec = zone;
        const children = published.filter((child) => isParent(spec, child.spec, zones));
        const zoneFolder = join(folder, `zone-${spec.name === '.' ? 'root' : spec.name}`);
        published.push(await publishZone(spec, children, zoneFolder));
      }
    };
    await Promise.all(Array.from({ length: signingConcurrency }, worker));
  }
  return published;
}

/** Waits until a resolver tells of the root. */
async function waitFor(text: string, server: LabProcess, log: string): Promise<void> {
  const resolver = parseResolver(text);
  if (!resolver.ok) throw new Error(text);
  const deadline = Date.now() + startTimeout;
  for (;;) {
    const exchange = createExchange({
      resolvers: [resolver.value],
      resolverCa: null,
      timeout: 500,
    });
    const outcome = await exchange({ name: [], type: 6 });
    exchange.close();
    if (outcome.ok && outcome.answer.message.answers.length > 0) return;
    if (server.hasEnded() || Date.now() > deadline) {
      throw new Error(`${text} does not answer:\n${readFileSync(log, 'utf8').slice(-2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

interface Ports {
  readonly authority: number;
  readonly validating: number;
  readonly dot: number;
  readonly doh: number;
  readonly plain: number;
}

async function choosePorts(): Promise<Ports> {
  const chosen = new Set<number>();
  while (chosen.size < 5) chosen.add(await freePort());
  const [authority = 0, validating = 0, dot = 0, doh = 0, plain = 0] = chosen;
  return { authority, validating, dot, doh, plain };
}

function startServers(
  folder: string,
  ports: Ports,
  published: readonly PublishedZone[],
  authority: CertificateAuthority,
): Record<'named' | 'validating' | 'plain', LabProcess> {
  const { cert, key } = authority.issue('DNS:dns.lab', 'IP:127.0.0.1');
  const certificateFile = join(folder, 'resolver.pem');
  const keyFile = join(folder, 'resolver.key');
  writeFileSync(certificateFile, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  const authorityPort = ports.authority;
  return {
    named: startAuthority(folder, authorityPort, published),
    validating: startUnbound('validating', folder, {
      authorityPort,
      port: ports.validating,
      tls: { dotPort: ports.dot, dohPort: ports.doh, certificateFile, keyFile },
      trustAnchorFile: join(folder, 'anchor.txt'),
    }),
    plain: startUnbound('plain', folder, {
      authorityPort,
      port: ports.plain,
      tls: null,
      trustAnchorFile: null,
    }),
  };
}

/**
 * Signs the zones, starts BIND and two Unbound on ports of the loopback, and waits until they answer;
 * a few seconds. Needs the programs of `dnsLabPrograms`. Call `stop`, also when a test failed.
 */
export async function startDnsLab(
  options: { readonly zones?: readonly ZoneSpec[] } = {},
): Promise<DnsLab> {
  const zones = options.zones ?? labZones;
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-dns-lab-'));
  const running: LabProcess[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const published = await publishZones(zones, folder);
    const root = published.find(({ spec }) => spec.name === '.');
    const trustAnchorText = `${(root?.keys ?? []).map(formatRecord).join('\n')}\n`;
    writeFileSync(join(folder, 'anchor.txt'), trustAnchorText);
    const certificates = createCertificateAuthority();
    writeFileSync(join(folder, 'ca.pem'), certificates.caPem);
    const ports = await choosePorts();
    const servers = startServers(folder, ports, published, certificates);
    running.push(...Object.values(servers));
    const authority = `udp://127.0.0.1:${ports.authority}`;
    const validatingResolver = `udp://127.0.0.1:${ports.validating}`;
    const plainResolver = `udp://127.0.0.1:${ports.plain}`;
    await waitFor(authority, servers.named, join(folder, 'named.log'));
    await waitFor(validatingResolver, servers.validating, join(folder, 'validating.log'));
    await waitFor(plainResolver, servers.plain, join(folder, 'plain.log'));
    return {
      authority,
      validatingResolver,
      dotResolver: `tls://127.0.0.1:${ports.dot}#dns.lab`,
      dohResolver: `https://127.0.0.1:${ports.doh}/dns-query`,
      plainResolver,
      authorityOfCertificates: certificates,
      caPem: certificates.caPem,
      caFile: join(folder, 'ca.pem'),
      trustAnchorText,
      trustAnchorFile: join(folder, 'anchor.txt'),
      zones,
      folder,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What must be installed for the lab. */
export const dnsLabPrograms = [
  'named',
  'unbound',
  'dnssec-keygen',
  'dnssec-signzone',
  'ldns-signzone',
  'openssl',
] as const;
