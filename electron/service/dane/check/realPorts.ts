import { hostname } from 'node:os';
import type { Exchange } from '../../dns/types.ts';
import type { TrustAnchors } from '../../dnssec/anchors/trustAnchors.ts';
import { createValidator } from '../../dnssec/createValidator.ts';
import { tlsCapabilities } from '../../smtp/capabilities.ts';
import { connectDirectly, connectThrough } from '../../smtp/connectTo.ts';
import { createGate } from '../../smtp/gate.ts';
import type { Proxy } from '../../smtp/types.ts';
import { systemRoots } from '../match/systemRoots.ts';
import type { CheckPorts } from './checkRun.ts';
import { createPolicyFetch } from './mtaSts.ts';

export interface RealPortsOptions {
  /** Its `opinion`, where there is one, stands beside what is validated here. */
  readonly exchange: Exchange & { readonly opinion?: Exchange };
  readonly anchors: TrustAnchors;
  readonly clock: () => Date;
  readonly proxy: Proxy | null;
  /** `null`: this computer's name. */
  readonly hello: string | null;
  /** DER; `null`: the system's. */
  readonly roots: readonly Uint8Array[] | null;
}

/** What this computer calls itself, where that is a full name; else one that nobody has. */
function ownName(): string {
  const name = hostname().toLowerCase();
  return /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(name) ? name : 'companion.invalid';
}

/** The world as one run of checks sees it. Answers and proofs are shared for as long as it lasts. */
export function realPorts({
  exchange,
  anchors,
  clock,
  proxy,
  hello,
  roots,
}: RealPortsOptions): CheckPorts {
  return {
    validator: createValidator({ exchange, anchors, clock }),
    opinion: exchange.opinion ?? null,
    probes: {
      connect: proxy === null ? connectDirectly : connectThrough(proxy),
      gate: createGate(),
      capabilities: tlsCapabilities(),
      hello: hello ?? ownName(),
    },
    clock,
    fetchPolicy: createPolicyFetch(),
    roots: () => roots ?? systemRoots(),
  };
}
