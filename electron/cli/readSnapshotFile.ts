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
    // The decoder takes the byte order mark away.
    const text = new TextDecoder(encodingOf(bytes.value)).decode(bytes.value);
    return readSnapshot(JSON.parse(text), name);
  } catch {
    return failure('snapshot-unreadable', { name, problem: 'JSON' });
  }
}

/** `tenant snapshot > FILE` in Windows PowerShell writes UTF-16; what we write ourselves is UTF-8. */
function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
