/** A companion with one tenant that was read, for pages about it. */
import { failure, success } from '../../shared/errors.ts';
import { settingRows } from '../../shared/tenant/settingRows.ts';
import type { Answers } from './openPage.tsx';
import type { Input, Output, ParsedInput } from '../../shared/contract/index.ts';
import type { Result } from '../../shared/errors.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import type { TenantView } from '../../shared/contract/tenant.ts';

export const tenantKey = '7d1f6c9a-3c50-4a57-9d9e-000000000001';

/** The tenant's readings, the newest first; `tenants.list` and what is kept of each. */
export function fakeTenant(
  readings: readonly Snapshot[],
  known: Partial<TenantView> = {},
  storage: Output<'tenant.list'>['storage'] = { lasting: true, keptAside: null },
): Answers {
  const refs = readings.map(({ takenAt }, index) => ({
    id: readings.length - index,
    takenAt,
    finished: true,
  }));
  const view: TenantView = {
    key: tenantKey,
    id: tenantKey,
    name: 'Contoso',
    demo: false,
    accountId: null,
    newest: refs[0] ?? null,
    snapshots: readings.length,
    ...known,
  };
  const find = (id: number | null) => {
    const index = id === null ? 0 : refs.findIndex((ref) => ref.id === id);
    return { ref: refs[index], snapshot: readings[index] };
  };
  return {
    'tenant.list': () => success({ inUse: tenantKey, tenants: [view], storage }),
    'tenant.snapshots': () => success(refs),
    'tenant.snapshot': ({ snapshotId }) => {
      const { ref, snapshot } = find(snapshotId);
      if (ref === undefined || snapshot === undefined) return success(null);
      const { data, sources } = snapshot;
      return success({ snapshot: ref, sources, settings: settingRows(data, sources) });
    },
    'tenant.source': ({ snapshotId, source }) => {
      const { snapshot } = find(snapshotId);
      const entry = snapshot?.sources.find(({ id }) => id === source);
      if (snapshot === undefined || entry === undefined)
        return failure('snapshot-missing', { tenant: 'Contoso' });
      return success({ entry, json: JSON.stringify(snapshot.data[source], null, 2), left: 0 });
    },
  };
}

type TableChannel = 'tenant.mailboxes' | 'tenant.outlookUsers' | 'tenant.aliases';
type Rows<Channel extends TableChannel> = Output<Channel>['rows'];

export interface FakeTable<Channel extends TableChannel> {
  readonly answer: (input: ParsedInput<Channel>) => Result<Output<Channel>>;
  /** What was asked, in order. */
  readonly asked: readonly Input<Channel>[];
}

/** A long table of these rows: windows of it, with what `fits` the question. */
export function fakeTable<Channel extends TableChannel>(
  all: Rows<Channel>,
  {
    fits = () => true,
    reason = null,
  }: {
    readonly fits?: (row: Rows<Channel>[number], question: ParsedInput<Channel>) => boolean;
    readonly reason?: Output<Channel>['reason'];
  } = {},
): FakeTable<Channel> {
  const asked: Input<Channel>[] = [];
  return {
    asked,
    answer(input) {
      asked.push(input as Input<Channel>);
      const rows = (all as Rows<Channel>[number][]).filter((row) => fits(row, input));
      return success({
        total: rows.length,
        all: all.length,
        rows: rows.slice(input.offset, input.offset + input.limit),
        reason,
      } as Output<Channel>);
    },
  };
}
