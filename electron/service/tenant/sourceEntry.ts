import { blankEntry } from '../../../shared/tenant/blankEntry.ts';
import { describeSource } from '../../../shared/tenant/sources.ts';
import type { SourceEntry, SourceReason, SourceState } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import type { SourceReading } from './source.ts';

/** Reasons for which a source was not even asked. */
const beforeAsking: ReadonlySet<SourceReason> = new Set([
  'sign-in-required',
  'consent-required',
  'not-in-this-cloud',
  'no-domains',
]);

/** How a reading stands in the snapshot. */
export function entryOf({
  id,
  reading,
  records,
  at,
}: {
  readonly id: SourceId;
  readonly reading: SourceReading;
  readonly records: number;
  readonly at: Date;
}): SourceEntry {
  const { failure, missing, road } = reading;
  const reason =
    failure?.reason ?? reading.flaw ?? (missing.length > 0 ? 'properties-missing' : null);
  const state = stateOf(reading, reason, records);
  return {
    ...blankEntry(id, road ?? describeSource(id)),
    state,
    reason,
    at: state === 'not-asked' ? null : at.toISOString(),
    requestId: reading.requestId,
    records,
    missing: [...missing],
    detail: reading.detail,
  };
}

function stateOf(
  { failure }: SourceReading,
  reason: SourceReason | null,
  records: number,
): SourceState {
  if (reason === null) return 'ok';
  if (records > 0 || failure === null) return 'partial';
  return beforeAsking.has(reason) ? 'not-asked' : 'failed';
}

export function notAsked(id: SourceId, reason: SourceReason): SourceEntry {
  return { ...blankEntry(id), state: 'not-asked', reason };
}
