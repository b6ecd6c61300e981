import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { initialJavaScript } from '../../scripts/bundleBudget.mjs';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-budget-'));
  mkdirSync(join(folder, 'assets'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the first load of the page', () => {
  it('is what index.html names: scripts and what they import, each once, nothing that comes later', () => {
    const code = { main: randomBytes(4000), vendor: randomBytes(9000), later: randomBytes(50_000) };
    for (const [name, bytes] of Object.entries(code))
      writeFileSync(join(folder, 'assets', `${name}.js`), bytes.toString('base64'));
    writeFileSync(join(folder, 'assets', 'main.css'), 'a{}');
    writeFileSync(
      join(folder, 'index.html'),
      `<head><link rel="icon" href="/icon.svg"><script type="module" crossorigin src="/assets/main.js"></script>
       <link rel="modulepreload" crossorigin href="/assets/vendor.js">
       <link rel="modulepreload" href="/assets/vendor.js"><link rel="stylesheet" href="/assets/main.css"></head>`,
    );
    const { files, kilobytes } = initialJavaScript(folder);
    expect(files).toEqual(['assets/main.js', 'assets/vendor.js']);
    const sizes = [code.main, code.vendor].map(
      (bytes) => gzipSync(bytes.toString('base64')).length,
    );
    expect(kilobytes).toBeCloseTo(sizes.reduce((sum, size) => sum + size, 0) / 1000, 1);
  });
});
