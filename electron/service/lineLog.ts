import { appendFileSync, renameSync, statSync } from 'node:fs';

/** Bytes at which a log starts anew; one older file is kept, so twice this is the most it takes. */
const bytesMax = 4 * 1024 * 1024;

/** Appends objects to a file of JSON Lines, mode 0600. A log that can't be written stops nothing. */
export function createLineLog(file: string, limit = bytesMax): (line: object) => void {
  return (line) => {
    try {
      if (sizeOf(file) >= limit) renameSync(file, `${file}.1`);
      appendFileSync(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
    } catch {
      // A full or read-only disk: the work that was to be logged goes on.
    }
  };
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
