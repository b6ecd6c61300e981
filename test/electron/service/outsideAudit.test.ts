/** Whatever leaves this computer, on whatever page it was asked for, is a line of the audit table. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditedPorts } from '../../../electron/service/dane/check/auditedPorts.ts';
import { createExchange } from '../../../electron/service/dns/exchange.ts';
import { defaultCheckOptions } from '../../../shared/dane/run.ts';
import { openTenantService } from '../../support/tenantService.ts';
import { realPorts } from '../../../electron/service/dane/check/realPorts.ts';
import type { OutsideCall } from '../../../electron/service/outsideCalls.ts';
import type { CheckPlace } from '../../../shared/dane/run.ts';
import type { TenantService } from '../../support/tenantService.ts';

let desk: TenantService;
// Nothing listens there: it is asked all the same.
const resolvers = ['udp://127.0.0.1:9'];

beforeAll(() => {
  desk = openTenantService();
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  expect(desk.bugs).toEqual([]);
});

async function linesOf(work: () => Promise<unknown>): Promise<readonly string[]> {
  const all = { tenantId: null, api: null, text: '', limit: 500, before: null } as const;
  const before = (await desk.ask('tenant.audit', all)).calls.length;
  await work();
  const { calls } = await desk.ask('tenant.audit', all);
  return calls.slice(0, calls.length - before).map(({ api, call }) => `${api} ${call}`);
}

const jobId = () => randomUUID();
const clock = () => new Date('2026-11-23T12:00:00Z');

test('a look-up', async () => {
  const question = { name: 'Contoso.example', type: 'mx', resolvers };
  const lines = await linesOf(() => desk.ask('dns.lookup', { jobId: jobId(), ...question }));
  expect(lines).toEqual(['dns contoso.example MX']);
});

const validate = (place: CheckPlace) =>
  desk.ask('dnssec.validate', {
    jobId: jobId(),
    name: '_25._tcp.mx.contoso.example',
    type: 'TLSA',
    resolvers: place === 'lab' ? [] : resolvers,
    place,
  });

test('a chain of trust; of one in the practice lab, which is in this app, nothing leaves', async () => {
  expect(await linesOf(() => validate('internet'))).toEqual([
    'dns _25._tcp.mx.contoso.example TLSA',
  ]);
  expect(await linesOf(() => validate('lab'))).toEqual([]);
});

const check = (target: string, place: CheckPlace) =>
  desk.ask('dane.check', {
    jobId: jobId(),
    target,
    options: { ...defaultCheckOptions, place, timeout: 500, resolvers: [] },
  });

test('a check, name by name; not of one in the practice lab', async () => {
  await desk.ask('dns.setResolvers', { resolvers });
  const lines = await linesOf(() => check('contoso.example', 'internet'));
  expect(lines).toContain('dns contoso.example MX');
  expect(await linesOf(() => check('good.test', 'lab'))).toEqual([]);
});

test('a test of resolvers', async () => {
  const lines = await linesOf(() => desk.ask('dns.selfTest', { jobId: jobId(), resolvers }));
  expect(lines).toEqual(['dns Test of udp://127.0.0.1:9']);
});

test('a connection, also one that is refused', async () => {
  const calls: OutsideCall[] = [];
  const exchange = createExchange({ resolvers: [], resolverCa: null, timeout: 100 });
  const real = realPorts({
    exchange,
    anchors: [],
    clock,
    proxy: null,
    hello: null,
    roots: [],
  });
  const notes = { tenantId: 'one', clock, record: (call: OutsideCall) => void calls.push(call) };
  const { probes } = auditedPorts(real, notes);
  const { signal } = new AbortController();
  await expect(probes.connect({ address: '127.0.0.1', port: 9 }, signal)).rejects.toThrow();
  expect(calls).toMatchObject([
    { tenantId: 'one', api: 'smtp', call: 'CONNECT 127.0.0.1:9', outcome: 'connection-refused' },
  ]);
  exchange.close();
});
