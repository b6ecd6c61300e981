import { sourceIds } from './sources.ts';
import type { Snapshot } from './snapshot.ts';

/** Records in one piece: the whole of a large tenant would be a text of 100 MB. */
const recordsPerPiece = 500;

/** A snapshot as JSON on one line without a line feed, in pieces that are to be written one by one. */
export function* snapshotPieces({ data, ...head }: Snapshot): Generator<string> {
  yield `${JSON.stringify(head).slice(0, -1)},"data":{`;
  for (const [index, id] of sourceIds.entries()) {
    yield `${index === 0 ? '' : ','}${JSON.stringify(id)}:`;
    const value: unknown = data[id];
    if (Array.isArray(value)) yield* listPieces(value);
    else yield JSON.stringify(value);
  }
  yield '}}';
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  yield '[';
  for (let at = 0; at < list.length; at += recordsPerPiece) {
    const text = JSON.stringify(list.slice(at, at + recordsPerPiece));
    yield `${at === 0 ? '' : ','}${text.slice(1, -1)}`;
  }
  yield ']';
}
