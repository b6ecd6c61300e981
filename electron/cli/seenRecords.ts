import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { historyKinds } from '../service/dane/serve/keptChecks.ts';
import { openDatabase } from '../service/history/database.ts';
import { createRecordSightings } from '../service/history/recordSightings.ts';
import type { SeenRecords } from '../service/history/recordSightings.ts';

/** What checks of the app on this machine saw of a TLSA owner, the newest set first. */
export function seenRecords(
  dataDirectory: string,
  clock: () => Date,
): (owner: string) => readonly SeenRecords[] {
  return (owner) => {
    const file = join(dataDirectory, 'history.sqlite');
    // Asking begins no history.
    if (!existsSync(file)) return [];
    const opened = openDatabase(file, clock);
    // The signature's age tells as well.
    if (!opened.ok) return [];
    try {
      return createRecordSightings(opened.value.database).of(historyKinds.internet, owner);
    } finally {
      opened.value.database.close();
    }
  };
}
