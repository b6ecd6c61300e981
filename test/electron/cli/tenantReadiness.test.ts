import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { openDatabase } from '../../../electron/service/history/database.ts';
import { createSnapshotStore } from '../../../electron/service/tenant/store/snapshotStore.ts';
import { createWaiverStore } from '../../../electron/service/readiness/runs/waiverStore.ts';
import { ruleIds, ruleStatuses, severities } from '../../../shared/readiness/ruleIds.ts';
import { sourceIds } from '../../../shared/tenant/sources.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import { casMailbox, organization, transport } from '../../shared/readiness/ruleCase.ts';
import { runCli } from '../../support/runCli.ts';
import { snapshotOf } from '../../support/snapshotOf.ts';

const commands = z.array(z.string());
/** Every property is there; what is unknown or does not apply is null. */
const resultSchema = z.strictObject({
  schema: z.literal('exo-companion/rule-result@1'),
  rule: z.enum(ruleIds),
  status: z.enum(ruleStatuses),
  severity: z.enum(severities),
  subject: z.string().nullable(),
  evidence: z.array(
    z.strictObject({
      source: z.enum(sourceIds),
      property: z.string(),
      value: z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
    }),
  ),
  affected: z.strictObject({ count: z.number().int(), sample: z.array(z.string()).max(20) }),
  deadline: z.iso.datetime().nullable(),
  reason: z.string(),
  fix: z
    .strictObject({
      text: z.string(),
      portal: z.string(),
      commands,
      records: z.array(z.string()),
      rollback: z.strictObject({ text: z.string(), commands }),
    })
    .nullable(),
  verify: z.strictObject({ text: z.string(), commands }).nullable(),
  title: z.string(),
  message: z.string(),
});

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readiness-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, snapshot: Snapshot | string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof snapshot === 'string' ? snapshot : JSON.stringify(snapshot));
  return path;
}

const hostile = "o'hara’s; Remove-Mailbox $(x)@contoso.com";
const open = snapshotOf({
  ...organization({ sendFromAliasEnabled: true }),
  ...transport({ smtpClientAuthenticationDisabled: false }),
  casMailboxes: [casMailbox(hostile, null)],
});
const closed = snapshotOf({
  ...organization({ sendFromAliasEnabled: false }),
  ...transport({ smtpClientAuthenticationDisabled: true }),
});

