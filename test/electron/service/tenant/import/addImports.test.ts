import { describe, expect, test } from 'vitest';
import { addImports } from '../../../../../electron/service/tenant/import/addImports.ts';
import { snapshotSchema } from '../../../../../shared/tenant/snapshot.ts';
import type { ImportedFile } from '../../../../../electron/service/tenant/import/readImport.ts';

const at = new Date('2026-11-23T10:00:00Z');
const noMarks = { initialDomains: [], ids: [], mailDomains: [] };
const contoso = { id: null, name: 'Contoso' };

function file(name: string, isEnabled: boolean, more: Partial<ImportedFile> = {}): ImportedFile {
  const source = {
    id: 'securityDefaults' as const,
    data: { isEnabled },
    records: 1,
    missing: [],
    skipped: 0,
  };
  return { name, sources: [source], marks: noMarks, ...more };
}

const domains = (name: string, ...entries: readonly (readonly [string, boolean])[]) => ({
  name,
  sources: [
    {
      id: 'acceptedDomains' as const,
      data: entries.map(([domainName, isDefault]) => ({ domainName, isDefault })),
      records: entries.length,
      missing: [name],
      skipped: 1,
    },
  ],
  marks: noMarks,
});

const inventory = (name: string, build: string) => ({
  name,
  sources: [
    {
      id: 'outlookInventory' as const,
      data: [{ user: 'ann', device: 'PC1', product: null, build, channel: null }],
      records: 1,
      missing: [],
      skipped: 0,
    },
  ],
  marks: noMarks,
});

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
      marks: noMarks,
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

  test('of one list in several files are one list, each entry once, as the last file has it', () => {
    const files = [
      domains('one', ['a.example', true], ['b.example', false]),
      domains('two', ['b.example', true], ['c.example', false]),
    ];
    const { data, sources } = addImports(files, contoso, null, at);
    expect(data.acceptedDomains).toEqual([
      { domainName: 'a.example', isDefault: true },
      { domainName: 'b.example', isDefault: true },
      { domainName: 'c.example', isDefault: false },
    ]);
    expect(sources.find(({ id }) => id === 'acceptedDomains')).toMatchObject({
      call: 'one, two',
      records: 3,
      missing: ['one', 'two'],
      state: 'partial',
    });
  });

  test('of an inventory in several files keep every line', () => {
    const { data } = addImports([inventory('a', '1'), inventory('b', '2')], contoso, null, at);
    expect(data.outlookInventory).toHaveLength(2);
  });
});
