import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createSnapshotStore,
  tenantKey,
} from '../../../../../electron/service/tenant/store/snapshotStore.ts';
import { migrations } from '../../../../../electron/service/history/migrations.ts';
import { demoTenantId } from '../../../../../shared/tenant/demo.ts';
import { notAsked } from '../../../../../electron/service/tenant/sourceEntry.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { readStored } from '../../../../../electron/service/tenant/store/readStored.ts';
import { snapshotSchema } from '../../../../../shared/tenant/snapshot.ts';
import { sourceIds } from '../../../../../shared/tenant/sources.ts';
import { value } from '../../../../support/signedIn.ts';
import type { SourceEntry } from '../../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

const contoso = { id: '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01', name: 'Contoso' };
const at = '2026-11-23T10:00:00.000Z';
let directory: string;
let database: DatabaseSync;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'exo-companion-store-'));
  database = value(openDatabase(join(directory, 'history.sqlite'), () => new Date(at))).database;
});

afterEach(() => {
  if (database.isOpen) database.close();
  rmSync(directory, { recursive: true, force: true });
});

function entry(id: SourceId, records: number): SourceEntry {
  return { ...notAsked(id, 'not-chosen'), state: 'ok', reason: null, at, records };
}

const installation = (index: number) => ({
  user: `u${index}`,
  device: null,
  product: null,
  build: null,
  channel: null,
});

describe('a snapshot', () => {
  test('comes back as it was put, long lists in their order, empty ones as empty', async () => {
    const store = createSnapshotStore(database);
    const id = store.begin(contoso, at);
    const many = Array.from({ length: 2345 }, (_, index) => installation(index));
    await store.put(id, entry('outlookInventory', 2345), many);
    await store.put(id, entry('mxHosts', 0), []);
    await store.put(id, entry('securityDefaults', 1), { isEnabled: null });
    await store.put(id, notAsked('users', 'not-chosen'), null);
    store.finish(id, { ...contoso, name: 'Contoso Ltd' });
    const stored = store.newest(tenantKey(contoso));
    expect(stored).toMatchObject({ id, name: 'Contoso Ltd', finished: true, takenAt: at });
    const snapshot = readStored(store, stored!);
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.data.outlookInventory).toEqual(many);
    expect(snapshot.data.mxHosts).toEqual([]);
    expect(snapshot.data.securityDefaults).toEqual({ isEnabled: null });
    expect(snapshot.data.users).toBeNull();
    expect(snapshot.sources.map((one) => one.id)).toEqual([...sourceIds]);
    expect(readStored(store, stored!, ['mxHosts']).data.outlookInventory).toBeNull();
  });

  test('that was never finished is there, and is not the newest', async () => {
    const store = createSnapshotStore(database);
    const first = store.begin(contoso, at);
    store.finish(first, contoso);
    const second = store.begin(contoso, '2026-11-24T10:00:00.000Z');
    await store.put(second, entry('securityDefaults', 1), { isEnabled: true });
    expect(store.newest(null)?.id).toBe(first);
    expect(store.list().map(({ id, finished }) => [id, finished])).toEqual([
      [second, false],
      [first, true],
    ]);
    expect(store.entries(second)).toHaveLength(1);
  });

  test('is put again in place of what was there', async () => {
    const store = createSnapshotStore(database);
    const id = store.begin(contoso, at);
    await store.put(id, entry('outlookInventory', 2), [installation(1), installation(2)]);
    await store.put(id, entry('outlookInventory', 1), [installation(3)]);
    expect(store.data(id, ['outlookInventory']).outlookInventory).toEqual([installation(3)]);
    expect(store.entries(id)).toHaveLength(1);
  });
});

describe('tenants', () => {
  test('are told apart by id, and without one by name, whatever its case', () => {
    const store = createSnapshotStore(database);
    store.finish(store.begin({ id: null, name: 'Contoso' }, at), { id: null, name: 'Contoso' });
    expect(store.newest(tenantKey({ id: null, name: ' CONTOSO ' }))?.name).toBe('Contoso');
    expect(store.newest(tenantKey(contoso))).toBeNull();
  });

  test('that are the demo never stand in for a true one', () => {
    const store = createSnapshotStore(database);
    const demo = { id: demoTenantId, name: 'Contoso (demo)' };
    const id = store.begin(demo, at);
    store.finish(id, demo);
    expect(store.newest(null)).toBeNull();
    expect(store.list()).toEqual([]);
    expect(store.list('all')).toHaveLength(1);
    expect(store.newest(demoTenantId)?.id).toBe(id);
  });

  test('are forgotten whole, and nothing of them stays in the file', async () => {
    const store = createSnapshotStore(database);
    const id = store.begin(contoso, at);
    const canary = 'canary@contoso.example';
    await store.put(id, entry('outlookInventory', 1), [{ ...installation(1), user: canary }]);
    store.finish(id, contoso);
    const other = { id: null, name: 'Fabrikam' };
    store.finish(store.begin(other, at), other);
    expect(store.forget(tenantKey(contoso))).toBe(1);
    expect(store.list().map(({ name }) => name)).toEqual(['Fabrikam']);
    expect(store.entries(id)).toEqual([]);
    database.close();
    const file = readFileSync(join(directory, 'history.sqlite'), 'latin1');
    expect(file).not.toContain(canary);
    expect(file).toContain('Fabrikam');
  });
});

test('where there is no room, the source is missing and says so', async () => {
  const store = createSnapshotStore(database);
  const id = store.begin(contoso, at);
  database.exec('PRAGMA max_page_count = 40');
  const many = Array.from({ length: 5000 }, (_, index) => installation(index));
  const kept = await store.put(id, entry('outlookInventory', 5000), many);
  expect(kept).toMatchObject({ state: 'failed', reason: 'storage-full', records: 0 });
  expect(store.data(id, ['outlookInventory']).outlookInventory).toBeNull();
  database.exec('PRAGMA max_page_count = 100000');
  await store.put(id, entry('securityDefaults', 1), { isEnabled: true });
  expect(store.data(id, ['securityDefaults']).securityDefaults).toEqual({ isEnabled: true });
});

test('a database of the first version of the app is migrated and keeps its checks', () => {
  const file = join(directory, 'old.sqlite');
  const old = new DatabaseSync(file);
  old.exec(`${migrations[0]}; PRAGMA user_version = 1;`);
  old.exec(
    "INSERT INTO checks (kind, subject, checked_at, verdict, body) VALUES ('dane', 'a.example', 'x', 'pass', '{}')",
  );
  old.close();
  using opened = value(openDatabase(file, () => new Date(at))).database;
  expect(opened.prepare('SELECT count(*) AS n FROM checks').get()?.['n']).toBe(1);
  expect(createSnapshotStore(opened).list()).toEqual([]);
});
