/** A database that is locked, damaged or has no room: it is said, and nobody is stopped from reading. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { createSnapshotStore } from '../../../../../electron/service/tenant/store/snapshotStore.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { openDemoTenant } from '../../../../../electron/service/demo/tenant/openDemoTenant.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { readStored } from '../../../../../electron/service/tenant/store/readStored.ts';
import { readTenant } from '../../../../../electron/service/tenant/readTenant.ts';
import { describeSource, sourceIds } from '../../../../../shared/tenant/sources.ts';
import { value } from '../../../../support/signedIn.ts';
import type { SourceEntry } from '../../../../../shared/tenant/snapshot.ts';

const clock = () => new Date('2026-11-23T12:00:00Z');
const tenant = { id: null, name: 'Contoso' };

/** The demo tenant into a database that may have so many pages; what was kept of it, and what was told. */
async function readInto(pages: number) {
  using database = value(openDatabase(':memory:', clock)).database;
  const store = createSnapshotStore(database);
  const { microsoft, dns } = await openDemoTenant(clock, () => {});
  using _dns = dns;
  const { page_count: now } = database.prepare('PRAGMA page_count').get() ?? {};
  database.exec(`PRAGMA max_page_count = ${Number(now) + pages}`);
  const told: SourceEntry[] = [];
  const { id, snapshot } = await readTenant({
    tenant,
    microsoft,
    dns,
    chosen: sourceIds.filter((id) => describeSource(id).api !== 'import'),
    cloud: 'worldwide',
    clock,
    record() {},
    store,
    signal: new AbortController().signal,
    reportBug(error) {
      throw error;
    },
    onReading() {},
    onDone: (entry) => void told.push(entry),
  });
  const stored = id === null ? null : store.get(id);
  return { snapshot, told, kept: stored === null ? null : readStored(store, stored) };
}

test.each([0, 3, 12])(
  'a disk that is full after %d pages: what has room is kept, what has none says so, all of it is there to look at',
  async (pages) => {
    const { snapshot, told, kept } = await readInto(pages);
    expect(snapshot.data.casMailboxes?.length).toBeGreaterThan(0);
    expect(told).toHaveLength(sourceIds.length);
    const full = told.filter(({ reason }) => reason === 'storage-full').map(({ id }) => id);
    expect(full.length > 0 || kept === null).toBe(true);
    expect(
      snapshot.sources.filter(({ id }) => full.includes(id)).map(({ state }) => state),
    ).toEqual(full.map(() => 'failed'));
    for (const { id, state } of kept?.sources ?? []) {
      const isThere = kept?.data[id] !== null;
      expect(`${id} ${state === 'ok' || state === 'partial'}`).toBe(`${id} ${isThere}`);
    }
  },
);

test('a database that another program holds is left alone; the app starts, and says that nothing lasts', async () => {
  await using desk = openTenantService();
  const file = join(desk.directory, 'history.sqlite');
  const holder = new DatabaseSync(file);
  holder.exec(
    'PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE held (x); INSERT INTO held VALUES (1)',
  );
  expect((await desk.ask('tenant.list', {})).storage).toEqual({ lasting: false, keptAside: null });
  const read = await desk.ask('tenant.openDemo', { jobId: randomUUID() });
  expect(read.snapshot?.finished).toBe(true);
  expect((await desk.ask('tenant.list', {})).tenants).toMatchObject([{ demo: true }]);
  expect(holder.prepare('SELECT x FROM held').all()).toEqual([{ x: 1 }]);
  holder.close();
});

test('a damaged database is kept aside, and a new one is used', async () => {
  await using desk = openTenantService();
  const damage = 'SQLite format 3\0 and then nothing of the kind '.repeat(400);
  writeFileSync(join(desk.directory, 'history.sqlite'), damage);
  const { storage } = await desk.ask('tenant.list', {});
  expect(storage.lasting).toBe(true);
  expect(desk.files()).toContain(damage);
  await desk.ask('tenant.openDemo', { jobId: randomUUID() });
  expect((await desk.ask('tenant.list', {})).tenants).toMatchObject([{ demo: true, snapshots: 1 }]);
});
