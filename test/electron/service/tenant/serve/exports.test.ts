/** The audit as a file, and what somebody who helps is given. */
import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contoso } from '../../../../cloud/scenarios/contoso.ts';
import { createCallLog } from '../../../../../electron/service/history/callLog.ts';
import { exportAudit } from '../../../../../electron/service/tenant/serve/exportAudit.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { value } from '../../../../support/signedIn.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import type { DatabaseSync } from 'node:sqlite';
import type { CallLog, StoredCall } from '../../../../../electron/service/history/callLog.ts';
import type { OutsideCall } from '../../../../../electron/service/outsideCalls.ts';
import type { SimulatedCloud } from '../../../../cloud/startCloud.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

const at = new Date('2026-11-23T12:00:00Z');
const anything = { tenantId: null, api: null, text: '' } as const;

const call = (more: Partial<OutsideCall> = {}): OutsideCall => ({
  at: at.toISOString(),
  tenantId: null,
  api: 'dns',
  call: 'contoso.example MX',
  outcome: 'secure',
  milliseconds: 12,
  requestId: null,
  ...more,
});

describe('the audit as a file', () => {
  let database: DatabaseSync;
  let calls: CallLog;

  beforeEach(() => {
    ({ database } = value(openDatabase(':memory:', () => at)));
    calls = createCallLog(database);
  });
  afterEach(() => database.close());

  test('CSV has a head, the newest first, and nothing that a spreadsheet would run', async () => {
    calls.record(call());
    calls.record(call({ api: 'graph', call: '=cmd|calc', tenantId: 'one', requestId: 'r"1' }));
    const file = await exportAudit({ calls }, { ...anything, format: 'csv' }, at);
    expect(file).toEqual({
      fileName: 'outside-calls-2026-11-23.csv',
      left: 0,
      text:
        '\uFEFFid,at,tenantId,api,call,outcome,milliseconds,requestId\r\n' +
        `2,2026-11-23T12:00:00.000Z,one,graph,'=cmd|calc,secure,12,"r""1"\r\n` +
        '1,2026-11-23T12:00:00.000Z,,dns,contoso.example MX,secure,12,\r\n',
    });
  });

  test('JSON Lines has every property of every line, of those that were asked for', async () => {
    calls.record(call());
    calls.record(call({ api: 'graph', call: 'GET /v1.0/organization' }));
    const filter = { ...anything, api: 'graph', format: 'jsonl' } as const;
    const { text, fileName } = await exportAudit({ calls }, filter, at);
    expect(fileName).toBe('outside-calls-2026-11-23.jsonl');
    expect(text.endsWith('\n')).toBe(true);
    expect(JSON.parse(text)).toEqual({
      id: 2,
      ...call({ api: 'graph' }),
      call: 'GET /v1.0/organization',
    });
  });

  test('says how many older ones it leaves out', async () => {
    for (let count = 0; count < 1234; count += 1) calls.record(call({ milliseconds: count }));
    const whole = await exportAudit({ calls }, { ...anything, format: 'jsonl' }, at);
    expect(whole.text.trimEnd().split('\n')).toHaveLength(1234);
    const some = await exportAudit({ calls }, { ...anything, format: 'jsonl' }, at, 700);
    expect(some.left).toBe(534);
    const ids = some.text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as StoredCall).id);
    expect([ids.length, ids[0], ids.at(-1)]).toEqual([700, 1234, 535]);
  });

  test('no line can be changed, not even by who has the database', () => {
    calls.record(call());
    expect(() => database.exec("UPDATE outside_calls SET call = 'nothing'")).toThrow(/append-only/);
    expect(calls.list(anything, 10, null)).toMatchObject([{ call: 'contoso.example MX' }]);
  });
});

describe('a support bundle', () => {
  let cloud: SimulatedCloud;
  let desk: TenantService;
  let files: Readonly<Record<string, string>>;

  beforeAll(async () => {
    cloud = await startCloud({ scenario: wholeTenant });
    desk = openTenantService({ cloud });
    const { id: accountId } = await desk.signIn();
    await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
    const sources = ['organization', 'domains', 'acceptedDomains', 'dns', 'casMailboxes'] as const;
    await desk.ask('tenant.gather', { jobId: randomUUID(), accountId, sources: [...sources] });
    const problem =
      'Error: no answer of mail.contoso.example for Avery Admin\n    at Router.handle (/app/electron/service/router.ts:90:12)';
    appendFileSync(
      join(desk.directory, 'log.ndjson'),
      `${JSON.stringify({ at: at.toISOString(), where: 'tenant.gather', problem })}\n`,
    );
    const bundle = await desk.ask('tenant.supportBundle', {});
    files = Object.fromEntries(bundle.files.map(({ name, text }) => [name, text]));
  });
  afterAll(async () => {
    await desk[Symbol.asyncDispose]();
    await cloud.stop();
  });

  test('tells versions, states and calls', () => {
    expect(JSON.parse(files['about.json'] ?? '')).toMatchObject({
      host: 'electron',
      settings: { resolvers: ['udp'] },
      registration: { hasClientId: true, cloud: 'worldwide' },
      signIn: { accounts: [{ cloud: 'private', guest: false, needs: null }] },
      storage: { lasting: true, wasDamaged: false },
    });
    const [tenant] = JSON.parse(files['tenants.json'] ?? '') as readonly {
      readonly newest: { readonly sources: readonly { id: string; state: string }[] };
    }[];
    expect(tenant).toMatchObject({ tenant: 'Tenant 1', inUse: true, signedIn: true, snapshots: 1 });
    expect(tenant?.newest.sources.find(({ id }) => id === 'acceptedDomains')?.state).toBe('ok');
    const calls = files['outside-calls.jsonl'] ?? '';
    expect(calls).toContain('Get-AcceptedDomain');
    expect(calls).toContain('GET /v1.0/organization');
    const log = files['log.ndjson'] ?? '';
    expect(log).toContain('"where":"tenant.gather"');
    expect(log).toContain('at Router.handle (/app/electron/service/router.ts:90:12)');
  });

  test('names nobody: no person, no domain, no tenant, no host', () => {
    const text = Object.values(files).join('\n').toLowerCase();
    const names = [
      contoso.id,
      'contoso',
      'avery',
      'admin@',
      'c0ffee00-1234',
      desk.directory.toLowerCase(),
      '127.0.0.1',
    ];
    for (const name of names) expect(text).not.toContain(name);
  });
});
