import { sources, sourceIds } from '../../shared/tenant/sources.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import { openDemoTenant } from '../service/demo/tenant/openDemoTenant.ts';
import { createHostPorts } from '../service/hostPorts.ts';
import { readTenant } from '../service/tenant/readTenant.ts';
import type { Invocation } from './command.ts';

/** Contoso, read anew: nothing leaves this machine and nothing is kept. */
export async function demoSnapshot({
  clock,
  dataDirectory,
  io,
}: Pick<Invocation, 'clock' | 'dataDirectory' | 'io'>): Promise<Snapshot> {
  const { session, microsoft, dns } = await openDemoTenant(clock, () => {});
  using _dns = dns;
  const { snapshot } = await readTenant({
    tenant: { id: session.account.tenantId, name: 'Contoso' },
    chosen: sourceIds.filter((id) => sources[id].api !== 'import'),
    microsoft,
    dns,
    cloud: session.cloud.id,
    clock,
    record() {},
    store: null,
    signal: io.signal,
    reportBug: createHostPorts('cli', dataDirectory, clock).reportBug,
    onReading() {},
    onDone() {},
  });
  return snapshot;
}
