import { completeEntries, readStored } from '../store/readStored.ts';
import { newestOf, refOf } from './tenants.ts';
import { settingRows, settingSources } from '../../../../shared/tenant/settingRows.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { SnapshotStore } from '../store/snapshotStore.ts';

/** Settings and sources of a snapshot of the tenant; `null`: it has none, or not this one. */
export function readSnapshotOf(
  store: SnapshotStore,
  key: string,
  snapshotId: number | null,
): Output<'tenant.snapshot'> {
  const own = store.list('all').filter(({ tenant }) => tenant === key);
  const stored = snapshotId === null ? newestOf(own) : own.find(({ id }) => id === snapshotId);
  if (stored === null || stored === undefined) return null;
  const { data } = readStored(store, stored, settingSources);
  const sources = completeEntries(store.entries(stored.id));
  return { snapshot: refOf(stored), sources, settings: settingRows(data, sources) };
}
