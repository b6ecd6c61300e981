import { describe, expect, test } from 'vitest';
import { readSnapshot } from '../../../shared/tenant/readSnapshot.ts';
import {
  emptySnapshotData,
  snapshotSchemaName,
  sourceDataSchemas,
} from '../../../shared/tenant/snapshot.ts';
import { sourceIds, sources } from '../../../shared/tenant/sources.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';

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
    [{ ...snapshot, sources: [{ id: 'securityDefaults' }] }],
    [{ ...snapshot, data: { securityDefaults: { isEnabled: 'True' } } }],
    [{ ...snapshot, data: { casMailboxes: {} } }],
  ])('%j is no snapshot', (value) => {
    expect(readSnapshot(value, 'a.json')).toMatchObject({
      ok: false,
      error: { code: 'snapshot-unreadable' },
    });
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
