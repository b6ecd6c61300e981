import { rrType } from '../../dns/codes.ts';
import { formatIp } from '../../dns/ipAddress.ts';
import { parseName } from '../../dns/name.ts';
import { parseAddress } from '../../dns/rdata/parse.ts';
import type { ProbeResult } from '../../smtp/types.ts';
import type { CheckPorts, CheckSettings } from './checkRun.ts';

/**
 * Mail servers that answer on port 25 whenever anything does. Two operators, so that the trouble of
 * one is not taken for ours.
 */
const knownServers = ['gmail-smtp-in.l.google.com.', 'mx1.comcast.net.', 'mx.yandex.net.'];

/** Tells "this network lets nobody out on port 25" from "that server is down". */
export interface PortWitness {
  saw(result: ProbeResult): void;
  /** Asked once in a run, and only after a connection to the Internet has failed. */
  isBlocked(): Promise<boolean>;
}

function connected({ failure }: ProbeResult): boolean {
  return failure === null || failure.phase !== 'connect';
}

export function createPortWitness(
  { validator, probes }: CheckPorts,
  settings: CheckSettings,
  signal: AbortSignal,
): PortWitness {
  const port = 25;
  const isOfInterest = settings.service === 'smtp' && (settings.connectPort ?? port) === port;
  let anyConnected = false;
  let verdict: Promise<boolean> | null = null;

  async function answers(server: string): Promise<'yes' | 'no' | 'unknown'> {
    const name = parseName(server);
    if (!name.ok) return 'unknown';
    const { records } = await validator.validate(name.value, rrType.A, signal);
    const address = records.find(({ type }) => type === rrType.A);
    const octets = address === undefined ? null : parseAddress(rrType.A, address.rdata);
    if (octets === null) return 'unknown';
    const limit = AbortSignal.any([signal, AbortSignal.timeout(settings.timeout)]);
    const endpoint = { address: formatIp(octets), port };
    const leave = await probes.gate.enter(endpoint.address, limit);
    if (leave === null) return 'unknown';
    try {
      const socket = await probes.connect(endpoint, limit);
      socket.destroy();
      return 'yes';
    } catch {
      return 'no';
    } finally {
      leave();
    }
  }

  async function ask(): Promise<boolean> {
    const found = await Promise.all(knownServers.map(answers));
    return !found.includes('yes') && found.filter((answer) => answer === 'no').length > 1;
  }

  return {
    saw(result) {
      anyConnected ||= connected(result);
    },
    async isBlocked() {
      if (!isOfInterest || anyConnected) return false;
      verdict ??= ask();
      return await verdict;
    },
  };
}
