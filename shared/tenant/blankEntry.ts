import { describeSource } from './sources.ts';
import type { SourceDescription, SourceId } from './sources.ts';
import type { SourceEntry } from './snapshot.ts';

/** The entry of a source of which nothing is said yet. */
export function blankEntry(
  id: SourceId,
  { api, call }: Pick<SourceDescription, 'api' | 'call'> = describeSource(id),
): SourceEntry {
  return {
    id,
    state: 'ok',
    reason: null,
    call,
    at: null,
    requestId: null,
    origin: api,
    records: 0,
    missing: [],
    detail: null,
  };
}
