/**
 * Tokens, codes and what stands beside them stay in the service: nothing of them reaches a page, the disk
 * in clear, a log, an export or the support bundle. Not even when Microsoft sends them back.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHostPorts } from '../../../../../electron/service/hostPorts.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { sourceIds } from '../../../../../shared/tenant/sources.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import type { SimulatedCloud } from '../../../../cloud/startCloud.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

let cloud: SimulatedCloud;
let desk: TenantService;
let logs: string;
let accountId = '';
const anything = { tenantId: null, api: null, text: '' } as const;

/** Every token and code, and of a JSON Web Token what it says and what signs it. */
function secrets(): readonly string[] {
  const all = cloud.entra.secrets().flatMap((secret) => [secret, ...secret.split('.').slice(1)]);
  return [...new Set(all)].filter((secret) => secret.length > 20);
}

beforeAll(async () => {
  cloud = await startCloud({ scenario: wholeTenant });
  logs = mkdtempSync(join(tmpdir(), 'exo-companion-canary-'));
  // The logs of a host as they are, so that what is written there is looked at as well.
  const { audit, reportBug } = createHostPorts('electron', logs);
  desk = openTenantService({ cloud, ports: { audit, reportBug } });
  ({ id: accountId } = await desk.signIn());
  await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
});

afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await cloud.stop();
  rmSync(logs, { recursive: true, force: true });
  expect(cloud.bugs).toEqual([]);
});

function gather(...sources: readonly (typeof sourceIds)[number][]) {
  return desk.ask('tenant.gather', { jobId: randomUUID(), accountId, sources: [...sources] });
}

/** Sends the token back in the ways in which a server or a proxy might. */
async function echo(): Promise<void> {
  const tokens = secrets().filter((secret) => secret.split('.').length === 3);
  const text = `You sent Bearer ${tokens.join(' and ')}.`;
  cloud.faults.set('graph organization', {
    kind: 'answer',
    answer: { status: 400, body: { error: { code: 'Request_BadRequest', message: text } } },
  });
  cloud.faults.set('exchange invoke', {
    kind: 'answer',
    answer: {
      status: 400,
      body: {
        error: {
          code: 'BadRequest',
          message: 'Error executing cmdlet',
          innererror: { internalexception: { message: text, type: 'System.Exception' } },
        },
      },
    },
  });
  cloud.faults.set('graph domains', { kind: 'answer', answer: { status: 403, body: text } });
  const read = await gather('organization', 'domains', 'transportConfig');
  cloud.faults.clear();
  const entry = read.sources.find(({ id }) => id === 'organization');
  expect(entry?.detail).toContain('[token]');
}

async function everything(): Promise<void> {
  await desk.ask('tenant.coverage', { jobId: randomUUID(), accountId });
  await gather(...sourceIds.filter((id) => id !== 'mxHosts'));
  await echo();
  cloud.entra.fail('devicecode', { aadsts: 50076 });
  await desk.call('identity.deviceCode', { jobId: randomUUID(), accountId, consent: null });
  await desk.ask('identity.state', {});
  const { tenants } = await desk.ask('tenant.list', {});
  const newest = tenants[0]?.newest?.id ?? 0;
  await desk.ask('tenant.snapshot', { key: tenants[0]?.key ?? '', snapshotId: null });
  for (const source of sourceIds) await desk.ask('tenant.source', { snapshotId: newest, source });
  await desk.ask('tenant.audit', { ...anything, limit: 500, before: null });
  for (const format of ['csv', 'jsonl'] as const)
    await desk.ask('tenant.auditExport', { ...anything, format });
  await desk.ask('tenant.supportBundle', {});
}

describe('after a sign-in, a coverage table, a whole reading, refusals and every export', () => {
  let heard = '';
  let written = '';

  beforeAll(async () => {
    await everything();
    heard = JSON.stringify(desk.heard);
    await desk.service.close();
    const inLogs = ['audit.ndjson', 'log.ndjson'].map((name) => {
      try {
        return readFileSync(join(logs, name), 'utf8');
      } catch {
        return '';
      }
    });
    written = [...desk.files(), ...inLogs].join('\n');
  });

  test('there were tokens to be found, and all of it was done', () => {
    expect(secrets().length).toBeGreaterThan(5);
    expect(heard).toContain('GET /v1.0/organization');
    expect(heard).toContain('exchange-companion-support-');
    expect(written).toContain('tenant.gather');
    expect(written).toContain('SQLite format 3');
  });

  test('no answer and no event holds one', () => {
    for (const secret of secrets()) expect(heard.includes(secret)).toBe(false);
    expect(heard).not.toMatch(/eyJ[\w-]{20}/);
  });

  test('no file holds one in clear', () => {
    for (const secret of secrets()) expect(written.includes(secret)).toBe(false);
    expect(written).not.toMatch(/eyJ[\w-]{20}/);
  });
});
