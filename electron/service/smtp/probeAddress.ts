import { testableKeyTypes } from './capabilities.ts';
import type { TlsCapabilities } from './capabilities.ts';
import type { Connect } from './connectTo.ts';
import type { Gate } from './gate.ts';
import { probe } from './probe.ts';
import type { Endpoint, KeyType, ProbeResult, Security } from './types.ts';

/** What connections need that are not about one server. */
export interface ProbePorts {
  readonly connect: Connect;
  readonly gate: Gate;
  readonly capabilities: TlsCapabilities;
  readonly hello: string;
}

export interface AddressRequest {
  readonly endpoint: Endpoint;
  readonly security: Security;
  /** What SNI names: the TLSA base. */
  readonly serverName: string;
  /** `one`: a single handshake; `all`: one for each key type. */
  readonly handshakes: 'one' | 'all';
  /** With `all`, once more without SNI, to compare. */
  readonly comparesServerName: boolean;
  /** Of each phase, milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

export interface AddressProbes {
  /** The first is the handshake with everything on offer. */
  readonly probes: readonly ProbeResult[];
  /** The handshake without SNI; `null`: not tried. */
  readonly withoutServerName: ProbeResult | null;
  /** Key types that could not be asked for, as the server would not let us in again. */
  readonly untested: readonly KeyType[];
}

/** Whether a failure tells that the server has no such key, and not that it is out of reach. */
function lacksKey({ failure }: ProbeResult): boolean {
  return failure?.phase === 'tls' && failure.code !== 'timed-out' && failure.code !== 'cancelled';
}

/** What a later connection shows is as good as what the first does: no STARTTLS, come back later. */
function countsAgainst({ failure }: ProbeResult): boolean {
  return (
    failure?.code === 'try-later' ||
    failure?.code === 'starttls-not-offered' ||
    failure?.code === 'starttls-refused'
  );
}

/** Every handshake that one address is asked for, one connection after another. */
export async function probeAddress(
  request: AddressRequest,
  ports: ProbePorts,
): Promise<AddressProbes | null> {
  const { endpoint, signal } = request;
  const once = async (
    offered: readonly KeyType[],
    serverName: string | null,
  ): Promise<ProbeResult | null> => {
    const leave = await ports.gate.enter(endpoint.address, signal);
    if (leave === null) return null;
    const { result, farewell } = await probe(endpoint, {
      ...request,
      ...ports,
      offered,
      serverName,
    });
    void farewell.finally(leave);
    return result;
  };

  const testable = testableKeyTypes(ports.capabilities);
  const first = await once(testable, request.serverName);
  if (first === null) return null;
  const probes = [first];
  const untested: KeyType[] = [];
  const done = (withoutServerName: ProbeResult | null): AddressProbes => ({
    probes,
    withoutServerName,
    untested,
  });
  if (request.handshakes === 'one' || first.handshake === null || first.stop) return done(null);

  // Everything but what has been seen, until nothing is left: of most servers one question more.
  let asked = testable.filter((type) => type !== first.handshake?.keyType);
  while (asked.length > 0) {
    const next = await once(asked, request.serverName);
    if (next === null || (next.handshake === null && !lacksKey(next) && !countsAgainst(next))) {
      untested.push(...asked);
      break;
    }
    if (countsAgainst(next)) probes.push(next);
    if (next.stop || countsAgainst(next)) return done(null);
    const found = next.handshake?.keyType ?? null;
    // A server without such a key refuses, or shows the one it has.
    if (found === null || !asked.includes(found)) break;
    probes.push(next);
    asked = asked.filter((type) => type !== found);
  }
  return done(request.comparesServerName ? await once(testable, null) : null);
}
