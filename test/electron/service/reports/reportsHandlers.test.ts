import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createJobs } from '../../../../electron/service/jobs.ts';
import { createReadinessHandlers } from '../../../../electron/service/readiness/readinessHandlers.ts';
import { createReportsHandlers } from '../../../../electron/service/reports/reportsHandlers.ts';
import { createRouter } from '../../../../electron/service/router.ts';
import { keepSnapshot } from '../../../../electron/service/tenant/store/keepSnapshot.ts';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import { readinessStoresOf } from '../../../../electron/service/readiness/readinessStores.ts';
import { reportFormats } from '../../../../shared/contract/reports.ts';
import { reportSchema } from '../../../../shared/readiness/report/report.ts';
import type { ChannelName, Input, Output } from '../../../../shared/contract/index.ts';
import type { Handlers } from '../../../../electron/service/router.ts';
import type { Ports } from '../../../../electron/service/ports.ts';
import type { ReadinessStores } from '../../../../electron/service/readiness/readinessStores.ts';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { Result } from '../../../../shared/errors.ts';
import { inbound, transport } from '../../../shared/readiness/ruleCase.ts';
import { snapshotOf } from '../../../support/snapshotOf.ts';

const tenant = '7d1f6c9a-3c50-4a57-9d9e-000000000001';
let now: Date;
let folder: string;
let stores: () => ReadinessStores;
let close: () => void;

beforeEach(() => {
  now = new Date('2026-11-23T09:00:00Z');
  folder = mkdtempSync(join(tmpdir(), 'companion-reports-'));
  const opened = openDatabase(join(folder, 'history.sqlite'), () => now);
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  stores = readinessStoresOf(() => database);
  close = () => database.close();
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true, force: true });
});

const clock = () => now;

/** Calls through the router, as a host with this port does. */
function host(printPdf?: Ports['printPdf']) {
  const handlers = {
    ...createReadinessHandlers({ clock, stores, emit: () => {} }),
    ...createReportsHandlers({ clock, stores, printPdf }),
  };
  const jobs = createJobs(clock, () => {});
  const router = createRouter(handlers as unknown as Handlers, jobs, {
    clock,
    dataDirectory: folder,
    host: 'electron',
    version: '0',
    audit: () => {},
    reportBug(error) {
      throw error;
    },
  });
  const call = async <Name extends ChannelName>(name: Name, input: Input<Name>) =>
    (await router.handle(name, input)) as Result<Output<Name>>;
  const ask = async <Name extends ChannelName>(name: Name, input: Input<Name>) => {
    const result = await call(name, input);
    if (result.ok) return result.value;
    throw new Error(result.error.code);
  };
  return { jobs, call, ask };
}

type Host = ReturnType<typeof host>;
const jobId = () => crypto.randomUUID();

async function keptRun({ ask }: Host, smtpClientAuthenticationDisabled: boolean): Promise<number> {
  const kept = snapshotOf({
    ...transport({ smtpClientAuthenticationDisabled }),
    inboundConnectors: [inbound({ name: 'From Caracal GmbH', enabled: true, requireTls: false })],
  });
  await keepSnapshot(stores().snapshots, kept);
  return (await ask('readiness.run', { jobId: jobId(), tenant, snapshotId: null })).id;
}

const bytesOf = ({ base64 }: Output<'reports.make'>) => Buffer.from(base64, 'base64');

async function json({ ask }: Host, runId: number) {
  const made = await ask('reports.make', { jobId: jobId(), runId, format: 'json', redact: false });
  return reportSchema.parse(JSON.parse(bytesOf(made).toString()));
}

function face({ rule, subject, status }: Pick<RuleResult, 'rule' | 'subject' | 'status'>): string {
  return `${rule} ${subject} ${status}`;
}

