import { join } from 'node:path';
import { createCallLog } from './callLog.ts';
import { createCheckHistory } from './checkHistory.ts';
import type { CheckHistory } from './checkHistory.ts';
import { openDatabase } from './database.ts';
import { createRecordSightings } from './recordSightings.ts';
import type { RecordSightings } from './recordSightings.ts';
import type { CallLog } from './callLog.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { Ports } from '../ports.ts';

export interface OpenHistory {
  readonly history: CheckHistory;
  readonly sightings: RecordSightings;
  readonly database: DatabaseSync;
  readonly calls: CallLog;
  /** `false`: the file can't be used, and what is kept ends with the app. */
  readonly lasting: boolean;
  /** Where a damaged history was put aside. */
  readonly keptAside: string | null;
  close(): void;
}

/**
 * Opens the history when it is first asked for. Where its file can't be opened, checks are still kept
 * for as long as the app runs: a full disk or a folder of somebody else's stops nobody from checking.
 */
export function createHistoryOpener(ports: Pick<Ports, 'dataDirectory' | 'clock'>): {
  open(): OpenHistory;
  close(): void;
} {
  let opened: OpenHistory | null = null;

  function openNow(): OpenHistory {
    const onDisk = openDatabase(join(ports.dataDirectory, 'history.sqlite'), ports.clock);
    const usable = onDisk.ok ? onDisk : openDatabase(':memory:', ports.clock);
    if (!usable.ok) throw new Error(JSON.stringify(usable.error));
    const { database, keptAside } = usable.value;
    return {
      history: createCheckHistory(database),
      sightings: createRecordSightings(database),
      database,
      calls: createCallLog(database),
      lasting: onDisk.ok,
      keptAside,
      close: () => database.close(),
    };
  }

  return {
    open: () => (opened ??= openNow()),
    close() {
      opened?.close();
      opened = null;
    },
  };
}
