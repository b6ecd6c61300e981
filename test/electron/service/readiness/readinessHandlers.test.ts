import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createReadinessHandlers } from '../../../../electron/service/readiness/readinessHandlers.ts';
import { createRouter } from '../../../../electron/service/router.ts';
import { createJobs } from '../../../../electron/service/jobs.ts';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import {
  forgetReadiness,
  readinessStoresOf,
} from '../../../../electron/service/readiness/readinessStores.ts';
import { keepSnapshot } from '../../../../electron/service/tenant/store/keepSnapshot.ts';
import { evaluateRules } from '../../../../shared/readiness/evaluate.ts';
import { overviewOf } from '../../../../shared/readiness/overview.ts';
import {
  organizationConfigFields,
  transportConfigFields,
} from '../../../../shared/tenant/records/exchange.ts';
import { recordOf, snapshotOf } from '../../../support/snapshotOf.ts';
import type { ChannelName, Input, Output } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../../../electron/service/router.ts';
import type { ReadinessStores } from '../../../../electron/service/readiness/readinessStores.ts';
import type { Result } from '../../../../shared/errors.ts';

const tenant = '7d1f6c9a-3c50-4a57-9d9e-000000000001';
let now: Date;
let folder: string;
let stores: () => ReadinessStores;
let events: string[];
let ask: <Name extends ChannelName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
let close: () => void;

const emit = (event: string) => void events.push(event);

function openAt(file: string): void {
  const opened = openDatabase(file, () => now);
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  stores = readinessStoresOf(() => database);
  close = () => database.close();
  const handlers = createReadinessHandlers({ clock: () => now, stores, emit });
  const router = createRouter(
    handlers as unknown as Handlers,
    createJobs(
      () => now,
      () => {},
    ),
    {
      clock: () => now,
      dataDirectory: folder,
      host: 'cli',
      version: '0',
      audit: () => {},
      reportBug(error) {
        throw error;
      },
    },
  );
  ask = async (name, input) => {
    const result = (await router.handle(name, input)) as Result<never>;
    if (result.ok) return result.value;
    throw new Error(result.error.code);
  };
}

