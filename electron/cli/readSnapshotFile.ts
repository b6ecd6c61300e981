import { failure } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { readSnapshot } from '../../shared/tenant/readSnapshot.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import type { Io } from './io.ts';
import { readInputFile } from './readInputFile.ts';

/** 100,000 mailboxes with their addresses take about a quarter of it. */
const snapshotBytesMax = 400 * 1024 * 1024;

/**
 * A snapshot from a file, or from stdin for `-`.
 * Errors: `file-not-found`, `file-unreadable`, `file-too-large`, `snapshot-unreadable`, `snapshot-newer`.
 */
export async function readSnapshotFile(
  name: string,
  io: Pick<Io, 'stdin'>,
): Promise<Result<Snapshot>> {
  const bytes = await readInputFile(name, snapshotBytesMax, io);
  if (!bytes.ok) return bytes;
  try {
    // The decoder takes a byte order mark away, as PowerShell's redirection writes one.
    return readSnapshot(JSON.parse(new TextDecoder().decode(bytes.value)), name);
  } catch {
    return failure('snapshot-unreadable', { name, problem: 'JSON' });
  }
}
