/** Reads a simulated tenant from sign-in to snapshot, by the real parts. */
import { gather } from '../../electron/service/tenant/gather.ts';
import { labDns } from './labDns.ts';
import { microsoftTools } from '../../electron/service/tenant/microsoftTools.ts';
import { createRollingBudget } from '../../electron/service/microsoft/rollingBudget.ts';
import { realTiming } from '../../electron/service/microsoft/timing.ts';
import { sitDown, value } from './signedIn.ts';
import { callBook } from './fakeSession.ts';
import { sourceIds } from '../../shared/tenant/sources.ts';
import type { DnsTools } from '../../electron/service/tenant/source.ts';
import type { OutsideCall } from '../../electron/service/outsideCalls.ts';
import type { TenantSession } from '../../electron/service/identity/types.ts';
import type { SimulatedCloud } from '../cloud/startCloud.ts';
import type { Snapshot, SourceEntry } from '../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../shared/tenant/sources.ts';
import type { TestZone } from './labDns.ts';
import type { Timing } from '../../electron/service/microsoft/timing.ts';

export const contosoZone: TestZone = {
  origin: 'contoso.example',
  text: [
    '@ IN MX 10 contoso-example.o-v1.mx.microsoft.',
    '@ IN TXT "v=spf1 include:spf.protection.outlook.com -all"',
    '@ IN TXT "MS=ms12345"',
    '_dmarc IN TXT "v=DMARC1; p=reject"',
    'selector1._domainkey IN CNAME selector1-contoso-example._domainkey.contoso.onmicrosoft.com.',
    '_smtp._tls IN TXT "v=TLSRPTv1; rua=mailto:tls@contoso.example"',
  ].join('\n'),
};

export interface ReadOptions {
  readonly chosen?: readonly SourceId[];
  readonly controller?: AbortController;
  readonly base?: Snapshot | null;
  readonly dns?: DnsTools;
  /** Milliseconds for one answer. */
  readonly timeout?: number;
  /** In place of the road that requests take. */
  readonly road?: (fetch: TenantSession['fetch']) => TenantSession['fetch'];
  /** Called when a source begins, and then now and again. */
  readonly onReading?: (id: SourceId, records: number) => void;
}

export interface ReadTenant {
  readonly snapshot: Snapshot;
  readonly entry: (id: SourceId) => SourceEntry;
  readonly calls: readonly OutsideCall[];
  readonly bugs: readonly string[];
  /** Milliseconds that were to be waited. */
  readonly waits: readonly number[];
}

export interface OpenTenant extends Disposable {
  readonly session: TenantSession;
  read(options?: ReadOptions): Promise<ReadTenant>;
}

/** Signs in with a browser, as the administrator. */
export async function openTenant(
  cloud: SimulatedCloud,
  zones: readonly TestZone[] = [contosoZone],
): Promise<OpenTenant> {
  const desk = sitDown({ cloud });
  const account = value(await desk.browserSignIn());
  const session = value(await desk.identity.session(account.id));
  const dns = labDns({ zones });
  return {
    session,
    read: (options = {}) => {
      const fetch = options.road?.(session.fetch) ?? session.fetch;
      return readTenant({ ...session, fetch }, dns, options);
    },
    [Symbol.dispose]() {
      dns[Symbol.dispose]();
      desk[Symbol.dispose]();
    },
  };
}

async function readTenant(
  session: TenantSession,
  dns: DnsTools,
  { controller = new AbortController(), timeout = 5000, ...options }: ReadOptions,
): Promise<ReadTenant> {
  const book = callBook();
  const bugs: string[] = [];
  const waits: number[] = [];
  let skipped = 0;
  const timing: Timing = {
    now: () => realTiming.now() + skipped,
    random: () => 0,
    // Waits are noted and passed over.
    sleep: async (milliseconds, signal) => {
      waits.push(milliseconds);
      skipped += milliseconds;
      await realTiming.sleep(0, signal);
    },
  };
  const snapshot = await gather({
    tenant: { id: session.account.tenantId, name: 'contoso.example' },
    chosen: options.chosen ?? sourceIds,
    microsoft: microsoftTools({
      session,
      clock: () => new Date(),
      record: book.record,
      traceBudget: createRollingBudget(90, 300_000, realTiming.now),
      timing,
      timeout,
    }),
    dns: options.dns ?? dns,
    cloud: session.cloud.id,
    base: options.base ?? null,
    clock: () => new Date(),
    signal: controller.signal,
    reportBug: (error, where) => bugs.push(`${where}: ${String(error)}`),
    events: { reading: options.onReading ?? (() => {}), done: async (entry) => entry },
  });
  const entry = (id: SourceId): SourceEntry => {
    const found = snapshot.sources.find((one) => one.id === id);
    if (found === undefined) throw new Error(`no entry of ${id}`);
    return found;
  };
  return { snapshot, entry, calls: book.calls, bugs, waits };
}