describe('tenant readiness', () => {
  test('prints a line for each rule, with every property, and exits with 1 when one fails', async () => {
    const { exit, lines } = await runCli([
      'tenant',
      'readiness',
      '--json',
      '--snapshot',
      await file('open.json', open),
    ]);
    expect(exit).toBe(1);
    expect([...new Set(lines.map(({ rule }) => rule))]).toEqual(ruleIds);
    for (const line of lines) resultSchema.parse(line);
    expect(lines.find(({ rule }) => rule === 'smtp-auth.organization')).toMatchObject({
      status: 'fail',
      subject: null,
      evidence: [
        { source: 'transportConfig', property: 'smtpClientAuthenticationDisabled', value: false },
      ],
      deadline: '2026-12-31T00:00:00Z',
      reason: 'smtp-auth-on',
      fix: { commands: ['Set-TransportConfig -SmtpClientAuthenticationDisabled $true'] },
    });
    expect(lines.find(({ rule }) => rule === 'dane.inbound')).toMatchObject({
      status: 'not-assessed',
      reason: 'source-not-read',
      message: 'Get-AcceptedDomain was not read. Not chosen for this reading.',
      fix: null,
      verify: null,
    });
  });

  test('quotes names in commands, whatever they hold', async () => {
    const path = await file('open.json', open);
    const { lines } = await runCli(['tenant', 'readiness', '--json', '--snapshot', path]);
    expect(lines.find(({ rule }) => rule === 'smtp-auth.mailboxes')).toMatchObject({
      fix: {
        commands: [
          "Set-CASMailbox -Identity 'o''hara’’s; Remove-Mailbox $(x)@contoso.com' -SmtpClientAuthenticationDisabled $true",
        ],
      },
    });
  });

  test('tells people what needs a change first', async () => {
    const { stdout, exit } = await runCli(['tenant', 'readiness', '--snapshot', '-'], {
      stdin: `\ufeff${JSON.stringify(open)}`,
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^Needs a change: SMTP AUTH for the organization\n/);
    expect(stdout).not.toMatch(/[{}]/);
    expect(stdout.indexOf('Not assessed:')).toBeLessThan(stdout.indexOf('Good: Send from Alias'));
  });

  test('warnings and what was not assessed change no exit code', async () => {
    const path = await file('closed.json', closed);
    const { exit, lines } = await runCli(['tenant', 'readiness', '--json', '--snapshot', path]);
    expect(lines.find(({ rule }) => rule === 'send-from-alias.enabled')?.['status']).toBe(
      'warning',
    );
    // EWS is not set in it, and open by that.
    expect(lines.filter(({ status }) => status === 'fail').map(({ rule }) => rule)).toEqual([
      'ews.organization',
    ]);
    expect(exit).toBe(1);
    const blocked = snapshotOf(organization({ ewsEnabled: false, sendFromAliasEnabled: false }));
    const calm = await file('calm.json', blocked);
    expect((await runCli(['tenant', 'readiness', '--snapshot', calm])).exit).toBe(0);
  });

  test.each([
    ['7d', '2026-11-30T09:00:00Z', 0],
    ['7d', '2026-11-30T09:00:01Z', 3],
    ['30m', '2026-11-23T09:31:00Z', 3],
    ['2w', '2026-11-23T09:31:00Z', 0],
    ['1h', '2026-11-23T08:00:00Z', 3],
    ['1h', '2026-11-23T08:58:00Z', 0],
  ])('of at most %s at %s exits with %i', async (age, at, code) => {
    const path = await file('calm.json', snapshotOf(organization({ ewsEnabled: false })));
    const args = ['tenant', 'readiness', '--snapshot', path, '--max-age', age, '--at', at];
    const { exit, stderr } = await runCli(args);
    expect(exit).toBe(code);
    expect(stderr === '').toBe(code === 0);
  });

  test('that took something over from an earlier snapshot is as old as that', async () => {
    const known = {
      ...organization({ ewsEnabled: false }),
      ...transport({ smtpClientAuthenticationDisabled: true }),
      outlookInventory: [],
    };
    const path = await file(
      'mixed.json',
      snapshotOf(known, {
        transportConfig: { at: '2026-11-10T09:00:00Z' },
        outlookInventory: { at: '2026-01-01T09:00:00Z' },
      }),
    );
    const args = ['tenant', 'readiness', '--snapshot', path, '--at', '2026-11-23T10:00:00Z'];
    const old = await runCli([...args, '--max-age', '7d']);
    expect(old.exit).toBe(3);
    expect(old.stderr).toContain('2026-11-10T09:00:00Z');
    expect((await runCli([...args, '--max-age', '2w'])).exit).toBe(0);
  });

  test('writes for build servers what it prints', async () => {
    const path = await file('open.json', open);
    const xml = join(folder, 'readiness.xml');
    const call = ['tenant', 'readiness', '--snapshot', path, '--junit'];
    const { exit, lines } = await runCli([...call, xml, '--json']);
    expect(exit).toBe(1);
    const text = await readFile(xml, 'utf8');
    expect(text.match(/<testcase /g)).toHaveLength(lines.length);
    expect(text.match(/<failure /g)).toHaveLength(
      lines.filter(({ status }) => status === 'fail').length,
    );
    const there = await runCli([...call, '-', '--at', '2026-11-23T12:00:00Z']);
    expect(there.exit).toBe(1);
    expect(there.stdout).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n<testsuites .*\n/);
    expect((await runCli([...call, '-', '--json'])).exit).toBe(2);
    expect((await runCli([...call, join(folder, 'no', 'such', 'x.xml')])).exit).toBe(2);
  });

  test.each([
    [['--max-age', 'soon'], 'usage'],
    [['--max-age', '7 d'], 'usage'],
    [['--tenant', 'Contoso'], 'usage'],
    [['surplus'], 'usage'],
  ])('%j is refused', async (args, code) => {
    const path = await file('open.json', open);
    const call = ['tenant', 'readiness', '--json', '--snapshot', path, ...args];
    const { exit, lines } = await runCli(call);
    expect(exit).toBe(2);
    expect(lines).toMatchObject([{ schema: 'exo-companion/error@1', code }]);
  });

  test.each([
    ['no JSON', '{', 'snapshot-unreadable'],
    ['no snapshot', '[]', 'snapshot-unreadable'],
    ['of a newer app', '{"schema":"exo-companion/snapshot@9"}', 'snapshot-newer'],
  ])('a file that is %s is named', async (_, text, code) => {
    const path = await file('bad.json', text);
    const { exit, lines } = await runCli(['tenant', 'readiness', '--json', '--snapshot', path]);
    expect(exit).toBe(2);
    expect(lines).toMatchObject([{ code, item: path }]);
  });
});

