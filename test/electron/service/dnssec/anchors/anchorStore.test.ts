import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAnchorStore } from '../../../../../electron/service/dnssec/anchors/anchorStore.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'anchors-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const open = (at = '2026-11-23T12:00:00Z') => createAnchorStore(folder, () => new Date(at));
const line = `corp. 3600 IN DS 12345 13 2 ${'ab'.repeat(32)}\n`;
const file = () => join(folder, 'trust-anchors.txt');

test('nothing imported: the built-in keys of the root', () => {
  const store = open();
  expect(store.read()).toMatchObject({ ok: true, value: { source: 'built-in' } });
  const usable = store.usable();
  expect(usable.ok && usable.value.map(({ zone, keys }) => [zone.length, keys.length])).toEqual([
    [0, 2],
  ]);
});

test('what is imported is kept as it was, for the next start and for this person alone', () => {
  expect(open().importText(line)).toMatchObject({ ok: true, value: { source: 'imported' } });
  expect(readFileSync(file(), 'utf8')).toBe(line);
  const usable = open().usable();
  expect(usable.ok && usable.value[0]?.keys[0]?.keyTag).toBe(12345);
  expect(open().reset().source).toBe('built-in');
  expect(existsSync(file())).toBe(false);
});

test('what can’t be used is refused, and what was there stays', () => {
  const store = open();
  store.importText(line);
  expect(store.importText('corp. IN MX 10 mail')).toMatchObject({
    error: { code: 'trust-anchor-malformed' },
  });
  expect(store.importText('; nothing')).toMatchObject({ error: { code: 'trust-anchor-missing' } });
  expect(readFileSync(file(), 'utf8')).toBe(line);
});

test('anchors that have ended are an error, never an insecure root', () => {
  const xml = `<TrustAnchor id="a"><Zone>.</Zone>
    <KeyDigest id="k" validFrom="2017-02-02T00:00:00+00:00" validUntil="2026-01-01T00:00:00+00:00">
    <KeyTag>1</KeyTag><Algorithm>8</Algorithm><DigestType>2</DigestType>
    <Digest>${'00'.repeat(32)}</Digest></KeyDigest></TrustAnchor>`;
  expect(open().importText(xml)).toMatchObject({
    error: { code: 'trust-anchor-expired', params: { until: '2026-01-01' } },
  });
  expect(open('2025-01-01T00:00:00Z').importText(xml).ok).toBe(true);
  expect(open().read().ok).toBe(true);
  expect(open().usable()).toMatchObject({ error: { code: 'trust-anchor-expired' } });
});

test('a file that was damaged or can’t be read is an error, and does not fall back', () => {
  writeFileSync(file(), 'garbage');
  expect(open().usable()).toMatchObject({ error: { code: 'trust-anchor-malformed' } });
  rmSync(file());
  // A folder in its place can't be read by anybody, root included.
  mkdirSync(file());
  chmodSync(file(), 0o700);
  expect(open().read()).toMatchObject({ error: { code: 'file-unreadable' } });
});
