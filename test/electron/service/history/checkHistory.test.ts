import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCheckHistory } from '../../../../electron/service/history/checkHistory.ts';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import { checksPerSubjectMax } from '../../../../shared/limits.ts';
import { repository } from '../../../architecture/sources.ts';

let folder: string;
let file: string;
const clock = () => new Date('2026-11-23T12:00:00Z');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'history-'));
  file = join(folder, 'history.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function open() {
  const opened = openDatabase(file, clock);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  return opened.value;
}

function check(subject: string, checkedAt: string, verdict: string) {
  return { kind: 'dane', subject, checkedAt, verdict, body: { domain: subject, verdict } };
}

const day = (index: number) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString();

describe('the history of checks', () => {
  test('keeps so many of a subject, and then the oldest go', () => {
    const history = createCheckHistory(open().database);
    const [first] = history.save([check('contoso.com', day(0), 'fail')]);
    const [other] = history.save([check('fabrikam.com', day(0), 'pass')]);
    for (let index = 1; index < checksPerSubjectMax; index += 1) {
      history.save([check('contoso.com', day(index), 'pass')]);
    }
    expect(history.get(first ?? 0)?.verdict).toBe('fail');
    history.save([check('contoso.com', day(checksPerSubjectMax), 'pass')]);
    expect(history.get(first ?? 0)).toBeNull();
    expect(history.get(other ?? 0)?.verdict).toBe('pass');
    const kept = history.ofSubject('dane', 'contoso.com', 1000);
    expect(kept).toHaveLength(checksPerSubjectMax);
    expect(kept.at(-1)?.checkedAt).toBe(day(1));
  });

  test('keeps a check whole and finds the one before it', () => {
    const { database } = open();
    const history = createCheckHistory(database);
    const [first, second] = history.save([
      check('contoso.com', '2026-11-01T00:00:00Z', 'pass'),
      check('contoso.com', '2026-11-02T00:00:00Z', 'fail'),
    ]);
    history.save([check('fabrikam.com', '2026-11-01T12:00:00Z', 'no-dane')]);
    expect(history.get(second ?? 0)).toEqual({
      id: second,
      ...check('contoso.com', '2026-11-02T00:00:00Z', 'fail'),
    });
    expect(history.previous(second ?? 0)?.id).toBe(first);
    expect(history.previous(first ?? 0)).toBeNull();
    expect(history.get(99)).toBeNull();
    expect(history.ofSubject('dane', 'contoso.com', 10)).toEqual([
      {
        id: second,
        subject: 'contoso.com',
        checkedAt: '2026-11-02T00:00:00Z',
        verdict: 'fail',
        previousVerdict: 'pass',
      },
      {
        id: first,
        subject: 'contoso.com',
        checkedAt: '2026-11-01T00:00:00Z',
        verdict: 'pass',
        previousVerdict: null,
      },
    ]);
    expect(history.latest('dane', '', 10, 0)).toMatchObject([
      { subject: 'contoso.com', verdict: 'fail', previousVerdict: 'pass', count: 2 },
      { subject: 'fabrikam.com', verdict: 'no-dane', previousVerdict: null, count: 1 },
    ]);
    expect(history.latest('dane', 'FABRI', 10, 0)).toHaveLength(1);
    expect(history.latest('dane', '%', 10, 0)).toHaveLength(0);
    expect(history.countSubjects('dane', '')).toBe(2);
    expect(history.forget('dane', 'contoso.com')).toBe(2);
    expect(history.countSubjects('dane', '')).toBe(1);
    database.close();
  });

  test('saves all of a batch or none of it', () => {
    const { database } = open();
    const history = createCheckHistory(database);
    const circular: { self?: unknown } = {};
    circular.self = circular;
    expect(() =>
      history.save([
        check('contoso.com', '2026-11-01T00:00:00Z', 'pass'),
        { ...check('contoso.com', '2026-11-02T00:00:00Z', 'pass'), body: circular },
      ]),
    ).toThrow();
    expect(history.countSubjects('dane', '')).toBe(0);
    database.close();
  });

  test('has what was saved after a kill in the middle of writing', async () => {
    open().database.close();
    const writer = `
      const { openDatabase } = await import('./electron/service/history/database.ts');
      const { createCheckHistory } = await import('./electron/service/history/checkHistory.ts');
      const opened = openDatabase(process.argv[1], () => new Date());
      const history = createCheckHistory(opened.value.database);
      for (let i = 0; ; i += 1) {
        history.save([{ kind: 'dane', subject: 'd' + i + '.example', checkedAt: new Date().toISOString(), verdict: 'pass', body: { i } }]);
        if (i === 20) process.stdout.write('ready');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', writer, file], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const { database, keptAside } = open();
    expect(keptAside).toBeNull();
    const history = createCheckHistory(database);
    const count = history.countSubjects('dane', '');
    expect(count).toBeGreaterThan(20);
    expect(history.get(count)?.body).toEqual({ i: count - 1 });
    database.close();
  });
});

describe('opening the database', () => {
  test('puts a damaged file aside, whole, and starts a new one', () => {
    writeFileSync(file, 'this is not a database, but somebody may miss it');
    const { database, keptAside } = open();
    expect(keptAside).toBe(`${file}.damaged-2026-11-23T12-00-00.000Z`);
    expect(readFileSync(keptAside ?? '', 'utf8')).toBe(
      'this is not a database, but somebody may miss it',
    );
    expect(createCheckHistory(database).countSubjects('dane', '')).toBe(0);
    database.close();
  });

  test('notices a page torn out of the middle', () => {
    const { database } = open();
    const history = createCheckHistory(database);
    history.save(
      Array.from({ length: 500 }, (_, i) => check(`d${i}.example`, '2026-11-01T00:00:00Z', 'pass')),
    );
    database.close();
    const bytes = readFileSync(file);
    bytes.fill(0xa5, 4096, bytes.length - 4096);
    writeFileSync(file, bytes);
    const opened = open();
    expect(opened.keptAside).not.toBeNull();
    opened.database.close();
  });

  test('refuses a database of a newer version and leaves it alone', () => {
    const { database } = open();
    database.exec('PRAGMA user_version = 999');
    database.close();
    expect(openDatabase(file, clock)).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable', params: { problem: 'written by a newer version' } },
    });
    expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
  });

  test('says that the storage is unavailable where the folder can not be made', () => {
    writeFileSync(join(folder, 'blocked'), '');
    expect(openDatabase(join(folder, 'blocked', 'history.sqlite'), clock)).toMatchObject({
      ok: false,
      error: { code: 'storage-unavailable' },
    });
  });

  test('reads beside another process that holds a write lock', () => {
    const { database } = open();
    createCheckHistory(database).save([check('contoso.com', '2026-11-01T00:00:00Z', 'pass')]);
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    expect(createCheckHistory(database).countSubjects('dane', '')).toBe(1);
    other.exec('ROLLBACK');
    other.close();
    database.close();
    expect(existsSync(file)).toBe(true);
  });
});
