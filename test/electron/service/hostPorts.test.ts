import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { createHostPorts } from '../../../electron/service/hostPorts.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'exo-ports-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the ports of a host', () => {
  it('name the version of package.json', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(createHostPorts('web', folder).version).toBe(version);
  });

  it('log a bug with its place and without its secrets, by the clock they were given', () => {
    const ports = createHostPorts('cli', folder, () => new Date('2026-11-23T09:00:00Z'));
    ports.reportBug(new Error('password=hunter2 was refused'), 'certificates.read');
    const line = JSON.parse(readFileSync(join(folder, 'log.ndjson'), 'utf8')) as {
      readonly problem: string;
    };
    expect(line).toMatchObject({
      at: '2026-11-23T09:00:00.000Z',
      host: 'cli',
      where: 'certificates.read',
    });
    expect(line.problem).toContain('Error: password=[secret] was refused\n    at ');
  });

  it('write the audit', () => {
    const line = {
      at: '2026-11-23T09:00:00Z',
      channel: 'app.info',
      outcome: 'ok',
      milliseconds: 1,
    };
    createHostPorts('web', folder).audit(line);
    expect(JSON.parse(readFileSync(join(folder, 'audit.ndjson'), 'utf8'))).toEqual(line);
  });
});
