import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import type { PracticeLab } from '../../../../electron/service/demo/practiceLab.ts';
import { createRecordSightings } from '../../../../electron/service/history/recordSightings.ts';
import { seenRecords } from '../../../../electron/cli/seenRecords.ts';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import { rolloverSchema } from '../../../../shared/dane/rollover.ts';
import { identity } from '../../../support/labCertificates.ts';
import { runCli } from '../../../support/runCli.ts';

const at = new Date('2026-11-23T12:00:00Z');
let lab: PracticeLab;
let folder: string;
let common: readonly string[];

beforeAll(async () => {
  lab = await startPracticeLab(at);
  folder = mkdtempSync(join(tmpdir(), 'rollover-cli-'));
  const anchorFile = join(folder, 'anchor');
  writeFileSync(anchorFile, `${lab.trustAnchor}\n`);
  common = [
    '--resolver',
    lab.resolver,
    '--trust-anchor',
    anchorFile,
    '--smtp-port',
    String(lab.smtpPort),
    '--allow-private',
    '--json',
    '--data-dir',
    folder,
  ];
});
afterAll(async () => {
  await lab.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The certificate of a new key for a host of the lab, as a file. */
function nextFor(host: string): string {
  const file = join(folder, `${host}.pem`);
  writeFileSync(file, identity(host).leaf.pem);
  return file;
}

function rollover(...args: readonly string[]) {
  return runCli(['rollover', 'check', ...args, ...common], { at });
}

describe('rollover check', () => {
  it.each([
    ['mx.good.test', 'stops-mail', 1],
    ['mx.insecure.test', 'safe', 0],
    ['mx.bogus.test', 'undetermined', 3],
    ['nowhere.test', 'undetermined', 3],
  ])('of a new key at %s says: %s', async (host, verdict, exit) => {
    const result = await rollover(nextFor(host), '--host', host);
    expect(result.lines.map((line) => rolloverSchema.parse(line))).toMatchObject([
      { host, verdict, notBefore: null },
    ]);
    expect(result.exit).toBe(exit);
  });

  it('names the record that is missing', async () => {
    const { lines } = await rollover(nextFor('mx.good.test'), '--host', 'MX.good.test.');
    expect(rolloverSchema.parse(lines[0]).missing).toEqual([
      expect.stringMatching(/^_25\._tcp\.mx\.good\.test\. IN TLSA 3 1 1 [0-9a-f]{64}$/),
    ]);
  });

  it.each([
    [['--host', 'mx.good.test'], 'usage'],
    [['FILE'], 'usage'],
    [['/nowhere.pem', '--host', 'mx.good.test'], 'file-not-found'],
    [['FILE', '--host', 'a..b'], 'host-invalid'],
    [['FILE', '--host', 'mx.good.test', '--port', '0'], 'usage'],
    [['FILE', 'FILE', '--host', 'mx.good.test'], 'usage'],
  ])('%j is not usable: %s', async (args, code) => {
    const file = nextFor('mx.good.test');
    const { lines, exit } = await rollover(...args.map((each) => (each === 'FILE' ? file : each)));
    expect(lines).toMatchObject([{ schema: 'exo-companion/error@1', code }]);
    expect(exit).toBe(2);
  });

  it('knows what the app on this machine saw before, and begins no history', () => {
    const owner = '_25._tcp.mx.example.com';
    expect(seenRecords(join(folder, 'nothing'), () => at)(owner)).toEqual([]);
    const opened = openDatabase(join(folder, 'history.sqlite'), () => at);
    if (!opened.ok) throw new Error(opened.error.code);
    createRecordSightings(opened.value.database).saw('dane', owner, [], '2026-11-01T00:00:00Z');
    opened.value.database.close();
    expect(seenRecords(folder, () => at)(owner)).toEqual([
      { records: [], firstSeen: '2026-11-01T00:00:00Z', lastSeen: '2026-11-01T00:00:00Z' },
    ]);
  });
});
