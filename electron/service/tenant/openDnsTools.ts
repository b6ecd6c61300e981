import { auditedPorts } from '../dane/check/auditedPorts.ts';
import { createCheckRun } from '../dane/check/checkRun.ts';
import { createExchange } from '../dns/exchange.ts';
import { defaultDigestOrder } from '../../../shared/dane/verification.ts';
import { realPorts } from '../dane/check/realPorts.ts';
import { rootAnchor } from '../dnssec/anchors/rootAnchors.ts';
import { usableAnchors } from '../dnssec/anchors/trustAnchors.ts';
import type { CallNotes } from '../noteCall.ts';
import type { CheckPorts } from '../dane/check/checkRun.ts';
import type { DnsTools } from './source.ts';
import type { Resolver } from '../dns/resolver.ts';
import type { TrustAnchors } from '../dnssec/anchors/trustAnchors.ts';

export interface OpenDnsTools extends DnsTools, Disposable {}

export interface DnsToolsOptions {
  readonly allowPrivate: boolean;
  /** Instead of 25. */
  readonly connectPort: number | null;
  /** Milliseconds of one step on the network. */
  readonly timeout: number;
}

/** Milliseconds; a resolver that has not answered by then will not. */
export const dnsTimeout = 5_000;

/** The tools over ports that are open already; `close` closes them, `notes` hears what `run` asks for. */
export function dnsToolsOf(
  ports: CheckPorts,
  { allowPrivate, connectPort, timeout }: DnsToolsOptions,
  close: () => void,
  notes: CallNotes | null = null,
): OpenDnsTools {
  const run = createCheckRun(
    {
      service: 'smtp',
      connectPort,
      timeout,
      handshakes: 'all',
      allowPrivate,
      beside: false,
      digests: defaultDigestOrder,
    },
    notes === null ? ports : auditedPorts(ports, notes),
  );
  return {
    validator: ports.validator,
    fetchPolicy: ports.fetchPolicy,
    run,
    allowPrivate,
    timeout,
    [Symbol.dispose]() {
      run.close();
      close();
    },
  };
}

/**
 * Over these resolvers and anchors (the root's own where none are named). Without a resolver everything
 * stays undetermined.
 */
export function openDnsTools(
  resolvers: readonly Resolver[],
  clock: () => Date,
  trust: TrustAnchors = [rootAnchor],
  notes: CallNotes | null = null,
): OpenDnsTools {
  const exchange = createExchange({ resolvers, resolverCa: null, timeout: dnsTimeout });
  const anchors = usableAnchors(trust, clock());
  const ports = realPorts({
    exchange,
    anchors: anchors.ok ? anchors.value : [],
    clock,
    proxy: null,
    hello: null,
    roots: null,
  });
  const options = { allowPrivate: false, connectPort: null, timeout: dnsTimeout };
  return dnsToolsOf(ports, options, () => exchange.close(), notes);
}
