import { completeEntries } from '../store/readStored.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { isListSource } from '../../../../shared/tenant/snapshot.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { SnapshotStore } from '../store/snapshotStore.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

/** Characters of JSON that a page is given to show. */
const lengthMax = 1024 * 1024;

/** What is kept of one source, as text. Error: `snapshot-missing`. */
export function readSource(
  store: SnapshotStore,
  snapshotId: number,
  source: SourceId,
): Result<Output<'tenant.source'>> {
  const stored = store.get(snapshotId);
  const entry = completeEntries(store.entries(snapshotId)).find(({ id }) => id === source);
  if (stored === null || entry === undefined)
    return failure('snapshot-missing', { tenant: stored?.name ?? '' });
  return success({ entry, ...textOf(store, snapshotId, source, entry.records) });
}

function textOf(store: SnapshotStore, id: number, source: SourceId, count: number) {
  if (!isListSource(source)) {
    const [value = null] = store.parts(id, source);
    const json = JSON.stringify(value, null, 2);
    return json.length > lengthMax ? { json: 'null', left: 1 } : { json, left: 0 };
  }
  const pieces: string[] = [];
  let length = 0;
  let isThere = false;
  for (const part of store.parts(id, source)) {
    isThere = true;
    for (const record of part as readonly unknown[]) {
      const text = JSON.stringify(record, null, 2).replaceAll(/^/gm, '  ');
      length += text.length + 2;
      if (length > lengthMax)
        return { json: listOf(pieces), left: Math.max(1, count - pieces.length) };
      pieces.push(text);
    }
  }
  return { json: isThere ? listOf(pieces) : 'null', left: 0 };
}

function listOf(pieces: readonly string[]): string {
  return pieces.length === 0 ? '[]' : `[\n${pieces.join(',\n')}\n]`;
}
