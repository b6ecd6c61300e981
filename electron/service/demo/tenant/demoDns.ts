import { createHash, createPublicKey } from 'node:crypto';
import { createLabResolver } from '../dns/labResolver.ts';
import { demoPolicies, demoZones, worksHosts } from './zones.ts';
import { dnsToolsOf } from '../../tenant/openDnsTools.ts';
import { formatRecord } from '../../dns/rdata/format.ts';
import { issueCertificate } from '../certificates/issueCertificate.ts';
import { labExchange } from '../dns/labExchange.ts';
import { parseName } from '../../dns/name.ts';
import { readTrustAnchors } from '../../dnssec/anchors/readTrustAnchors.ts';
import { realPorts } from '../../dane/check/realPorts.ts';
import { startListener } from '../startTlsListener.ts';
import type { Issued } from '../certificates/issueCertificate.ts';
import type { Listener } from '../startTlsListener.ts';
import type { OpenDnsTools } from '../../tenant/openDnsTools.ts';
import type { PolicyFetch } from '../../dane/check/mtaSts.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { ZonePlan } from '../dns/labZone.ts';

const day = 86_400_000;
/** The first server's certificate ends soon; the second one's record is of a key that it had before. */
const daysLeft = [12, 200] as const;

/**
 * Contoso's DNS and its own mail servers: zones signed now and validated in earnest, handshakes on the
 * loopback. Everything ends with the tools.
 */
export async function openDemoDns(clock: () => Date): Promise<OpenDnsTools> {
  const at = clock();
  const certificates = worksHosts.map((name, index) =>
    certificate(name, at, daysLeft[index] ?? 90),
  );
  const former = certificate(worksHosts[1], at, 1);
  const records = [certificates[0], former].map((one) => (one === undefined ? '' : digest(one)));
  const listener = await startServers(certificates);
  const resolver = createLabResolver(zonePlans(records), at);
  const anchors = readTrustAnchors(formatRecord(resolver.trustAnchor));
  const ports = {
    ...realPorts({
      exchange: labExchange(resolver),
      anchors: valueOf(anchors),
      clock,
      proxy: null,
      hello: 'companion.invalid',
      roots: [],
    }),
    fetchPolicy,
  };
  const options = { allowPrivate: true, connectPort: listener.port, timeout: 5_000 };
  return dnsToolsOf(ports, options, () => void listener.close());
}

function certificate(name: string, at: Date, days: number): Issued {
  return issueCertificate({
    commonName: name,
    dnsNames: [name],
    notBefore: new Date(at.getTime() - 80 * day),
    notAfter: new Date(at.getTime() + days * day),
  });
}

function digest({ key }: Issued): string {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return createHash('sha256').update(publicKey).digest('hex');
}

function startServers(certificates: readonly Issued[]): Promise<Listener> {
  const identities = certificates.map((leaf) => ({ leaf, issuers: [] }));
  const [first] = identities;
  return startListener({
    host: '127.0.0.1',
    port: 0,
    hostName: worksHosts[0],
    identities: first === undefined ? [] : [first],
    byServerName: Object.fromEntries(
      worksHosts.flatMap((name, index) => {
        const identity = identities[index];
        return identity === undefined ? [] : [[name, [identity]]];
      }),
    ),
    startTls: true,
  });
}

function zonePlans(tlsa: readonly string[]): ZonePlan[] {
  return demoZones(tlsa).map(({ origin, delegation, lines }) => ({
    origin: valueOf(parseName(origin)),
    text: lines.join('\n'),
    signed: delegation === 'signed',
    delegation,
  }));
}

const fetchPolicy: PolicyFetch = async (host) => {
  const body = demoPolicies[host];
  return body === undefined ? { ok: false, problem: 'status', detail: '404' } : { ok: true, body };
};

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`the demo tenant does not hold together: ${result.error.code}`);
}