beforeEach(() => {
  now = new Date('2026-11-23T09:00:00Z');
  events = [];
  folder = mkdtempSync(join(tmpdir(), 'companion-readiness-'));
  openAt(join(folder, 'history.sqlite'));
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

const jobId = () => crypto.randomUUID();

async function keep(sendFromAlias: boolean | null): Promise<number> {
  return await keepSnapshot(
    stores().snapshots,
    snapshotOf({
      organizationConfig: recordOf(organizationConfigFields, {
        sendFromAliasEnabled: sendFromAlias,
      }),
      transportConfig: recordOf(transportConfigFields, { smtpClientAuthenticationDisabled: false }),
    }),
  );
}

const run = () => ask('readiness.run', { jobId: jobId(), tenant, snapshotId: null });

describe('a run', () => {
  test('is what the rules say of the stored snapshot, kept with its counts', async () => {
    const snapshotId = await keep(false);
    const view = await run();
    expect(view.snapshot?.id).toBe(snapshotId);
    const { results } = await ask('readiness.results', { runId: view.id });
    const { data } = snapshotOf({});
    expect(results).toEqual(
      evaluateRules(
        snapshotOf({
          organizationConfig: stores().snapshots.data(snapshotId, ['organizationConfig'])
            .organizationConfig,
          transportConfig: stores().snapshots.data(snapshotId, ['transportConfig']).transportConfig,
        }),
        now,
      ),
    );
    expect(data.mailboxes).toBeNull();
    for (const [status, count] of Object.entries(view.counts)) {
      expect([status, results.filter((result) => result.status === status).length]).toEqual([
        status,
        count,
      ]);
    }
    expect(events).toContain('tenant.changed');
  });

  test('of a tenant without a snapshot, or of another’s, is refused', async () => {
    await expect(run()).rejects.toThrow('snapshot-missing');
    const snapshotId = await keep(true);
    await expect(
      ask('readiness.run', { jobId: jobId(), tenant: 'other', snapshotId }),
    ).rejects.toThrow('snapshot-missing');
  });

  test('outlives its snapshot, and the app', async () => {
    const snapshotId = await keep(true);
    const { id } = await run();
    stores().snapshots.remove(snapshotId);
    close();
    openAt(join(folder, 'history.sqlite'));
    const [kept] = await ask('readiness.runs', { tenant });
    expect(kept).toMatchObject({ id, snapshot: null, takenAt: '2026-11-23T09:00:00Z' });
    expect((await ask('readiness.results', { runId: id })).results.length).toBeGreaterThan(10);
  });

  test('is forgotten alone, or with all that is kept of its tenant', async () => {
    await keep(true);
    const first = await run();
    await run();
    expect(await ask('readiness.forgetRun', { runId: first.id })).toHaveLength(1);
    await expect(ask('readiness.results', { runId: first.id })).rejects.toThrow('run-missing');
    forgetReadiness(stores(), tenant);
    expect(await ask('readiness.runs', { tenant })).toEqual([]);
  });

  test('in memory is judged as well', async () => {
    close();
    openAt(':memory:');
    await keep(true);
    expect((await run()).counts.pass).toBeGreaterThan(0);
  });
});

describe('a damaged result', () => {
  test.each([
    ['{}', 1],
    ['[1,2]', 1],
    ['"text"', 1],
  ])('%s is told as an error, never left out', async (body, count) => {
    await keep(false);
    const { id } = await run();
    stores()
      .database.prepare(
        "UPDATE readiness_results SET body = ? WHERE run_id = ? AND rule = 'send-from-alias.enabled'",
      )
      .run(body, id);
    const { results } = await ask('readiness.results', { runId: id });
    const damaged = results.filter(({ status }) => status === 'error');
    expect(damaged).toHaveLength(count);
    expect(damaged[0]).toMatchObject({
      rule: 'send-from-alias.enabled',
      reason: { code: 'result-unreadable' },
    });
  });
});

describe('a waiver', () => {
  const waiver = {
    rule: 'send-from-alias.enabled' as const,
    subject: null,
    reason: 'Not before the move, says “O’Hara” 😀',
    owner: 'mail@contoso.com',
    until: '2026-12-01T00:00:00Z',
  };

  test('shows in results and counts of every run until it ends', async () => {
    await keep(false);
    const { id, counts } = await run();
    const [kept] = await ask('readiness.waive', { tenant, waiver });
    expect(kept).toMatchObject({ ...waiver, until: '2026-12-01T00:00:00.000Z', expired: false });
    const waived = await ask('readiness.results', { runId: id });
    expect(waived.run.counts.waived).toBe(1);
    expect(waived.results.filter(({ status }) => status === 'waived')).toHaveLength(1);
    now = new Date('2026-12-01T00:00:00Z');
    expect((await ask('readiness.results', { runId: id })).run.counts).toEqual(counts);
    expect((await ask('readiness.waivers', { tenant }))[0]?.expired).toBe(true);
  });

  test('is one tenant’s, and can be taken back', async () => {
    const [kept] = await ask('readiness.waive', { tenant, waiver });
    expect(await ask('readiness.waivers', { tenant: 'other' })).toEqual([]);
    const id = kept?.id ?? 0;
    expect(await ask('readiness.unwaive', { tenant: 'other', id })).toEqual([]);
    expect(await ask('readiness.waivers', { tenant })).toHaveLength(1);
    expect(await ask('readiness.unwaive', { tenant, id })).toEqual([]);
  });

  test('that has ended already is refused', async () => {
    await expect(
      ask('readiness.waive', { tenant, waiver: { ...waiver, until: '2026-11-23T09:00:00Z' } }),
    ).rejects.toThrow('input-invalid');
  });
});

describe('the overview', () => {
  test('of a tenant that was never judged is empty', async () => {
    expect(await ask('readiness.overview', { tenant })).toEqual({
      run: null,
      attention: [],
      deadlines: [],
      unassessed: [],
      changes: null,
    });
  });

  test('tells what changed since the run before, else since the baseline', async () => {
    await keep(false);
    const first = await run();
    expect((await ask('readiness.overview', { tenant })).changes).toBeNull();
    now = new Date('2026-11-23T10:00:00Z');
    await keepSnapshot(stores().snapshots, {
      ...snapshotOf({
        organizationConfig: recordOf(organizationConfigFields, { sendFromAliasEnabled: true }),
      }),
      takenAt: '2026-11-23T10:00:00Z',
    });
    const second = await run();
    const fixed = { rule: 'send-from-alias.enabled', change: 'fixed', from: 'warning', to: 'pass' };
    const { changes } = await ask('readiness.overview', { tenant });
    expect(changes?.since.id).toBe(first.id);
    expect(changes?.entries).toContainEqual(expect.objectContaining(fixed));
    expect((await ask('readiness.diff', { from: second.id, to: first.id })).entries).toContainEqual(
      expect.objectContaining({ rule: fixed.rule, change: 'new', from: 'pass', to: 'warning' }),
    );
    now = new Date('2026-11-23T11:00:00Z');
    await run();
    expect((await ask('readiness.overview', { tenant })).changes?.entries).toEqual([]);
    await ask('readiness.baseline', { runId: first.id, name: 'Before the move' });
    expect((await ask('readiness.overview', { tenant })).changes?.since.id).toBe(first.id);
  });

  test('a baseline’s name is one run’s', async () => {
    await keep(false);
    const [first, second] = [await run(), await run()];
    await ask('readiness.baseline', { runId: first.id, name: 'Start' });
    const runs = await ask('readiness.baseline', { runId: second.id, name: 'Start' });
    expect(runs.map(({ id, baseline }) => [id, baseline])).toEqual([
      [second.id, 'Start'],
      [first.id, null],
    ]);
    const cleared = await ask('readiness.baseline', { runId: second.id, name: null });
    expect(cleared.every(({ baseline }) => baseline === null)).toBe(true);
  });

  test('puts fails first, then by severity, then by date; dates in order', () => {
    const [any] = evaluateRules(snapshotOf({}), now);
    if (any === undefined) throw new Error('no rules');
    const result = (
      status: (typeof any)['status'],
      severity: (typeof any)['severity'],
      deadline: string | null,
    ) => ({ ...any, status, severity, deadline });
    const results = [
      result('manual', 'high', null),
      result('warning', 'low', '2025-01-01T00:00:00Z'),
      result('fail', 'low', '2027-01-01T00:00:00Z'),
      result('fail', 'high', null),
      result('fail', 'high', '2026-12-31T00:00:00Z'),
      result('pass', 'high', '2026-12-31T00:00:00Z'),
      result('not-assessed', 'high', null),
      result('error', 'high', null),
      result('waived', 'high', '2026-12-31T00:00:00Z'),
    ];
    const { attention, deadlines, unassessed } = overviewOf(results);
    expect(attention).toEqual([4, 3, 2, 1, 0].map((index) => results[index]));
    expect(deadlines.map(({ at }) => at.slice(0, 4))).toEqual(['2025', '2026', '2027']);
    expect(deadlines.map(({ results: group }) => group.length)).toEqual([1, 1, 1]);
    expect(unassessed).toEqual(results.slice(6, 8));
  });
});

test('a script is judged with the line that proves it', async () => {
  const text = '# sync\nConnect-ExchangeOnline -Prefix Remote\n';
  expect(await ask('readiness.script', { name: 'Sync-ModernMailPublicFolders.ps1', text })).toEqual(
    { verdict: 'current', line: 2, text: 'Connect-ExchangeOnline -Prefix Remote' },
  );
});