async function keep(snapshot: Snapshot): Promise<void> {
  const opened = openDatabase(join(folder, 'kept', 'history.sqlite'), () => new Date());
  if (!opened.ok) throw new Error('no database');
  const store = createSnapshotStore(opened.value.database);
  const id = store.begin(snapshot.tenant, snapshot.takenAt);
  for (const entry of snapshot.sources) await store.put(id, entry, snapshot.data[entry.id]);
  store.finish(id, snapshot.tenant);
  opened.value.database.close();
}

describe('tenant readiness --snapshot latest', () => {
  test('judges the newest one kept, of any tenant or the one named', async () => {
    const other = {
      ...closed,
      tenant: { id: 'f-1', name: 'Fabrikam' },
      takenAt: '2026-11-20T00:00:00Z',
    };
    await keep({ ...closed, takenAt: '2026-11-01T00:00:00Z' });
    await keep(open);
    await keep(other);
    const call = ['tenant', 'readiness', '--json', '--data-dir', join(folder, 'kept')];
    const statusOf = async (...args: readonly string[]) =>
      (await runCli([...call, ...args])).lines.find(
        ({ rule }) => rule === 'smtp-auth.organization',
      )?.['status'];
    expect(await statusOf('--snapshot', 'latest')).toBe('fail');
    expect(await statusOf()).toBe('fail');
    expect(await statusOf('--tenant', 'fabrikam')).toBe('pass');
    expect(await statusOf('--tenant', 'F-1')).toBe('pass');
    const old = await runCli([...call, '--tenant', 'Fabrikam', '--max-age', '1d']);
    expect(old.stderr).toContain('Fabrikam');
  });

  test('says that there is none, and begins no history', async () => {
    const empty = join(folder, 'empty');
    const call = ['tenant', 'readiness', '--json', '--data-dir', empty];
    const { exit, lines } = await runCli(call);
    expect(exit).toBe(2);
    expect(lines).toMatchObject([
      { code: 'snapshot-missing', message: 'There is no stored snapshot of any tenant.' },
    ]);
    expect((await runCli([...call, '--tenant', 'Contoso'])).lines).toMatchObject([
      { message: 'There is no stored snapshot of Contoso.' },
    ]);
    expect(existsSync(empty)).toBe(false);
  });
});

const kept = () => join(folder, 'waived');

describe('a waiver kept on this machine', () => {
  const waiver = {
    rule: 'smtp-auth.organization' as const,
    subject: null,
    reason: 'Scanners move in spring',
    owner: 'mail@contoso.com',
    until: '2027-03-01T00:00:00Z',
  };
  beforeAll(() => {
    const opened = openDatabase(join(kept(), 'history.sqlite'), () => new Date());
    if (!opened.ok) throw new Error('no database');
    createWaiverStore(opened.value.database).add(open.tenant.id ?? '', waiver);
    opened.value.database.close();
  });
  const statusAt = async (at: string, ...more: readonly string[]) => {
    const path = await file('open.json', open);
    const call = ['tenant', 'readiness', '--json', '--snapshot', path, '--at', at, ...more];
    const { lines } = await runCli(call);
    return lines.find(({ rule }) => rule === waiver.rule)?.['status'];
  };

  test('holds on the command line too, until it ends', async () => {
    const place = ['--data-dir', kept()];
    expect(await statusAt('2026-11-24T00:00:00Z', ...place)).toBe('waived');
    expect(await statusAt('2027-03-01T00:00:00Z', ...place)).toBe('fail');
    expect(await statusAt('2026-11-24T00:00:00Z')).toBe('fail');
  });

  test('makes what fails anew no reason for a scheduler to call', async () => {
    const before = snapshotOf(transport({ smtpClientAuthenticationDisabled: true }));
    const after = snapshotOf(transport({ smtpClientAuthenticationDisabled: false }));
    const [a, b] = [await file('before.json', before), await file('after.json', after)];
    const call = ['tenant', 'diff', a, b, '--at', '2026-11-24T00:00:00Z'];
    expect((await runCli(call)).exit).toBe(1);
    expect((await runCli([...call, '--data-dir', kept()])).exit).toBe(0);
  });
});

