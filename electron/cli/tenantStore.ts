import { createHistoryOpener } from '../service/history/openHistory.ts';
import { createSnapshotStore } from '../service/tenant/store/snapshotStore.ts';
import type { RecordOutsideCall } from '../service/outsideCalls.ts';
import type { SnapshotStore } from '../service/tenant/store/snapshotStore.ts';

export interface TenantStore extends Disposable {
  readonly store: SnapshotStore;
  readonly record: RecordOutsideCall;
  /** `false`: the file can't be used, and what is kept ends with the command. */
  readonly lasting: boolean;
}

/** The snapshots and the audit table that the app on this machine has as well. */
export function openTenantStore(dataDirectory: string, clock: () => Date): TenantStore {
  const opener = createHistoryOpener({ dataDirectory, clock });
  const { database, calls, lasting } = opener.open();
  return {
    store: createSnapshotStore(database),
    record: (call) => void calls.record(call),
    lasting,
    [Symbol.dispose]: () => opener.close(),
  };
}
