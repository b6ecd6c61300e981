import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { createLineLog } from '../../../electron/service/lineLog.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-log-'));
  file = join(folder, 'log.ndjson');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a log of lines', () => {
  it('holds an object a line, for this person alone', () => {
    const log = createLineLog(file);
    log({ at: 'now', text: 'two\nlines' });
    log({ at: 'then' });
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.map((line) => (line === '' ? null : (JSON.parse(line) as unknown)))).toEqual([
      { at: 'now', text: 'two\nlines' },
      { at: 'then' },
      null,
    ]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('never takes more than twice its limit, and keeps the newest', () => {
    const log = createLineLog(file, 1000);
    for (let count = 0; count < 500; count += 1) log({ count });
    expect(readdirSync(folder).toSorted()).toEqual(['log.ndjson', 'log.ndjson.1']);
    const sizes = ['log.ndjson', 'log.ndjson.1'].map((name) => statSync(join(folder, name)).size);
    for (const size of sizes) expect(size).toBeLessThan(1100);
    expect(readFileSync(file, 'utf8')).toContain('"count":499}');
  });

  it('that can’t be written stops nothing', () => {
    const log = createLineLog(join(folder, 'missing', 'log.ndjson'));
    expect(() => log({ at: 'now' })).not.toThrow();
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });
});
