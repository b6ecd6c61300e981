import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { labOptions, openLabService } from '../../../../support/labService.ts';
import type { LabService } from '../../../../support/labService.ts';
import type { ManyItem } from '../../../../../shared/contract/dane.ts';
import type { TraceEntry } from '../../../../../shared/dane/check.ts';

let lab: LabService;
beforeAll(() => {
  lab = openLabService();
});
afterAll(() => lab.close());

const jobId = () => crypto.randomUUID();
const checkOne = (target: string) =>
  lab.ask('dane.check', { jobId: jobId(), target, options: labOptions });

describe('the practice lab', () => {
  test('says of every domain what it promises to show', async () => {
    const { lab: running } = await lab.ask('demo.start', {});
    const domains = running?.domains ?? [];
    expect(domains.length).toBeGreaterThanOrEqual(9);
    lab.items.length = 0;
    const counts = await lab.ask('dane.checkMany', {
      jobId: jobId(),
      targets: domains.map(({ domain }) => domain),
      options: labOptions,
    });
    expect(counts).toEqual({ checked: domains.length, refused: 0 });
    const found = Object.fromEntries(
      (lab.items as ManyItem[]).map((item) => [
        item.target,
        item.kind === 'checked' ? item.row.verdict : item.error.code,
      ]),
    );
    expect(found).toEqual(
      Object.fromEntries(domains.map(({ domain, expected }) => [domain, expected])),
    );
  });

  test('is never among the checks of the Internet', async () => {
    await checkOne('good.test');
    const asked = { filter: '', limit: 50, offset: 0 };
    expect((await lab.ask('dane.history.list', { place: 'internet', ...asked })).total).toBe(0);
    expect((await lab.ask('dane.history.list', { place: 'lab', ...asked })).total).toBeGreaterThan(
      0,
    );
  });

  test('ends, and is started again by the next check', async () => {
    expect(await lab.ask('demo.stop', {})).toEqual({ lab: null });
    expect(await lab.ask('demo.state', {})).toEqual({ lab: null });
    expect((await checkOne('good.test')).check.verdict).toBe('pass');
    expect((await lab.ask('demo.state', {})).lab).not.toBeNull();
  });
});

describe('a check', () => {
  test('tells its steps while they are taken, and the result holds the same', async () => {
    lab.items.length = 0;
    const { check } = await checkOne('two-addresses.test');
    const told = (lab.items as TraceEntry[]).map(({ step, question }) => `${step} ${question}`);
    expect(told.toSorted()).toEqual(
      check.trace.map(({ step, question }) => `${step} ${question}`).toSorted(),
    );
    expect(told[0]).toBe('mx two-addresses.test MX');
  });

  test('takes what people paste', async () => {
    expect((await checkOne('Jane Doe <jane@GOOD.test.>')).check.domain).toBe('good.test');
  });

  test.each([
    ['127.0.0.1', {}, 'target-invalid'],
    ['good.test', { proxy: 'nonsense' }, 'proxy-invalid'],
    ['good.test', { hello: 'two words' }, 'hello-invalid'],
    ['good.test', { place: 'internet', resolvers: ['nonsense'] }, 'resolver-invalid'],
  ] as const)('of %s with %o is refused as %s', async (target, change, code) => {
    const options = {
      ...labOptions,
      ...change,
      resolvers: [...('resolvers' in change ? change.resolvers : [])],
    };
    const result = await lab.call('dane.check', { jobId: jobId(), target, options });
    expect(result).toMatchObject({ ok: false, error: { code } });
  });

  test('that is cancelled is not kept', async () => {
    const id = jobId();
    const running = lab.call('dane.check', {
      jobId: id,
      target: 'two-keys.test',
      options: labOptions,
    });
    const before = await lab.ask('dane.history.ofSubject', {
      place: 'lab',
      subject: 'two-keys.test',
      limit: 500,
    });
    expect(await lab.ask('jobs.cancel', { jobId: id })).toEqual({ cancelled: true });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(
      await lab.ask('dane.history.ofSubject', {
        place: 'lab',
        subject: 'two-keys.test',
        limit: 500,
      }),
    ).toEqual(before);
  });
});

