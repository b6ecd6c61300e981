import { describe, expect, test } from 'vitest';
import {
  addImports,
  refuseMixed,
} from '../../../../../electron/service/tenant/import/addImports.ts';
import { snapshotSchema } from '../../../../../shared/tenant/snapshot.ts';
import type { ImportedFile } from '../../../../../electron/service/tenant/import/readImport.ts';

const at = new Date('2026-11-23T10:00:00Z');
const contoso = { id: null, name: 'Contoso' };

function file(name: string, isEnabled: boolean, more: Partial<ImportedFile> = {}): ImportedFile {
  const source = {
    id: 'securityDefaults' as const,
    data: { isEnabled },
    records: 1,
    missing: [],
    skipped: 0,
  };
  return { name, sources: [source], tenants: [], ...more };
}

describe('imports', () => {
  test('make a snapshot in which each datum names its file', () => {
    const snapshot = addImports([file('defaults.json', true)], contoso, null, at);
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.data.securityDefaults).toEqual({ isEnabled: true });
    const entry = snapshot.sources.find(({ id }) => id === 'securityDefaults');
    expect(entry).toMatchObject({
      state: 'ok',
      origin: 'import',
      call: 'defaults.json',
      requestId: null,
    });
    expect(snapshot.sources.find(({ id }) => id === 'users')).toMatchObject({
      reason: 'not-imported',
    });
  });

  test('are added to what was known, and take the place of older ones', () => {
    const first = addImports([file('a.json', false)], contoso, null, at);
    const inventory: ImportedFile = {
      name: 'inventory.csv',
      sources: [{ id: 'outlookInventory', data: [], records: 0, missing: [], skipped: 2 }],
      tenants: [],
    };
    const second = addImports([inventory], contoso, first, at);
    expect(second.data.securityDefaults).toEqual({ isEnabled: false });
    expect(second.sources.find(({ id }) => id === 'outlookInventory')).toMatchObject({
      state: 'partial',
      reason: 'records-skipped',
    });
    expect(addImports([file('b.json', true)], contoso, second, at).data.securityDefaults).toEqual({
      isEnabled: true,
    });
  });

  test('of another tenant are refused, by what they say themselves or by what is known', () => {
    const a = file('a.json', true, { tenants: ['contoso.onmicrosoft.com'] });
    const b = file('b.json', true, { tenants: ['fabrikam.onmicrosoft.com'] });
    expect(refuseMixed([a, file('c.json', true)], null)).toMatchObject({ ok: true });
    expect(refuseMixed([a, b], null)).toEqual({
      ok: false,
      error: {
        code: 'tenant-mixed',
        params: {
          name: 'b.json',
          found: 'fabrikam.onmicrosoft.com',
          expected: 'contoso.onmicrosoft.com',
        },
      },
    });
    const domains = {
      name: 'd.json',
      tenants: [],
      sources: [
        {
          id: 'acceptedDomains' as const,
          data: [
            {
              domainName: 'contoso.onmicrosoft.com',
              isInitial: true,
              organizationalUnitRoot: null,
            },
          ],
          records: 1,
          missing: [],
          skipped: 0,
        },
      ],
    };
    const base = addImports([domains], contoso, null, at);
    expect(refuseMixed([a], base)).toMatchObject({ ok: true });
    expect(refuseMixed([b], base)).toMatchObject({ ok: false });
  });
});
