import type { DatabaseSync } from 'node:sqlite';
import { createSnapshotStore } from '../tenant/store/snapshotStore.ts';
import type { SnapshotStore } from '../tenant/store/snapshotStore.ts';
import { createProgressStore } from './checklists/progressStore.ts';
import type { ProgressStore } from './checklists/progressStore.ts';
import { createRunStore } from './runs/runStore.ts';
import type { RunStore } from './runs/runStore.ts';
import { createWaiverStore } from './runs/waiverStore.ts';
import type { WaiverStore } from './runs/waiverStore.ts';

/** What is kept of judgements, over one database. */
export interface ReadinessStores {
  readonly database: DatabaseSync;
  readonly snapshots: SnapshotStore;
  readonly runs: RunStore;
  readonly waivers: WaiverStore;
  readonly progress: ProgressStore;
}

/** The stores over whatever database is open. */
export function readinessStoresOf(open: () => DatabaseSync): () => ReadinessStores {
  let known: ReadinessStores | null = null;
  return () => {
    const database = open();
    known = known?.database === database ? known : storesOver(database);
    return known;
  };
}

function storesOver(database: DatabaseSync): ReadinessStores {
  return {
    database,
    snapshots: createSnapshotStore(database),
    runs: createRunStore(database),
    waivers: createWaiverStore(database),
    progress: createProgressStore(database),
  };
}

/** Deletes runs, waivers and progress of a tenant, overwriting what was there. */
export function forgetReadiness(stores: ReadinessStores, tenant: string): void {
  const { database, runs, waivers, progress } = stores;
  database.exec('PRAGMA secure_delete = ON');
  runs.forget(tenant);
  waivers.forget(tenant);
  progress.forget(tenant);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