const published = (host: string) =>
  lab.ask('dane.published', { jobId: jobId(), host, port: 25, options: labOptions });

describe('what is published', () => {
  test('is the secure TLSA RRset at its base', async () => {
    expect(await published('MX.good.test.')).toMatchObject({
      host: 'mx.good.test',
      state: 'found',
      addressStatus: 'secure',
      owner: '_25._tcp.mx.good.test.',
      tlsaStatus: 'secure',
      records: [
        { usage: 3, selector: 1, matchingType: 1 },
        { usage: 2, selector: 1, matchingType: 1 },
      ],
      ttl: 300,
    });
  });

  test.each([
    ['mx.insecure.test', 'insecure'],
    ['mx.bogus.test', 'unknown'],
    ['good.test', 'no-address'],
  ])('of %s nothing is told: %s', async (host, state) => {
    expect(await published(host)).toMatchObject({ state, records: [] });
  });
});

describe('a list', () => {
  test('goes on past what can’t be checked, and says why', async () => {
    lab.items.length = 0;
    const counts = await lab.ask('dane.checkMany', {
      jobId: jobId(),
      targets: ['192.0.2.1', '<script>', 'good.test'],
      options: labOptions,
    });
    expect(counts).toEqual({ checked: 1, refused: 2 });
    expect(
      (lab.items as ManyItem[]).map(({ kind, target }) => `${kind} ${target}`).toSorted(),
    ).toEqual(['checked good.test', 'refused 192.0.2.1', 'refused <script>']);
  });
});

describe('the history', () => {
  test('gives a check back whole, and without evidence for a report', async () => {
    const kept = await checkOne('wrong-hash.test');
    expect(await lab.ask('dane.history.get', { id: kept.id })).toEqual(kept);
    const { checks } = await lab.ask('dane.history.several', { ids: [kept.id, 999_999] });
    const { evidence: _, ...rest } = kept.check;
    expect(checks).toEqual([rest]);
  });

  test('says what changed: the lab makes its certificates anew each time it starts', async () => {
    await checkOne('good.test');
    const same = await checkOne('good.test');
    expect((await lab.ask('dane.history.changes', { id: same.id })).changes).toEqual([]);
    await lab.ask('demo.stop', {});
    const { id } = await checkOne('good.test');
    const { since, changes } = await lab.ask('dane.history.changes', { id });
    expect(since).toBe(same.check.checkedAt);
    expect(changes.map(({ kind }) => kind)).toEqual([
      'tlsa-added',
      'tlsa-added',
      'tlsa-removed',
      'tlsa-removed',
      'certificate',
    ]);
  });

  test('forgets a subject and nothing else', async () => {
    await checkOne('expired.test');
    const { forgotten } = await lab.ask('dane.history.forget', {
      place: 'lab',
      subject: 'expired.test',
    });
    expect(forgotten).toBeGreaterThan(0);
    const asked = { place: 'lab', limit: 10 } as const;
    expect(
      (await lab.ask('dane.history.ofSubject', { ...asked, subject: 'expired.test' })).checks,
    ).toEqual([]);
    expect(
      (await lab.ask('dane.history.ofSubject', { ...asked, subject: 'good.test' })).checks,
    ).not.toEqual([]);
  });

  test('says that a check is gone', async () => {
    expect(await lab.call('dane.history.get', { id: 999_999 })).toMatchObject({
      ok: false,
      error: { code: 'history-entry-missing' },
    });
  });
});

test('where the history can’t be written, checks are kept until the app ends, and that is said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'companion-blocked-'));
  mkdirSync(join(folder, 'history.sqlite'));
  const blocked = openLabService(folder);
  try {
    const input = { jobId: jobId(), target: 'good.test', options: labOptions };
    const { id } = await blocked.ask('dane.check', input);
    expect((await blocked.ask('dane.history.get', { id })).check.verdict).toBe('pass');
    const list = { place: 'lab', filter: '', limit: 10, offset: 0 } as const;
    expect(await blocked.ask('dane.history.list', list)).toMatchObject({
      total: 1,
      storage: { lasting: false },
    });
  } finally {
    await blocked.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
