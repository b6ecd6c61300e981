/** What an older version of the app stored is read as this version would have stored it. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createSnapshotStore } from '../../../../../electron/service/tenant/store/snapshotStore.ts';
import { notAsked } from '../../../../../electron/service/tenant/sourceEntry.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { readStored } from '../../../../../electron/service/tenant/store/readStored.ts';
import { snapshotMark } from '../../../../../electron/service/tenant/store/snapshotMark.ts';
import { snapshotSchema } from '../../../../../shared/tenant/snapshot.ts';
import { value } from '../../../../support/signedIn.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { SnapshotStore } from '../../../../../electron/service/tenant/store/snapshotStore.ts';
import type { SourceEntry } from '../../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

const at = '2026-11-23T10:00:00.000Z';
const contoso = { id: null, name: 'Contoso' };
let database: DatabaseSync;
let store: SnapshotStore;

beforeEach(() => {
  ({ database } = value(openDatabase(':memory:', () => new Date(at))));
  store = createSnapshotStore(database);
});

afterEach(() => database.close());

const entry = (id: SourceId, records: number): SourceEntry => ({
  ...notAsked(id, 'not-chosen'),
  state: 'ok',
  reason: null,
  at,
  records,
});

/** Mailboxes as a version stored them that did not read EWS yet. */
async function storeOld(mark: string): Promise<number> {
  const id = store.begin(contoso, at);
  const mailboxes = Array.from({ length: 2100 }, (_, index) => ({
    primarySmtpAddress: `u${index}@contoso.example`,
    displayName: null,
    smtpClientAuthenticationDisabled: true,
    popEnabled: false,
    imapEnabled: false,
    activeSyncEnabled: true,
    mapiEnabled: true,
    owaEnabled: true,
  }));
  await store.put(id, entry('casMailboxes', mailboxes.length), mailboxes);
  await store.put(id, entry('securityDefaults', 1), { isEnabled: true });
  store.finish(id, contoso);
  database.prepare('UPDATE snapshots SET schema = ? WHERE id = ?').run(mark, id);
  return id;
}

const entryOf = (id: number, source: SourceId) =>
  store.entries(id).find((one) => one.id === source);

test('what it did not know yet is missing, not off; the rest stands', async () => {
  const id = await storeOld('exo-companion/snapshot@1');
  const stored = store.get(id);
  const snapshot = stored === null ? null : readStored(store, stored);
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
  expect(entryOf(id, 'casMailboxes')).toMatchObject({
    state: 'partial',
    reason: 'properties-missing',
    missing: ['ewsEnabled'],
    records: 2100,
  });
  expect(entryOf(id, 'securityDefaults')).toMatchObject({ state: 'ok', missing: [] });
  const [first] = snapshot?.data.casMailboxes ?? [];
  expect(first).toMatchObject({
    popEnabled: false,
    ewsEnabled: null,
    externalDirectoryObjectId: null,
  });
  const parts = [...store.parts(id, 'casMailboxes')] as unknown[][];
  expect(parts.map(({ length }) => length)).toEqual([1000, 1000, 100]);
  expect([...store.parts(id, 'securityDefaults')]).toEqual([{ isEnabled: true }]);
  expect([...store.parts(id, 'users')]).toEqual([]);
});

test('taken over into a new snapshot it is stored as this version does', async () => {
  const from = await storeOld('exo-companion/snapshot@1 0123456789abcdef');
  const old = entryOf(from, 'casMailboxes');
  const id = store.begin(contoso, at);
  await store.copy(id, old ?? entry('casMailboxes', 0), from);
  expect(database.prepare('SELECT schema FROM snapshots WHERE id = ?').get(id)).toEqual({
    schema: snapshotMark(),
  });
  expect(store.data(id, ['casMailboxes']).casMailboxes?.[0]).toMatchObject({ ewsEnabled: null });
  expect(entryOf(id, 'casMailboxes')?.missing).toEqual(['ewsEnabled']);
});

test('of a version that is not known, nothing is taken for known, and nothing is lost', async () => {
  const id = await storeOld('exo-companion/snapshot@99 0123456789abcdef');
  expect(entryOf(id, 'casMailboxes')).toMatchObject({ state: 'failed', records: 0 });
  expect(store.data(id, ['casMailboxes', 'securityDefaults'])).toMatchObject({
    casMailboxes: null,
    securityDefaults: null,
  });
  const kept = database.prepare('SELECT count(*) AS n FROM snapshot_parts').get();
  expect(kept?.['n']).toBe(4);
});

test('what this version stored is read as it lies there', async () => {
  const id = await storeOld(snapshotMark());
  expect(entryOf(id, 'casMailboxes')).toMatchObject({ state: 'ok', missing: [] });
  expect(store.data(id, ['casMailboxes']).casMailboxes?.[0]).not.toHaveProperty('ewsEnabled');
});
