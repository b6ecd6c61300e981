import { expect, test } from 'vitest';
import { createCallLog } from '../../../../electron/service/history/callLog.ts';
import { openDatabase } from '../../../../electron/service/history/database.ts';
import { value } from '../../../support/signedIn.ts';
import type { OutsideCall } from '../../../../electron/service/outsideCalls.ts';

const call: OutsideCall = {
  at: '2026-11-23T10:00:00.000Z',
  tenantId: 'tenant-1',
  api: 'exchange',
  call: 'Get-Mailbox',
  outcome: '200',
  milliseconds: 12,
  requestId: 'r-1',
};
const any = { tenantId: null, api: null, text: '' } as const;

function open() {
  const { database } = value(openDatabase(':memory:', () => new Date()));
  return { database, log: createCallLog(database) };
}

test('lines come back newest first, filtered, a page at a time', () => {
  const { log } = open();
  for (let number = 0; number < 5; number += 1)
    expect(log.record({ ...call, call: `Get-${number}` })).toBe(true);
  log.record({ ...call, tenantId: 'tenant-2', api: 'graph', call: 'GET /v1.0/organization' });
  log.record({ ...call, tenantId: null, api: 'dns', call: 'contoso.example MX', requestId: null });
  expect(log.count(any)).toBe(7);
  const first = log.list(any, 3, null);
  expect(first.map((line) => line.call)).toEqual([
    'contoso.example MX',
    'GET /v1.0/organization',
    'Get-4',
  ]);
  expect(log.list(any, 10, first[2]!.id).map((line) => line.call)).toEqual([
    'Get-3',
    'Get-2',
    'Get-1',
    'Get-0',
  ]);
  expect(log.list({ ...any, api: 'graph' }, 10, null)).toMatchObject([{ tenantId: 'tenant-2' }]);
  expect(log.list({ ...any, text: 'get /V1' }, 10, null)).toHaveLength(1);
  expect(log.list({ ...any, text: '%' }, 10, null)).toEqual([]);
  expect(log.count({ ...any, tenantId: 'tenant-1' })).toBe(5);
});

test('a call that took parts of a millisecond is written down like any other', () => {
  const { log } = open();
  expect(log.record({ ...call, milliseconds: 12.7 })).toBe(true);
  expect(log.list(any, 10, null)).toMatchObject([{ milliseconds: 13 }]);
});

test('lines are found by their outcome and their request id, too', () => {
  const { log } = open();
  log.record({ ...call, outcome: '429', requestId: '7A9E0000-0000-4000-8000-000000000001' });
  log.record({ ...call, outcome: 'timeout', requestId: null });
  const found = (text: string) =>
    log.list({ ...any, text }, 10, null).map(({ outcome }) => outcome);
  expect(found('7a9e0000')).toEqual(['429']);
  expect(found('Timeout')).toEqual(['timeout']);
  expect(found('get-mailbox')).toEqual(['timeout', '429']);
});

test('lines can be added and forgotten with their tenant, and never be changed', () => {
  const { database, log } = open();
  log.record(call);
  log.record({ ...call, tenantId: null });
  expect(() => database.exec("UPDATE outside_calls SET outcome = '500'")).toThrow(/append-only/);
  expect(log.forget('Tenant-1', [])).toBe(1);
  expect(log.list(any, 10, null)).toMatchObject([{ tenantId: null }]);
});

test('a sign-in whose path names the tenant by its domain is forgotten with it', () => {
  const { log } = open();
  const signIn = { ...call, tenantId: null, api: 'sign-in' } as const;
  const paths = ['Contoso.example', 'organizations', 'sub.contoso.example'];
  for (const path of paths) log.record({ ...signIn, call: `POST /${path}/oauth2/v2.0/token` });
  log.record({ ...call, tenantId: null, api: 'dns', call: 'contoso.example MX' });
  expect(log.forget('tenant-1', ['contoso.example'])).toBe(1);
  expect(log.list(any, 10, null).map((line) => line.call)).toEqual([
    'contoso.example MX',
    'POST /sub.contoso.example/oauth2/v2.0/token',
    'POST /organizations/oauth2/v2.0/token',
  ]);
});

test('a full disk stops nobody from working', () => {
  const { database, log } = open();
  database.exec('PRAGMA query_only = ON');
  expect(log.record(call)).toBe(false);
});