describe('a kept run', () => {
  test('is reported as the pages show it: its number, results, waivers, counts and changes', async () => {
    const app = host();
    const first = await keptRun(app, true);
    now = new Date('2026-11-24T09:00:00Z');
    const second = await keptRun(app, false);
    const waiver = {
      rule: 'connectors.tls',
      subject: 'From Caracal GmbH',
      reason: 'They are moving',
      owner: 'Ann',
      until: '2027-01-31T00:00:00.000Z',
    } as const;
    await app.ask('readiness.waive', { tenant, waiver });
    now = new Date('2026-11-25T09:00:00Z');

    const report = await json(app, second);
    const seen = await app.ask('readiness.results', { runId: second });
    expect(report).toMatchObject({
      run: second,
      takenAt: seen.run.takenAt,
      evaluatedAt: seen.run.evaluatedAt,
      counts: seen.run.counts,
    });
    expect(report.results.map(face).toSorted()).toEqual(seen.results.map(face).toSorted());
    const { owner, reason, until } = waiver;
    expect(report.results.find(({ status }) => status === 'waived')).toMatchObject({
      rule: 'connectors.tls',
      waiver: { owner, reason, until },
    });
    const overview = await app.ask('readiness.overview', { tenant });
    expect(report.changes?.entries).toMatchObject(overview.changes?.entries ?? []);
    expect(report.changes?.entries.length).toBe(overview.changes?.entries.length);
    expect(report.changes?.entries).toContainEqual(
      expect.objectContaining({ rule: 'smtp-auth.organization', change: 'new' }),
    );

    const earlier = await json(app, first);
    expect(earlier).toMatchObject({ run: first, changes: null });
    expect(earlier.counts.waived).toBe(1);
  });

  test('whose snapshot is gone is reported, and says so', async () => {
    const app = host();
    const runId = await keptRun(app, false);
    for (const { id } of stores().snapshots.list()) stores().snapshots.remove(id);
    const report = await json(app, runId);
    expect(report.coverage).toBeNull();
    expect(report.results.length).toBeGreaterThan(10);
  });

  test.each(reportFormats.filter((format) => format !== 'pdf'))(
    'as %s has a name for it, and what is redacted is not in the name either',
    async (format) => {
      const app = host();
      const runId = await keptRun(app, false);
      const [plain, redacted] = [false, true].map((redact) =>
        app.ask('reports.make', { jobId: jobId(), runId, format, redact }),
      );
      const name = stores().snapshots.newest(tenant)?.name.toLowerCase().split(/\W/)[0] ?? '';
      expect((await plain)?.fileName).toMatch(new RegExp(`^${name}.*-2026-11-23\\.[a-z]{2,4}$`));
      expect((await redacted)?.fileName).not.toContain(name);
      expect(bytesOf(await plain!).length).toBeGreaterThan(200);
    },
  );

  test('that is not there has no report', async () => {
    const result = await host().call('reports.make', {
      jobId: jobId(),
      runId: 4711,
      format: 'html',
      redact: false,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'run-missing' } });
  });
});

describe('a PDF', () => {
  test('is the HTML, printed by the host', async () => {
    const printed: string[] = [];
    const app = host(async (html) => {
      printed.push(html);
      return new TextEncoder().encode('%PDF-1.7');
    });
    const runId = await keptRun(app, false);
    const options = { runId, redact: true };
    const pdf = await app.ask('reports.make', { jobId: jobId(), format: 'pdf', ...options });
    const html = await app.ask('reports.make', { jobId: jobId(), format: 'html', ...options });
    expect(bytesOf(pdf).toString()).toBe('%PDF-1.7');
    expect(pdf.mediaType).toBe('application/pdf');
    expect(pdf.fileName).toBe(html.fileName.replace('.html', '.pdf'));
    expect(printed).toEqual([bytesOf(html).toString()]);
  });

  test('needs a window, and where there is none it says so', async () => {
    const app = host();
    const runId = await keptRun(app, false);
    const result = await app.call('reports.make', {
      jobId: jobId(),
      runId,
      format: 'pdf',
      redact: false,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'pdf-needs-window' } });
  });

  test('cancelled while it is printed is not handed on', async () => {
    const id = jobId();
    const app: Host = host(async () => {
      app.jobs.cancel(id);
      return new Uint8Array(8);
    });
    const runId = await keptRun(app, false);
    const result = await app.call('reports.make', {
      jobId: id,
      runId,
      format: 'pdf',
      redact: false,
    });
    expect(result).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
