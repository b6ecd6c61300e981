/** A certificate is renewed under DANE, step by step, at a mail server and a zone that change. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createChecklistHandlers } from '../../../../../electron/service/readiness/checklists/checklistHandlers.ts';
import { openDatabase } from '../../../../../electron/service/history/database.ts';
import { readinessStoresOf } from '../../../../../electron/service/readiness/readinessStores.ts';
import { daneWorld } from '../../../../support/daneWorld.ts';
import { identity, tlsaText } from '../../../../support/labCertificates.ts';
import { value } from '../../../../support/signedIn.ts';
import type { ChecklistView } from '../../../../../shared/contract/checklists.ts';
import type { CheckRun } from '../../../../../electron/service/dane/check/checkRun.ts';
import type { Handlers } from '../../../../../electron/service/router.ts';
import type { OpenDnsTools } from '../../../../../electron/service/tenant/openDnsTools.ts';
import type { World } from '../../../../support/daneWorld.ts';

const host = 'mx.example.test';
const which = { tenant: null, checklist: 'certificate-renewal', subject: host } as const;
const job = { signal: new AbortController().signal, progress() {}, item() {} };
const [former, next] = [identity(host), identity(host)];
const records = {
  former: tlsaText('3 1 1', former.leaf),
  next: tlsaText('3 1 1', next.leaf),
};

let now: Date;
let world: World;
let handlers: Pick<Handlers, `checklists.${string}` & keyof Handlers>;

/** What the zone has, and what the server shows. */
async function change(tlsa: readonly string[], shown: typeof former): Promise<void> {
  await world?.[Symbol.asyncDispose]();
  world = await daneWorld({
    zones: [
      {
        origin: 'example.test',
        text: [
          '$TTL 3600',
          'mx IN A 20.0.0.1',
          ...tlsa.map((data) => `_25._tcp.mx IN TLSA ${data}`),
        ].join('\n'),
      },
    ],
    servers: { '20.0.0.1': { identities: [shown] } },
  });
}

function tools(): OpenDnsTools {
  const { validator } = world;
  const check: CheckRun['check'] = (target, signal) => world.check(target.label, signal);
  return {
    validator,
    fetchPolicy: async () => ({ ok: false, problem: 'unreachable', detail: '' }),
    run: { check, close() {} },
    allowPrivate: false,
    timeout: 1000,
    [Symbol.dispose]() {},
  };
}

async function lookAt(time: string): Promise<Record<string, string>> {
  now = new Date(`2026-11-23T${time}:00Z`);
  return statesOf(
    value(await handlers['checklists.verify']({ ...which, jobId: '', step: null }, job)),
  );
}

const statesOf = ({ steps }: ChecklistView) =>
  Object.fromEntries(steps.map(({ id, state, message }) => [id, `${state} ${message?.code}`]));

beforeEach(() => {
  const opened = openDatabase(':memory:', () => now);
  const { database } = value(opened);
  handlers = createChecklistHandlers({
    clock: () => now,
    stores: readinessStoresOf(() => database),
    emit() {},
    tenants: {
      find: async () => null,
      reread: async () => ({ ok: true, value: { snapshot: null } }),
      openLookTools: async () => ({ ok: true, value: tools() }),
    },
    seen: () => [],
  });
});
afterEach(() => world[Symbol.asyncDispose]());

test('the record first, then twice its TTL, then the certificate, then the old record goes', async () => {
  await change([records.former], former);
  expect(await lookAt('12:30')).toMatchObject({
    'record-published': 'open next-record-missing',
    'certificate-swapped': 'blocked next-record-missing',
    'old-record-removed': 'blocked not-swapped',
  });
  await change([records.former, records.next], former);
  expect(await lookAt('13:00')).toMatchObject({
    'record-published': 'done next-record-there',
    'ttl-waited': 'open ttl-running',
    'certificate-swapped': 'blocked ttl-running',
  });
  // Looking again makes nobody wait longer.
  expect(await lookAt('14:59')).toMatchObject({ 'certificate-swapped': 'blocked ttl-running' });
  expect(await lookAt('15:00')).toMatchObject({
    'ttl-waited': 'done ttl-waited',
    'certificate-swapped': 'open swap-now',
    'old-record-removed': 'blocked not-swapped',
  });
  await change([records.former, records.next], next);
  expect(await lookAt('15:30')).toMatchObject({
    'certificate-swapped': 'done certificate-changed',
    'old-record-removed': 'open old-record-there',
  });
  await change([records.next], next);
  expect(await lookAt('16:00')).toMatchObject({
    'record-published': 'done certificate-changed',
    'ttl-waited': 'done certificate-changed',
    'certificate-swapped': 'done certificate-changed',
    'old-record-removed': 'done old-record-gone',
  });
});

test('a certificate that was changed too early is told at once, and nothing else is safe', async () => {
  await change([records.former], former);
  await lookAt('12:30');
  await change([records.former], next);
  expect(await lookAt('13:00')).toMatchObject({
    'record-published': 'open live-not-covered',
    'certificate-swapped': 'blocked live-not-covered',
    'old-record-removed': 'blocked live-not-covered',
  });
  const view = value(await handlers['checklists.get'](which, job));
  expect(view.steps.find(({ id }) => id === 'record-published')?.records).toEqual([
    `_25._tcp.${host}. 3600 IN TLSA ${records.next}`,
  ]);
  expect(
    await handlers['checklists.tick'](
      { ...which, step: 'old-record-removed', done: true, note: '' },
      job,
    ),
  ).toMatchObject({ ok: false, error: { code: 'step-blocked' } });
});

test('a server that says nothing leaves it to the person', async () => {
  await change([records.former], former);
  await world[Symbol.asyncDispose]();
  world = await daneWorld({
    zones: [
      {
        origin: 'example.test',
        text: `$TTL 3600\nmx IN A 20.0.0.9\n_25._tcp.mx IN TLSA ${records.former}`,
      },
    ],
  });
  expect(await lookAt('13:00')).toMatchObject({
    'record-published': 'unknown host-silent',
    'certificate-swapped': 'unknown host-silent',
  });
});