test('tenant readiness --demo judges Contoso, in which something fails and something is good', async () => {
  const empty = join(folder, 'demo');
  const { exit, lines } = await runCli([
    'tenant',
    'readiness',
    '--demo',
    '--json',
    '--max-age',
    '1d',
    '--data-dir',
    empty,
  ]);
  for (const line of lines) resultSchema.parse(line);
  const statuses = new Set(lines.map(({ status }) => status));
  expect(statuses).toContain('fail');
  expect(statuses).toContain('pass');
  expect(statuses).not.toContain('error');
  expect(exit).toBe(1);
  expect(existsSync(empty)).toBe(false);
  const both = await runCli(['tenant', 'readiness', '--demo', '--snapshot', 'latest']);
  expect(both.exit).toBe(2);
});

describe('tenant diff', () => {
  test('tells what is new and what is fixed, and exits with 1 when something fails that did not', async () => {
    const [a, b] = [await file('a.json', closed), await file('b.json', open)];
    const there = await runCli(['tenant', 'diff', a, b, '--json']);
    expect(there.exit).toBe(1);
    expect(there.lines).toEqual([
      {
        schema: 'exo-companion/diff-entry@1',
        rule: 'send-from-alias.enabled',
        subject: null,
        change: 'fixed',
        from: 'warning',
        to: 'pass',
      },
      {
        schema: 'exo-companion/diff-entry@1',
        rule: 'smtp-auth.organization',
        subject: null,
        change: 'new',
        from: 'pass',
        to: 'fail',
      },
      {
        schema: 'exo-companion/diff-entry@1',
        rule: 'smtp-auth.mailboxes',
        subject: null,
        change: 'not-comparable',
        from: 'not-assessed',
        to: 'fail',
      },
      {
        schema: 'exo-companion/diff-entry@1',
        rule: 'mobile.activesync',
        subject: null,
        change: 'not-comparable',
        from: 'not-assessed',
        to: 'manual',
      },
    ]);
    const back = await runCli(['tenant', 'diff', b, a]);
    expect(back.exit).toBe(0);
    expect(back.stdout).toContain('Fixed: SMTP AUTH for the organization (Needs a change → Good)');
  });

  test('of a snapshot with itself is empty', async () => {
    const path = await file('a.json', open);
    expect(await runCli(['tenant', 'diff', path, path, '--json'])).toMatchObject({
      exit: 0,
      lines: [],
    });
  });

  test('compares a file with the newest one kept of its tenant', async () => {
    const path = await file('a.json', closed);
    const place = ['--data-dir', join(folder, 'kept'), '--json'];
    const { exit, lines } = await runCli(['tenant', 'diff', path, 'latest', ...place]);
    expect(exit).toBe(1);
    expect(lines).toContainEqual(
      expect.objectContaining({ rule: 'smtp-auth.organization', change: 'new', to: 'fail' }),
    );
    const none = ['tenant', 'diff', path, 'latest', '--data-dir', join(folder, 'empty'), '--json'];
    expect((await runCli(none)).lines).toMatchObject([
      { code: 'snapshot-missing', message: 'There is no stored snapshot of Contoso.' },
    ]);
  });

  test('refuses snapshots of two tenants, and a call with one', async () => {
    const a = await file('a.json', open);
    const other = { ...open, tenant: { id: 'other', name: 'Fabrikam' } };
    const b = await file('other.json', other);
    const mixed = await runCli(['tenant', 'diff', a, b, '--json']);
    expect(mixed.exit).toBe(2);
    expect(mixed.lines).toMatchObject([{ code: 'tenant-mixed' }]);
    expect((await runCli(['tenant', 'diff', a])).exit).toBe(2);
  });
});

test('a snapshot that Windows PowerShell redirected into a file is read as any other', async () => {
  const args = ['tenant', 'readiness', '--snapshot', '-', '--json'];
  const plain = await runCli(args, { stdin: JSON.stringify(open) });
  const little = Buffer.from(`\ufeff${JSON.stringify(open)}`, 'utf16le');
  for (const stdin of [little, Buffer.from(little).swap16()]) {
    expect((await runCli(args, { stdin })).lines).toEqual(plain.lines);
  }
  expect(plain.lines.length).toBeGreaterThan(0);
});
