import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import type { PracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import { runCli } from '../../../support/runCli.ts';

const at = new Date('2026-11-23T12:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'practice-lab-'));
const anchorFile = join(folder, 'anchor');
let lab: PracticeLab;

beforeAll(async () => {
  lab = await startPracticeLab(at);
  writeFileSync(anchorFile, lab.trustAnchor);
});

afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true });
});

function check(targets: readonly string[], ...options: readonly string[]) {
  return runCli(
    [
      'dane',
      'check',
      ...targets,
      ...options,
      '--json',
      '--resolver',
      lab.resolver,
      '--trust-anchor',
      anchorFile,
      '--smtp-port',
      String(lab.smtpPort),
      '--allow-private',
      '--timeout',
      '2000',
    ],
    { at },
  );
}

describe('the practice lab, through the command line', () => {
  it('shows each thing that can be right or wrong', async () => {
    const { lines, exit } = await check(lab.domains.map(({ domain }) => domain));
    expect(Object.fromEntries(lines.map(({ domain, verdict }) => [domain, verdict]))).toEqual(
      Object.fromEntries(lab.domains.map(({ domain, expected }) => [domain, expected])),
    );
    expect(lines).toHaveLength(11);
    expect(exit).toBe(1);
  });

  it('answers in input order when asked to, and goes on after what is no domain', async () => {
    const targets = ['good.test', '192.0.2.1', 'bogus.test', 'someone@roll-over.test'];
    const { lines, exit } = await check(targets, '--ordered', '--handshakes', 'one');
    expect(
      lines.map(({ domain, verdict, code, item }) => (domain ? [domain, verdict] : [item, code])),
    ).toEqual([
      ['good.test', 'pass'],
      ['192.0.2.1', 'target-invalid'],
      ['bogus.test', 'defer'],
      ['roll-over.test', 'pass'],
    ]);
    expect(exit).toBe(2);
  });

  it('prints exactly what it promises of a result', async () => {
    const { lines } = await check(['wrong-hash.test'], '--handshakes', 'one');
    const [line] = lines;
    expect(line).toMatchObject({
      schema: 'exo-companion/dane-check@1',
      domain: 'wrong-hash.test',
      checkedAt: '2026-11-23T12:00:00Z',
      protectedByDane: true,
      mx: {
        status: 'secure',
        records: [{ preference: 10, exchange: 'mx.wrong-hash.test' }],
        implicit: false,
        null: false,
      },
    });
    const [host] = line!['hosts'] as Record<string, unknown>[];
    expect(Object.keys(host!)).toEqual(
      expect.arrayContaining([
        'tlsaBase',
        'tlsaStatus',
        'tlsa',
        'verdict',
        'findings',
        'addresses',
      ]),
    );
    const findings = line!['findings'] as Record<string, unknown>[];
    expect(findings.find(({ code }) => code === 'tlsa-no-match')).toMatchObject({
      severity: 'error',
      exchangeCode: '5.7.323',
      tlsRptType: 'tlsa-invalid',
      rfc: 'RFC 7671 §4',
      fix: {
        records: [
          expect.stringMatching(/^_25\._tcp\.mx\.wrong-hash\.test\. IN TLSA 3 1 1 [\da-f]{64}$/),
        ],
      },
    });
    expect(line).not.toHaveProperty('evidence');
    expect((line!['trace'] as unknown[]).length).toBeGreaterThan(5);
  });

  it('reads targets from stdin, comments and notes aside', async () => {
    const stdin = '# mine\ngood.test, the good one\n\n"insecure.test";x\n';
    const result = await runCli(
      [
        'dane',
        'check',
        '--from',
        '-',
        '--ordered',
        '--handshakes',
        'one',
        '--json',
        '--resolver',
        lab.resolver,
        '--trust-anchor',
        anchorFile,
        '--smtp-port',
        String(lab.smtpPort),
        '--allow-private',
      ],
      { at, stdin },
    );
    expect(result.lines.map(({ verdict }) => verdict)).toEqual(['pass', 'no-dane']);
  });

  it('refuses private addresses unless they are allowed', async () => {
    const result = await runCli(
      [
        'dane',
        'check',
        'good.test',
        '--json',
        '--resolver',
        lab.resolver,
        '--trust-anchor',
        anchorFile,
      ],
      { at },
    );
    expect(result.lines[0]).toMatchObject({ verdict: 'unreachable', protectedByDane: true });
    expect(result.exit).toBe(3);
  });

  it('writes for people as well', async () => {
    const result = await runCli(
      [
        'dane',
        'check',
        'expired.test',
        '--resolver',
        lab.resolver,
        '--trust-anchor',
        anchorFile,
        '--smtp-port',
        String(lab.smtpPort),
        '--allow-private',
      ],
      { at },
    );
    expect(result.stdout).toContain('expired.test: DANE clients refuse it');
    expect(result.stdout).toContain('5.7.322');
    expect(result.exit).toBe(1);
  });
});
