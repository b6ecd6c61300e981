/** An import is kept whole or not at all, beside what was known. */
import type { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSnapshotStore } from '../../../../../electron/service/tenant/store/snapshotStore.ts';
import { importedSources } from '../../../../../electron/service/tenant/import/importedSources.ts';
import { keepImport } from '../../../../../electron/service/tenant/store/keepImport.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { readStored } from '../../../../../electron/service/tenant/store/readStored.ts';
import { snapshotSchema } from '../../../../../shared/tenant/snapshot.ts';
import { value } from '../../../../support/signedIn.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

const at = new Date('2026-11-23T12:00:00Z');
const takenAt = at.toISOString();
const tenant = { id: null, name: 'Contoso' };
const { signal } = new AbortController();
const noMarks = { initialDomains: [], ids: [], mailDomains: [] };

let database: DatabaseSync;

beforeEach(() => {
  ({ database } = value(openDatabase(':memory:', () => at)));
});

afterEach(() => database.close());

const installation = (number: number) => ({
  user: `user${number}@contoso.example`,
  device: null,
  product: 'Outlook',
  build: '16.0.1.1',
  channel: null,
});

function fileOf(id: SourceId, data: unknown, records = 1) {
  const sources = [{ id, data, records, missing: [], skipped: 0 }];
  return importedSources([{ name: `${id}.file`, sources, marks: noMarks }], at);
}

test('what the files don’t have is taken over from the snapshot before', async () => {
  const store = createSnapshotStore(database);
  const many = Array.from({ length: 2500 }, (_, index) => installation(index));
  const first = await keepImport(
    store,
    { tenant, takenAt, parts: fileOf('outlookInventory', many, many.length), base: null },
    signal,
  );
  const second = await keepImport(
    store,
    {
      tenant,
      takenAt,
      parts: fileOf('securityDefaults', { isEnabled: true }),
      base: first?.id ?? null,
    },
    signal,
  );
  const newest = store.newest(null);
  expect(newest?.id).toBe(second?.id);
  const snapshot = newest === null ? null : readStored(store, newest);
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect(snapshot?.data.outlookInventory).toEqual(many);
  expect(snapshot?.data.securityDefaults).toEqual({ isEnabled: true });
  expect(snapshot?.sources.find(({ id }) => id === 'outlookInventory')?.call).toBe(
    'outlookInventory.file',
  );
  expect(snapshot?.sources.find(({ id }) => id === 'users')?.reason).toBe('not-imported');
});

test('without room nothing of it stays, and what was known is as it was', async () => {
  const store = createSnapshotStore(database);
  const first = await keepImport(
    store,
    { tenant, takenAt, parts: fileOf('securityDefaults', { isEnabled: true }), base: null },
    signal,
  );
  database.exec('PRAGMA max_page_count = 60');
  const many = Array.from({ length: 20_000 }, (_, index) => installation(index));
  const parts = fileOf('outlookInventory', many, many.length);
  expect(await keepImport(store, { tenant, takenAt, parts, base: first?.id ?? null }, signal)).toBe(
    null,
  );
  expect(store.list().map(({ id }) => id)).toEqual([first?.id]);
});

test('what is stopped leaves nothing', async () => {
  const store = createSnapshotStore(database);
  const parts = fileOf('securityDefaults', { isEnabled: true });
  const stopped = AbortSignal.abort();
  expect(await keepImport(store, { tenant, takenAt, parts, base: null }, stopped)).toBeNull();
  expect(store.list()).toEqual([]);
});
