/** DNS tools over zones of a test, signed and validated in earnest, without a network. */
import { createCheckRun } from '../../electron/service/dane/check/checkRun.ts';
import { createLabResolver } from '../../electron/service/demo/dns/labResolver.ts';
import { formatRecord } from '../../electron/service/dns/rdata/format.ts';
import { labExchange } from '../../electron/service/demo/dns/labExchange.ts';
import { parseName } from '../../electron/service/dns/name.ts';
import { readTrustAnchors } from '../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { realPorts } from '../../electron/service/dane/check/realPorts.ts';
import { usableAnchors } from '../../electron/service/dnssec/anchors/trustAnchors.ts';
import { defaultDigestOrder } from '../../shared/dane/verification.ts';
import { value } from './signedIn.ts';
import type { DnsTools } from '../../electron/service/tenant/source.ts';
import type { PolicyFetch } from '../../electron/service/dane/check/mtaSts.ts';
import type { ZonePlan } from '../../electron/service/demo/dns/labZone.ts';

export interface TestZone {
  readonly origin: string;
  readonly text: string;
  /** Signed and delegated so, unless told. */
  readonly delegation?: ZonePlan['delegation'];
}

export interface LabDnsOptions {
  readonly zones: readonly TestZone[];
  readonly policies?: Readonly<Record<string, string>>;
  readonly at?: Date;
  readonly connectPort?: number;
}

function plan({ origin, text, delegation = 'signed' }: TestZone): ZonePlan {
  return {
    origin: value(parseName(origin)),
    text,
    signed: delegation !== 'unsigned',
    delegation,
  };
}

export interface LabDns extends DnsTools, Disposable {}

export function labDns({
  zones,
  policies = {},
  at = new Date(),
  connectPort,
}: LabDnsOptions): LabDns {
  const resolver = createLabResolver([plan({ origin: '.', text: '' }), ...zones.map(plan)], at);
  const anchors = value(readTrustAnchors(formatRecord(resolver.trustAnchor)));
  const fetchPolicy: PolicyFetch = async (host) => {
    const body = policies[host];
    return body === undefined
      ? { ok: false, problem: 'status', detail: '404' }
      : { ok: true, body };
  };
  const ports = {
    ...realPorts({
      exchange: labExchange(resolver),
      anchors: value(usableAnchors(anchors, at)),
      clock: () => at,
      proxy: null,
      hello: null,
      roots: [],
    }),
    fetchPolicy,
  };
  const run = createCheckRun(
    {
      service: 'smtp',
      connectPort: connectPort ?? null,
      timeout: 3000,
      handshakes: 'all',
      allowPrivate: true,
      beside: false,
      digests: defaultDigestOrder,
    },
    ports,
  );
  return {
    validator: ports.validator,
    fetchPolicy,
    run,
    allowPrivate: true,
    timeout: 3000,
    [Symbol.dispose]: () => run.close(),
  };
}
