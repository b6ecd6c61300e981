import { describe, expect, test } from 'vitest';
import { readSnapshot } from '../../../shared/tenant/readSnapshot.ts';
import {
  emptySnapshotData,
  snapshotSchemaName,
  sourceDataSchemas,
} from '../../../shared/tenant/snapshot.ts';
import { sourceIds, sources } from '../../../shared/tenant/sources.ts';
import { casMailboxFields } from '../../../shared/tenant/records/exchange.ts';
import type { Snapshot, SourceEntry } from '../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';
import { recordOf } from '../../support/snapshotOf.ts';

const snapshot: Snapshot = {
  schema: snapshotSchemaName,
  tenant: { id: '7d1f6c9a-3c50-4a57-9d9e-000000000001', name: 'Contoso' },
  takenAt: '2026-11-23T09:00:00Z',
  sources: [
    {
      id: 'securityDefaults',
      state: 'ok',
      reason: null,
      call: 'GET /v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
      at: '2026-11-23T09:00:00Z',
      requestId: 'r-1',
      origin: 'graph',
      records: 1,
      missing: [],
      detail: null,
    },
  ],
  data: { ...emptySnapshotData, securityDefaults: { isEnabled: true } },
};

describe('a snapshot from a file', () => {
  test('comes back as it was written', () => {
    const read = readSnapshot(JSON.parse(JSON.stringify(snapshot)), 'a.json');
    expect(read).toEqual({ ok: true, value: snapshot });
  });

  test('may lack sources that came later, and have properties that are not known', () => {
    const written = {
      ...snapshot,
      future: true,
      data: { securityDefaults: { isEnabled: true, more: 1 } },
    };
    expect(readSnapshot(written, 'a.json')).toEqual({ ok: true, value: snapshot });
  });

  test('of a newer version is refused by name', () => {
    expect(readSnapshot({ ...snapshot, schema: 'exo-companion/snapshot@2' }, 'a.json')).toEqual({
      ok: false,
      error: { code: 'snapshot-newer', params: { name: 'a.json', version: '2' } },
    });
  });

  test('of an older version goes through every step since', () => {
    const old = { schema: 'exo-companion/snapshot@1', when: '2026-01-01T00:00:00Z' };
    const steps = [
      (older: Record<string, unknown>) => ({ takenAt: older['when'] }),
      (older: Record<string, unknown>) => ({ ...snapshot, takenAt: older['takenAt'] }),
    ];
    expect(readSnapshot(old, 'a.json', steps)).toEqual({
      ok: true,
      value: { ...snapshot, takenAt: '2026-01-01T00:00:00Z' },
    });
  });

  test.each([
    [null],
    [[]],
    ['exo-companion/snapshot@1'],
    [{}],
    [{ schema: 'exo-companion/dane-check@1' }],
    [{ schema: 'exo-companion/snapshot@0' }],
    [{ ...snapshot, takenAt: 7 }],
    [{ ...snapshot, sources: {} }],
    [{ ...snapshot, data: [] }],
    [{ ...snapshot, tenant: 'Contoso' }],
  ])('%j is no snapshot', (value) => {
    expect(readSnapshot(value, 'a.json')).toMatchObject({
      ok: false,
      error: { code: 'snapshot-unreadable' },
    });
  });
});

function read(value: unknown): Snapshot {
  const result = readSnapshot(value, 'a.json');
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const entryOf = (value: unknown) => read(value).sources[0];

describe('a snapshot that is damaged in a part', () => {
  const entry = snapshot.sources[0]!;
  const withData = (id: SourceId, value: unknown, state: SourceEntry['state'] = 'ok') => ({
    ...snapshot,
    sources: [{ ...entry, id, state }],
    data: { securityDefaults: { isEnabled: true }, [id]: value },
  });
  const cas = recordOf(casMailboxFields, { primarySmtpAddress: 'a@c.com' });

  test.each([
    ['lacks a property', {}],
    ['has one of another kind', { isEnabled: 'True' }],
  ])('%s', (_, value) => {
    const damaged = withData('securityDefaults', value);
    expect(read(damaged).data.securityDefaults).toEqual({ isEnabled: null });
    expect(entryOf(damaged)).toMatchObject({
      state: 'partial',
      reason: 'properties-missing',
      missing: ['isEnabled'],
    });
  });

  test('one record without a property takes the property away from all', () => {
    const { ewsEnabled: _, ...without } = cas;
    const damaged = withData('casMailboxes', [cas, without]);
    expect(entryOf(damaged)).toMatchObject({ missing: ['ewsEnabled'] });
    expect(read(damaged).data.casMailboxes).toHaveLength(2);
    expect(read(damaged).data.securityDefaults).toEqual({ isEnabled: true });
  });

  test('a property that need not be there is nothing to tell of, unless it can’t be read', () => {
    const { displayName: _, ...without } = cas;
    expect(entryOf(withData('casMailboxes', [without]))).toMatchObject({
      state: 'ok',
      missing: [],
    });
    expect(entryOf(withData('casMailboxes', [{ ...cas, displayName: 7 }]))).toMatchObject({
      missing: ['displayName'],
    });
  });

  test.each([
    ['casMailboxes', [null, 'x', cas], 1],
    ['dns', [{ domain: 'contoso.com' }], 0],
  ] as const)('what is no record of %s is left out, and told', (id, value, count) => {
    expect(entryOf(withData(id, value))).toMatchObject({
      state: 'partial',
      reason: 'records-skipped',
    });
    expect(read(withData(id, value)).data[id]).toHaveLength(count);
  });

  test.each([
    ['casMailboxes', {}],
    ['organizationConfig', []],
    ['messageTraces', { messages: 3 }],
    ['dns', 'secure'],
  ] as const)('nothing of %s can be read', (id, value) => {
    expect(read(withData(id, value)).data[id]).toBeNull();
    expect(entryOf(withData(id, value))).toMatchObject({
      state: 'failed',
      reason: 'unexpected-answer',
    });
  });

  test('what was not read stays that, and what was read in part too', () => {
    expect(entryOf(withData('securityDefaults', {}, 'not-asked'))).toMatchObject({
      state: 'not-asked',
    });
    const partly = withData('casMailboxes', [{}], 'partial');
    const cut = { ...partly, sources: [{ ...partly.sources[0], reason: 'cut-off' }] };
    expect(entryOf(cut)).toMatchObject({ state: 'partial', reason: 'cut-off' });
  });

  test('a source with a state or a reason of a later version was not read', () => {
    for (const change of [{ state: 'dreamt' }, { state: 'failed', reason: 'eclipse' }, { at: 7 }]) {
      const damaged = { ...snapshot, sources: [{ ...entry, ...change }] };
      expect(entryOf(damaged)).toMatchObject({ state: 'failed', reason: 'unexpected-answer' });
    }
  });

  test('a source that is not known is left out', () => {
    const later = { ...snapshot, sources: [...snapshot.sources, { id: 'weather', state: 'ok' }] };
    expect(read(later)).toEqual(snapshot);
  });
});

test('every source has a schema, and every schema a source', () => {
  expect(Object.keys(sourceDataSchemas).toSorted()).toEqual([...sourceIds].toSorted());
});

test('every scope of a source is one that the app can ask for, and nothing but reading', () => {
  for (const { scopes, cmdlets } of Object.values(sources)) {
    for (const scope of scopes) expect(scope).toMatch(/\.Read(?:\.All)?$|^Exchange\.Manage$/);
    for (const cmdlet of cmdlets) expect(cmdlet).toMatch(/^Get-/);
  }
});
