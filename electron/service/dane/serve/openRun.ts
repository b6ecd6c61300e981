import { success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { parseHelloName } from '../../../../shared/dane/helloName.ts';
import { parseProxyAddress } from '../../../../shared/dane/proxyAddress.ts';
import { manyTargets } from '../../../../shared/dane/run.ts';
import type { CheckOptions } from '../../../../shared/dane/run.ts';
import { serviceKinds } from '../../../../shared/dane/services.ts';
import { defaultDigestOrder } from '../../../../shared/dane/verification.ts';
import { chooseResolvers } from '../../dns/chooseResolvers.ts';
import { createExchange } from '../../dns/exchange.ts';
import { readTrustAnchors } from '../../dnssec/anchors/readTrustAnchors.ts';
import { usableAnchors } from '../../dnssec/anchors/trustAnchors.ts';
import type { RecordOutsideCall } from '../../outsideCalls.ts';
import type { TrustAnchors } from '../../dnssec/anchors/trustAnchors.ts';
import { auditedPorts } from '../check/auditedPorts.ts';
import { createCheckRun } from '../check/checkRun.ts';
import type { CheckPorts, CheckRun, CheckSettings } from '../check/checkRun.ts';
import { realPorts } from '../check/realPorts.ts';

/** Where the practice lab is to be found. */
export interface LabPlace {
  readonly resolver: string;
  /** DNSKEY line of its root. */
  readonly trustAnchor: string;
  readonly smtpPort: number;
}

export interface RunWorld {
  readonly clock: () => Date;
  /** Resolvers of the settings. */
  readonly configuredResolvers: () => readonly string[];
  /** Where trust starts: built in, or imported. */
  readonly anchors: () => Result<TrustAnchors>;
  /** Starts the lab unless it runs. */
  readonly lab: () => Promise<LabPlace>;
  /** Into the audit table; the practice lab is nowhere outside. */
  readonly record: RecordOutsideCall;
}

export interface OpenRun extends Disposable {
  readonly run: CheckRun;
  /** What the run goes by, for checks of another kind. */
  readonly ports: CheckPorts;
  readonly settings: CheckSettings;
}

function optional<T>(text: string | null, read: (text: string) => Result<T>): Result<T | null> {
  return text === null ? success(null) : read(text);
}

/** What a place puts in the stead of options. */
async function placeOf(options: CheckOptions, world: RunWorld) {
  if (options.place === 'internet') {
    const { resolvers, connectPort, allowPrivate } = options;
    const named = resolvers.length > 0 ? resolvers : world.configuredResolvers();
    return { resolvers: named, anchors: world.anchors(), connectPort, allowPrivate };
  }
  const lab = await world.lab();
  return {
    resolvers: [lab.resolver],
    anchors: readTrustAnchors(lab.trustAnchor),
    connectPort: lab.smtpPort,
    allowPrivate: true,
  };
}

/**
 * Everything that the options say, ready to check `count` targets. Errors: `proxy-invalid`,
 * `hello-invalid`, those of resolvers and trust anchors.
 */
export async function openRun(
  options: CheckOptions,
  count: number,
  world: RunWorld,
): Promise<Result<OpenRun>> {
  const proxy = optional(options.proxy, parseProxyAddress);
  if (!proxy.ok) return proxy;
  const hello = optional(options.hello, parseHelloName);
  if (!hello.ok) return hello;
  const place = await placeOf(options, world);
  const resolvers = chooseResolvers(place.resolvers);
  if (!resolvers.ok) return resolvers;
  const known = place.anchors.ok
    ? usableAnchors(place.anchors.value, world.clock())
    : place.anchors;
  if (!known.ok) return known;

  const { service, handshakes, timeout } = options;
  const areMany = count > manyTargets;
  const exchange = createExchange({ resolvers: resolvers.value, resolverCa: null, timeout });
  const isMail = serviceKinds[service].security === 'smtp';
  const settings: CheckSettings = {
    service,
    timeout,
    connectPort: isMail ? place.connectPort : null,
    allowPrivate: place.allowPrivate,
    handshakes: handshakes === 'auto' ? (areMany ? 'one' : 'all') : handshakes,
    beside: !areMany,
    digests: defaultDigestOrder,
  };
  const real = realPorts({
    exchange,
    anchors: known.value,
    clock: world.clock,
    proxy: options.place === 'lab' ? null : proxy.value,
    hello: hello.value,
    roots: null,
  });
  const notes = { tenantId: null, clock: world.clock, record: world.record };
  const ports = options.place === 'lab' ? real : auditedPorts(real, notes);
  const run = createCheckRun(settings, ports);
  return success({
    run,
    ports,
    settings,
    [Symbol.dispose]() {
      run.close();
      exchange.close();
    },
  });
}
