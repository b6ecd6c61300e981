import { formatRecord } from '../dns/rdata/format.ts';
import { parseName } from '../dns/name.ts';
import type { DomainName } from '../dns/types.ts';
import type { ZonePlan } from './dns/labZone.ts';
import { createLabResolver } from './dns/labResolver.ts';
import { startLabDns } from './dns/labDnsServer.ts';
import { createScenarios } from './scenarios.ts';
import type { Scenario, ScenarioName } from './scenarios.ts';
import { startListener } from './startTlsListener.ts';
import type { Identity, Listener } from './startTlsListener.ts';

export interface PracticeLab {
  /** `udp://127.0.0.1:PORT`. */
  readonly resolver: string;
  /** DNSKEY line of the lab's root. */
  readonly trustAnchor: string;
  /** The same at every address of the lab. */
  readonly smtpPort: number;
  readonly domains: readonly {
    readonly domain: string;
    readonly scenario: ScenarioName;
    readonly expected: Scenario['expected'];
  }[];
  close(): Promise<void>;
}

const topLevel = 'test';
const domainOf = (scenario: ScenarioName): string => `${scenario}.${topLevel}`;
const hostOf = (scenario: ScenarioName): string => `mx.${domainOf(scenario)}`;

function nameOf(text: string): DomainName {
  const name = parseName(text);
  if (!name.ok) throw new Error(`no name: ${text}`);
  return name.value;
}

/** A server of the lab with the address that its name has. */
interface PlacedServer {
  readonly scenario: Scenario;
  readonly address: string;
  readonly identities: readonly Identity[];
  readonly startTls: boolean;
}

/** An address for each: 127.0.0.2 and on, as Linux and Windows have them. */
function placedApart(scenarios: readonly Scenario[]): PlacedServer[] {
  return scenarios
    .flatMap((scenario) => scenario.servers.map((server) => ({ scenario, ...server })))
    .map((server, index) => ({ ...server, address: `127.0.0.${index + 2}` }));
}

/** Two addresses for all, told apart by SNI; a server without STARTTLS has no place there. */
function placedTogether(scenarios: readonly Scenario[]): PlacedServer[] {
  return scenarios
    .filter(({ servers }) => servers.every(({ startTls }) => startTls))
    .flatMap((scenario) =>
      scenario.servers.map((server, index) => ({
        scenario,
        ...server,
        address: index === 0 ? '127.0.0.1' : '::1',
      })),
    );
}

function zonePlans(placed: readonly PlacedServer[]): ZonePlan[] {
  const byScenario = Map.groupBy(placed, ({ scenario }) => scenario);
  const zones = [...byScenario].map(([{ name, tlsa, delegation }, servers]): ZonePlan => {
    const host = `${hostOf(name)}.`;
    const lines = [
      `@ IN MX 10 ${host}`,
      ...servers.map(
        ({ address }) => `${host} IN ${address.includes(':') ? 'AAAA' : 'A'} ${address}`,
      ),
      ...tlsa.map((record) => `_25._tcp.${host} IN TLSA ${record}`),
    ];
    return {
      origin: nameOf(domainOf(name)),
      text: lines.join('\n'),
      signed: delegation !== 'unsigned',
      delegation,
    };
  });
  const above = { text: '', signed: true, delegation: 'signed' } as const;
  return [{ origin: [], ...above }, { origin: nameOf(topLevel), ...above }, ...zones];
}

async function startListeners(placed: readonly PlacedServer[], port: number): Promise<Listener[]> {
  const started: Listener[] = [];
  try {
    for (const [address, servers] of Map.groupBy(placed, (server) => server.address)) {
      const [first] = servers;
      if (first === undefined) continue;
      started.push(
        await startListener({
          host: address,
          port: started[0]?.port ?? port,
          hostName: hostOf(first.scenario.name),
          identities: first.identities,
          byServerName:
            servers.length === 1
              ? {}
              : Object.fromEntries(
                  servers.map(({ scenario, identities }) => [hostOf(scenario.name), identities]),
                ),
          startTls: first.startTls,
        }),
      );
    }
    return started;
  } catch (error) {
    await Promise.all(started.map((listener) => listener.close()));
    throw error;
  }
}

const attemptsMax = 10;

async function place(scenarios: readonly Scenario[]) {
  for (let attempt = 0; ; attempt += 1) {
    const apart = attempt < attemptsMax / 2;
    const placed = apart ? placedApart(scenarios) : placedTogether(scenarios);
    try {
      return { placed, listeners: await startListeners(placed, 0) };
    } catch (error) {
      // The port that the first address had free may be taken at the next one.
      if (attempt >= attemptsMax) throw error;
      const { code } = error as NodeJS.ErrnoException;
      if (apart && code === 'EADDRNOTAVAIL') attempt = attemptsMax / 2 - 1;
    }
  }
}

/**
 * Everything that a DANE check needs, on loopback: signed zones made now, a DNS server for them, and
 * mail servers, one for each thing that can be right or wrong.
 */
export async function startPracticeLab(at: Date): Promise<PracticeLab> {
  const { placed, listeners } = await place(createScenarios(at, hostOf));
  const resolver = createLabResolver(zonePlans(placed), at);
  const dns = await startLabDns('127.0.0.1', 0, (query) => resolver.answer(query));
  const scenarios = [...new Set(placed.map(({ scenario }) => scenario))];
  return {
    resolver: `udp://127.0.0.1:${dns.port}`,
    trustAnchor: formatRecord(resolver.trustAnchor),
    smtpPort: listeners[0]?.port ?? 0,
    domains: scenarios.map(({ name, expected }) => ({
      domain: domainOf(name),
      scenario: name,
      expected,
    })),
    async close() {
      await Promise.all([dns.close(), ...listeners.map((listener) => listener.close())]);
    },
  };
}
