import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { run } from '../../../../electron/cli/main.ts';
import { startPracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import type { PracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import { hostViewSchema, traceEntrySchema } from '../../../../shared/dane/check.ts';
import { domainVerdictSchema } from '../../../../shared/dane/verdict.ts';
import { silentResolver } from '../../../support/silentResolver.ts';
import { runCli } from '../../../support/runCli.ts';
import type { CliResult } from '../../../support/runCli.ts';

const at = new Date('2026-11-23T12:00:00Z');
let lab: PracticeLab;
let folder: string;
let anchorFile: string;

beforeAll(async () => {
  lab = await startPracticeLab(at);
  folder = mkdtempSync(join(tmpdir(), 'dane-cli-'));
  anchorFile = join(folder, 'anchor');
  writeFileSync(anchorFile, `${lab.trustAnchor}\n`);
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

function options(): string[] {
  return ['--resolver', lab.resolver, '--trust-anchor', anchorFile];
}

function check(args: readonly string[], io: Parameters<typeof runCli>[1] = {}): Promise<CliResult> {
  const place = ['--smtp-port', String(lab.smtpPort), '--allow-private'];
  return runCli(['dane', 'check', ...args, ...options(), ...place], { at, ...io });
}

/** As `command-line.md` fixes it: every property there, others allowed. */
const fixedShape = z.object({
  schema: z.literal('exo-companion/dane-check@1'),
  domain: z.string(),
  checkedAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
  verdict: domainVerdictSchema,
  protectedByDane: z.boolean().nullable(),
  mx: z.object({
    status: z.enum(['secure', 'insecure', 'bogus', 'indeterminate']),
    records: z.array(z.object({ preference: z.number(), exchange: z.string() })),
    implicit: z.boolean(),
    null: z.boolean(),
  }),
  hosts: z.array(hostViewSchema),
  findings: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      where: z.object({
        host: z.string().nullable(),
        ip: z.string().nullable(),
        keyType: z.string().nullable(),
      }),
      exchangeCode: z
        .string()
        .regex(/^5\.\d\.\d+$/)
        .nullable(),
      tlsRptType: z.string().nullable(),
      rfc: z.string().nullable(),
      message: z.string().min(1),
      fix: z.object({ text: z.string().min(1), records: z.array(z.string()) }).nullable(),
    }),
  ),
  trace: z.array(traceEntrySchema),
});

const errorShape = z.strictObject({
  schema: z.literal('exo-companion/error@1'),
  item: z.string(),
  id: z.null(),
  code: z.literal('target-invalid'),
  message: z.string().min(1),
  action: z.string().min(1),
});

const domainOf = ({ domain, item }: Record<string, unknown>) => domain ?? item;

describe('dane check', () => {
  it('gives every domain of the lab its verdict, in the fixed shape', async () => {
    const { lines, exit, stderr } = await check([
      '--json',
      ...lab.domains.map(({ domain }) => domain),
    ]);
    const found = lines.map((line) => fixedShape.parse(line));
    expect(Object.fromEntries(found.map(({ domain, verdict }) => [domain, verdict]))).toEqual(
      Object.fromEntries(lab.domains.map(({ domain, expected }) => [domain, expected])),
    );
    expect(exit).toBe(1);
    expect(stderr).toBe('');
  });

  it.each([
    ['good.test', 0],
    ['wrong-hash.test', 1],
    ['unusable.test', 1],
    ['insecure.test', 1],
    ['bogus.test', 3],
    ['nowhere.test', 0],
  ])('%s ends with %i', async (domain, exit) => {
    expect((await check([domain, '--json'])).exit).toBe(exit);
  });

  it('reads a list as people and programs write it, and goes on past what is no domain', async () => {
    const stdin = [
      '\u{feff}# a comment',
      'GOOD.test.',
      '',
      '   ',
      'not a domain',
      'jane@roll-over.test',
      '192.0.2.1',
      '"unusable.test",Authoritative,True',
      'good.test # the same again',
      'foo..bar',
    ].join('\r\n');
    const { lines, exit } = await check(['--from', '-', '--json', '--ordered'], { stdin });
    expect(lines.map(domainOf)).toEqual([
      'good.test',
      'not a domain',
      'roll-over.test',
      '192.0.2.1',
      'unusable.test',
      'good.test',
      'foo..bar',
    ]);
    const errors = lines.filter(({ schema }) => schema === 'exo-companion/error@1');
    for (const error of errors) expect(() => errorShape.parse(error)).not.toThrow();
    expect(errors).toHaveLength(3);
    expect(exit).toBe(2);
  });

  it('answers who writes one domain and waits before the next', async () => {
    const said: string[] = [];
    const first = Promise.withResolvers<void>();
    async function* conversation(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('good.test\n');
      await first.promise;
      yield Buffer.from('wrong-hash.test\n');
    }
    const place = ['--smtp-port', String(lab.smtpPort), '--allow-private'];
    const exit = await run(['dane', 'check', '--from', '-', '--json', ...options(), ...place], {
      clock: () => at,
      env: {},
      version: '0.0.0',
      signal: new AbortController().signal,
      stdin: conversation(),
      stdout: {
        write: async (text) => {
          said.push(text);
          first.resolve();
        },
      },
      stderr: { write: async () => {} },
    });
    expect(said.join('')).toMatch(/"domain":"good\.test"[^]*"domain":"wrong-hash\.test"/);
    expect(exit).toBe(1);
  });

  it('of a long list asks each server once, and makes one handshake', async () => {
    const file = join(folder, 'domains');
    const domains = Array.from({ length: 60 }, () => 'two-keys.test');
    writeFileSync(file, domains.join('\n'));
    const { lines } = await check(['--from', file, '--json']);
    expect(lines).toHaveLength(60);
    const probes = lines.map((line) => fixedShape.parse(line).hosts[0]?.addresses[0]?.probes);
    expect(new Set(probes.map((each) => each?.length))).toEqual(new Set([1]));
    const all = await check(['--from', file, '--json', '--handshakes', 'all']);
    const [first] = all.lines.map((line) => fixedShape.parse(line));
    const keys = first?.hosts[0]?.addresses[0]?.probes.map(({ keyType }) => keyType);
    expect(keys).toEqual(expect.arrayContaining(['rsa', 'ecdsa']));
  });

  it('skips private addresses unless it is told to', async () => {
    const { lines, exit } = await runCli(['dane', 'check', 'good.test', '--json', ...options()], {
      at,
    });
    expect(fixedShape.parse(lines[0])).toMatchObject({
      verdict: 'unreachable',
      protectedByDane: true,
      hosts: [{ addresses: [{ skipped: 'reserved', verdict: null, probes: [] }] }],
    });
    expect(exit).toBe(3);
  });

  it('takes another time for now', async () => {
    const { lines, exit } = await check(['good.test', '--json', '--at', '2030-01-01T00:00:00Z']);
    expect(fixedShape.parse(lines[0])).toMatchObject({
      verdict: 'defer',
      checkedAt: '2030-01-01T00:00:00Z',
      mx: { status: 'bogus', records: [] },
      hosts: [],
    });
    expect(exit).toBe(3);
  });

  it('a resolver that says nothing costs its time and no more', async () => {
    const silent = await silentResolver();
    const { lines, exit } = await runCli(
      ['dane', 'check', 'good.test', '--json', '--timeout', '100', '--resolver', silent],
      { at },
    );
    expect(fixedShape.parse(lines[0])).toMatchObject({
      verdict: 'defer',
      protectedByDane: null,
      mx: { status: 'indeterminate' },
    });
    expect(exit).toBe(3);
  });

  it('of another service is about a host and port', async () => {
    const { lines } = await check(['mx.good.test', '--service', 'submission', '--json']);
    expect(lines[0]).toMatchObject({ domain: 'mx.good.test:587', mx: null });
    const { lines: refused, exit } = await check(['mx.good.test', '--service', 'tls', '--json']);
    expect(refused[0]).toMatchObject({ item: 'mx.good.test', code: 'target-invalid' });
    expect(exit).toBe(2);
  });

  it.each([
    [[]],
    [['good.test', '--from', '-']],
    [['good.test', '--handshakes', 'some']],
    [['good.test', '--service', 'gopher']],
    [['good.test', '--concurrency', '0']],
    [['good.test', '--timeout', 'soon']],
    [['good.test', '--smtp-port', '70000']],
    [['--from', '/nowhere/at/all']],
  ])('%j is not usable', async (args) => {
    const { exit, lines } = await runCli(['dane', 'check', ...args, '--json'], { at });
    expect(exit).toBe(2);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ schema: 'exo-companion/error@1' });
  });

  it('tells people in sentences, with the record to publish', async () => {
    const { stdout, exit } = await check(['two-keys.test']);
    expect(stdout).toContain('two-keys.test: DANE clients refuse it');
    expect(stdout).toContain('Exchange Online: 5.7.323');
    expect(stdout).toMatch(/_25\._tcp\.mx\.two-keys\.test\. IN TLSA 3 1 1 [0-9a-f]{64}/);
    expect(exit).toBe(1);
  });
});
