import { allSources } from './allSources.ts';
import { createCollection } from './collection.ts';
import { describeSource, roadsIn, sourceIds } from '../../../shared/tenant/sources.ts';
import { entryOf, notAsked } from './sourceEntry.ts';
import { failed } from '../microsoft/failure.ts';
import { failedReading } from './source.ts';
import { snapshotSchemaName } from '../../../shared/tenant/snapshot.ts';
import type { Collection } from './collection.ts';
import type { CloudId } from '../../../shared/identity/clouds.ts';
import type { DnsTools, MicrosoftTools, SourceReading, TenantSource } from './source.ts';
import type { Snapshot, SourceEntry, SourceReason } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';

export interface GatherPlan {
  readonly tenant: { readonly id: string | null; readonly name: string };
  readonly chosen: readonly SourceId[];
  readonly microsoft: MicrosoftTools;
  readonly dns: DnsTools;
  /** A `private` cloud is taken to have everything. */
  readonly cloud: CloudId | 'private';
  /** What is known already of sources that are not chosen: it goes into the new snapshot as it is. */
  readonly base: Snapshot | null;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
  /** A bug in one source, which the others outlive. */
  readonly reportBug: (error: unknown, where: string) => void;
  readonly events: GatherEvents;
}

export interface GatherEvents {
  /** A source is being read, so many records have come. At most a few times a second for each. */
  reading(id: SourceId, records: number): void;
  /**
   * A source is done; its data is whole, partial or `null`, as its entry says. Returns the entry as it
   * goes into the snapshot.
   */
  done(entry: SourceEntry, data: unknown): Promise<SourceEntry>;
}

/**
 * Reads the chosen sources, side by side where they don't wait for each other. One that fails leaves
 * the others; when stopped, what has come is kept and says that it is not whole.
 */
export async function gather(plan: GatherPlan): Promise<Snapshot> {
  const takenAt = plan.clock();
  const collection = createCollection(plan.base, plan.chosen);
  const entries = new Map<SourceId, SourceEntry>();
  const running = new Map<SourceId, Promise<void>>();

  async function finish(entry: SourceEntry): Promise<void> {
    collection.settle(entry);
    entries.set(entry.id, await plan.events.done(entry, collection.data(entry.id)));
  }

  async function readSource(source: TenantSource): Promise<void> {
    for (const id of source.after) await running.get(id);
    const reading = await attempt(source, plan, collection);
    const records = collection.count(source.id);
    await finish(entryOf({ id: source.id, reading, records, at: plan.clock() }));
  }

  for (const id of sourceIds.filter((id) => !plan.chosen.includes(id)))
    await finish(baseEntry(id, plan.base) ?? notAsked(id, unread(id)));
  for (const source of allSources.filter(({ id }) => plan.chosen.includes(id))) {
    if (isInCloud(source.id, plan.cloud)) running.set(source.id, readSource(source));
    else await finish(notAsked(source.id, 'not-in-this-cloud'));
  }
  await Promise.all(Array.from(running.values()));
  const data = collection.all();
  return {
    schema: snapshotSchemaName,
    tenant: { ...plan.tenant, name: data.organization?.displayName ?? plan.tenant.name },
    takenAt: takenAt.toISOString(),
    sources: sourceIds.map((id) => entries.get(id) ?? notAsked(id, unread(id))),
    data,
  };
}

function baseEntry(id: SourceId, base: Snapshot | null): SourceEntry | null {
  const entry = base?.sources.find((one) => one.id === id);
  return entry === undefined || entry.state === 'not-asked' ? null : entry;
}

function unread(id: SourceId): SourceReason {
  return describeSource(id).api === 'import' ? 'not-imported' : 'not-chosen';
}

export function isInCloud(id: SourceId, cloud: GatherPlan['cloud']): boolean {
  return roadsIn(id, cloud).length > 0;
}

/** Milliseconds; more often nobody looks. */
const tellEvery = 250;

async function attempt(
  source: TenantSource,
  plan: GatherPlan,
  collection: Collection,
): Promise<SourceReading> {
  const { id } = source;
  const { microsoft, dns, cloud, clock, signal } = plan;
  if (signal.aborted) return failedReading(failed('interrupted').failure);
  let told = -Infinity;
  const output = collection.output(id, (records) => {
    if (performance.now() - told < tellEvery) return;
    told = performance.now();
    plan.events.reading(id, records);
  });
  plan.events.reading(id, 0);
  try {
    const known = collection.all();
    return await source.read({ ...microsoft, dns, cloud, clock, signal, known, output });
  } catch (error) {
    plan.reportBug(error, `source ${id}`);
    return failedReading(failed('unexpected-answer').failure);
  }
}
