import type { Snapshot, SourceData, SourceEntry } from '../tenant/snapshot.ts';
import type { SourceId } from '../tenant/sources.ts';
import type { Needs, Reason } from './rule.ts';

export type NeedsRead =
  | { readonly ok: true; readonly data: Record<string, unknown>; readonly complete: boolean }
  | { readonly ok: false; readonly reason: Reason };

/** These leave every record there: a property that is missing is told by name. */
const wholeReasons: ReadonlySet<SourceEntry['reason']> = new Set([
  'properties-missing',
  'names-concealed',
]);

function entryOf({ sources }: Snapshot, id: SourceId): SourceEntry | undefined {
  return sources.find((entry) => entry.id === id);
}

/** Data of a source that was read, if only in part; `null`: it was not, whatever stands there. */
export function readSource<Id extends SourceId>(snapshot: Snapshot, id: Id): SourceData<Id> | null {
  const state = entryOf(snapshot, id)?.state;
  return state === 'ok' || state === 'partial' ? snapshot.data[id] : null;
}

export function isWhole(snapshot: Snapshot, id: SourceId): boolean {
  const entry = entryOf(snapshot, id);
  return entry?.state === 'ok' || (entry?.state === 'partial' && wholeReasons.has(entry.reason));
}

export function whyUnread(snapshot: Snapshot, id: SourceId): Reason {
  const entry = entryOf(snapshot, id);
  const isSaidRead = entry?.state === 'ok' || entry?.state === 'partial';
  const because = isSaidRead ? 'unexpected-answer' : (entry?.reason ?? 'not-chosen');
  return { code: 'source-not-read', params: { source: id, because } };
}

/** A rule is told only what was really read; the first source that was not is the reason it can't judge. */
export function readNeeds(snapshot: Snapshot, needs: Needs): NeedsRead {
  const data: Record<string, unknown> = {};
  let complete = true;
  for (const [id, properties] of Object.entries(needs) as [SourceId, readonly string[]][]) {
    const entry = entryOf(snapshot, id);
    const read = readSource(snapshot, id);
    if (entry === undefined || read === null) {
      return { ok: false, reason: whyUnread(snapshot, id) };
    }
    const missing = properties.find((property) => entry.missing.includes(property));
    if (missing !== undefined) {
      const params = { source: id, property: missing };
      return { ok: false, reason: { code: 'property-missing', params } };
    }
    complete &&= isWhole(snapshot, id);
    data[id] = read;
  }
  return { ok: true, data, complete };
}
