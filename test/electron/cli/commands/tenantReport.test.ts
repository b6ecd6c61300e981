import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportSchema } from '../../../../shared/readiness/report/report.ts';
import { runCli } from '../../../support/runCli.ts';

/** It comes without types. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  readonly JSDOM: new (
    text: string,
    options: { readonly contentType: string },
  ) => { readonly window: { readonly document: Document } };
};

let folder = '';
let demo = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
  demo = join(folder, 'demo.json');
  const { exit } = await runCli(['tenant', 'snapshot', '--demo', '--out', demo]);
  expect(exit).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

const formats = ['html', 'md', 'json', 'csv', 'xlsx', 'action-plan', 'junit'] as const;

async function report(format: string, ...more: readonly string[]): Promise<Buffer> {
  const out = join(folder, `report.${format}`);
  const options = ['--format', format, '--out', out, '--snapshot', demo, ...more];
  const { exit, stdout, stderr } = await runCli(['tenant', 'report', ...options]);
  expect({ exit, stdout }).toEqual({ exit: 0, stdout: '' });
  expect(stderr).toContain(out);
  return readFileSync(out);
}

const json = async (...more: readonly string[]) =>
  reportSchema.parse(JSON.parse((await report('json', ...more)).toString()));

/** Texts of the demo tenant that tell who it is: addresses, names of domains and hosts, networks. */
function telling(): readonly string[] {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.add(value.toLowerCase());
    else if (typeof value === 'object') Object.values(value ?? {}).forEach(walk);
  };
  const { data, tenant } = JSON.parse(readFileSync(demo, 'utf8')) as Record<string, unknown>;
  walk([data, tenant]);
  return [...found].filter((text) => /contoso|fabrikam|@|\.example|(?:\d{1,3}\.){3}\d/.test(text));
}

type Told = Readonly<Record<'rule' | 'subject' | 'status' | 'affected', unknown>>;

function keyOf({ rule, subject, status, affected }: Told): string {
  return JSON.stringify([rule, subject, status, affected]);
}

test('what is reported is what is judged', async () => {
  const { run, counts, results } = await json();
  const { lines } = await runCli(['tenant', 'readiness', '--json', '--snapshot', demo]);
  expect(run).toBeNull();
  expect(results.map(keyOf).toSorted()).toEqual(
    lines.map((line) => keyOf(line as Told)).toSorted(),
  );
  for (const [status, count] of Object.entries(counts)) {
    expect([status, lines.filter((line) => line['status'] === status).length]).toEqual([
      status,
      count,
    ]);
  }
});

test('what changed since is what tenant diff says', async () => {
  const earlier = join(folder, 'earlier.json');
  const snapshot = JSON.parse(readFileSync(demo, 'utf8')) as {
    data: { organizationConfig: { sendFromAliasEnabled: boolean } };
  };
  snapshot.data.organizationConfig.sendFromAliasEnabled = true;
  writeFileSync(earlier, JSON.stringify(snapshot));
  const { changes } = await json('--baseline', earlier);
  const { lines } = await runCli(['tenant', 'diff', '--json', earlier, demo]);
  expect(changes?.entries.length).toBeGreaterThan(0);
  expect(changes?.entries.length).toBe(lines.length);
  expect(changes?.entries).toMatchObject(
    lines.map(({ rule, subject, change, from, to }) => ({ rule, subject, change, from, to })),
  );
});

describe.each(formats)('as %s', (format) => {
  test('a redacted report tells nothing of whose it is', async () => {
    const names = telling();
    expect(names.length).toBeGreaterThan(100);
    const redacted = (await report(format, '--redact')).toString().toLowerCase();
    expect(names.filter((name) => redacted.includes(name))).toEqual([]);
    expect(redacted).not.toContain('contoso');
    if (format === 'xlsx') return;
    const plain = (await report(format)).toString().toLowerCase();
    expect(names.filter((name) => plain.includes(name)).length).toBeGreaterThan(5);
  });
});

test('JUnit: a case for each result, and only what fails is a failure', async () => {
  const { counts, results } = await json();
  const xml = (await report('junit')).toString();
  const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const suite = document.querySelector('testsuite');
  expect(suite?.getAttribute('failures')).toBe(String(counts.fail));
  expect([count('testcase'), count('failure'), count('error')]).toEqual([
    results.length,
    counts.fail,
    counts.error,
  ]);
  expect(count('skipped')).toBe(results.length - counts.fail - counts.error - counts.pass);
  expect(suite?.getAttribute('skipped')).toBe(String(count('skipped')));
});

test.each([
  ['pdf', ['--format', 'pdf', '--out', 'x.pdf', '--demo'], /window of the app/],
  ['no format', ['--out', 'x', '--demo'], /--format/],
  ['an unknown format', ['--format', 'docx', '--out', 'x', '--demo'], /docx/],
  ['no file', ['--format', 'html', '--demo'], /--out/],
  ['a snapshot that is not there', ['--format', 'md', '--out', '-', '--snapshot', '/no'], /\/no/],
  ['a folder that is not there', ['--format', 'md', '--out', '/no/such/x', '--demo'], /such/],
  ['a workbook on a terminal', ['--format', 'xlsx', '--out', '-', '--demo'], /--out -/],
  ['a report among lines', ['--format', 'md', '--out', '-', '--demo', '--json'], null],
] as const)('%s: exit 2, and it says why', async (_, options, why) => {
  const { exit, stdout, stderr } = await runCli(['tenant', 'report', ...options]);
  expect(exit).toBe(2);
  expect(why === null ? stdout : stderr).toMatch(why ?? /"code":"usage"/);
});

describe('the file', () => {
  test('is for its owner alone, and what a link leads to is what is replaced', async () => {
    const [target, link] = [join(folder, 'target.md'), join(folder, 'link.md')];
    writeFileSync(target, 'before');
    symlinkSync(target, link);
    const options = ['--format', 'md', '--snapshot', demo];
    await runCli(['tenant', 'report', ...options, '--out', link]);
    expect(readFileSync(target, 'utf8')).toMatch(/^# Readiness of /);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });

  test('may be stdout', async () => {
    const options = ['--format', 'csv', '--out', '-', '--snapshot', demo];
    const { exit, stdout, stderr } = await runCli(['tenant', 'report', ...options]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toBe((await report('csv')).toString());
  });

  test('may be something that is no file', async () => {
    const link = join(folder, 'link');
    symlinkSync('/dev/null', link);
    const options = ['--format', 'md', '--out', link, '--snapshot', demo];
    expect((await runCli(['tenant', 'report', ...options])).exit).toBe(0);
    expect(statSync(link).isCharacterDevice()).toBe(true);
  });
});

test('the file that is at fault is named, not the one beside it', async () => {
  const missing = join(folder, 'none.json');
  const out = join(folder, 'unwritten.md');
  const files = ['--snapshot', demo, '--baseline', missing, '--out', out];
  const ran = await runCli(['tenant', 'report', '--format', 'md', ...files, '--json']);
  expect(ran.exit).toBe(2);
  expect(ran.lines).toMatchObject([{ item: missing, code: 'file-not-found' }]);
});
