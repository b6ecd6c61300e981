import { describe, expect, test } from 'vitest';
import { checklistIds } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import { cases } from './cases.ts';
import { at, domainSeen, hostSeen, stepsOf, ticked, tlsa } from './stepCase.ts';
import { accepted, dns, organization } from '../ruleCase.ts';
import { snapshotOf } from '../../../support/snapshotOf.ts';
import type { HostLook } from '../../../../shared/readiness/checklists/hostLook.ts';

describe.each(checklistIds)('%s', (id) => {
  test.each(cases[id].map((one) => [one.is, one] as const))('%s', (_, { gives, ...world }) => {
    const found = Object.fromEntries(
      stepsOf(id, world).map((step) => [
        step.id,
        step.message === null ? step.state : `${step.state} ${step.message.code}`,
      ]),
    );
    expect(found).toMatchObject(gives);
  });

  test('has for each step that the app sees a case in which it is done and one in which it is not', () => {
    for (const { id: step, assess } of checklists[id].steps) {
      const states = cases[id].map(({ gives }) => gives[step]?.split(' ')[0]);
      if (assess === null) {
        expect(states, step).toContain('open');
        continue;
      }
      expect(
        states.filter((state) => state !== undefined && state !== 'done'),
        step,
      ).not.toEqual([]);
      // Supported builds are of a date that moves: its rule has those cases.
      if (!['blocked-gone', 'unsupported-gone'].includes(step)) {
        expect(states, step).toContain('done');
      }
    }
  });

  test('tells what is done with evidence of it, and when that was seen', () => {
    for (const world of cases[id]) {
      for (const step of stepsOf(id, world).filter(({ state }) => state === 'done')) {
        expect(step.checked).not.toBeNull();
        if (step.checked?.by === 'app') expect(step.evidence.length).toBeGreaterThan(0);
        for (const { at: seen } of step.evidence) expect(Date.parse(seen)).not.toBeNaN();
      }
    }
  });
});

const enabled = (world: Parameters<typeof stepsOf>[1]) =>
  stepsOf('send-from-alias', world).find(({ id }) => id === 'enabled');

describe('a tick', () => {
  const world = { data: organization({ sendFromAliasEnabled: false }) };

  test('counts until something newer says otherwise', () => {
    expect(enabled({ ...world, progress: ticked('enabled') })).toMatchObject({
      state: 'done',
      checked: { at, by: 'person', note: 'Ticket 7' },
    });
    const later = { organizationConfig: { at: '2026-11-23T13:00:00Z' } };
    expect(enabled({ ...world, entries: later, progress: ticked('enabled') })).toMatchObject({
      state: 'open',
      checked: { by: 'app' },
    });
  });

  test('of a step that the app can’t see stands with its note', () => {
    const steps = stepsOf('send-from-alias', { progress: ticked('enabled', 'tried') });
    for (const id of ['enabled', 'tried']) {
      expect(steps.find((step) => step.id === id)).toMatchObject({
        state: 'done',
        checked: { by: 'person', note: 'Ticket 7' },
      });
    }
  });

  test('never stands against what would stop mail', () => {
    const steps = stepsOf('certificate-renewal', {
      progress: { host: hostSeen(), ...ticked('certificate-swapped') },
    });
    expect(steps.find(({ id }) => id === 'certificate-swapped')?.state).toBe('blocked');
  });
});

test('subjects are the tenant’s own domains, and its own servers', () => {
  const named = ['Contoso.com', 'contoso.onmicrosoft.com', 'Fabrikam.com.', null];
  const snapshot = snapshotOf({
    acceptedDomains: named.map((domainName) => accepted({ domainName })),
    dns: [
      dns('contoso.com', { mx: ['contoso-com.mail.protection.outlook.com', 'MX.contoso.com.'] }),
      dns('fabrikam.com', { mx: ['mx.contoso.com'] }),
    ],
  });
  expect(checklists['inbound-dane'].subjects(snapshot)).toEqual(['contoso.com', 'fabrikam.com']);
  expect(checklists['own-server-dane'].subjects(snapshot)).toEqual(['mx.contoso.com']);
  expect(checklists['certificate-renewal'].subjects(snapshot)).toEqual(['mx.contoso.com']);
});

const waits = (...args: Parameters<typeof stepsOf>) =>
  Object.fromEntries(stepsOf(...args).map(({ id, waitSeconds }) => [id, waitSeconds]));
const waitAfter = (tlsaSeen: HostLook['tlsa'], publishedSince: string) =>
  waits('certificate-renewal', {
    progress: { host: hostSeen({ ttl: 3600, tlsa: tlsaSeen, publishedSince }) },
  })['ttl-waited'];
const recordsFor = (...seen: HostLook['tlsa']) =>
  stepsOf('own-server-dane', { progress: { host: hostSeen({ tlsa: seen }) } }).find(
    ({ id }) => id === 'tlsa-published',
  )?.records;

describe('how long to wait', () => {
  test('comes from the TTLs that were seen', () => {
    const sts = { state: 'found' as const, mode: 'enforce' as const, mx: ['*.x'], maxAge: 86_400 };
    expect(
      waits('inbound-dane', { progress: domainSeen({ mx: ['a.example'], sts }, 7200) }),
    ).toMatchObject({
      'mta-sts-ready': 86_400,
      'ttl-lowered': 7200,
      'mx-added': 7200,
      'old-mx-removed': 7200,
    });
    expect(waits('inbound-dane', {})).toMatchObject({ 'ttl-lowered': null, 'mta-sts-ready': null });
    expect(waits('own-server-dane', { progress: { host: hostSeen({ ttl: 1800 }) } })).toMatchObject(
      {
        'tlsa-published': 1800,
      },
    );
  });

  test('is what is left of twice the TTL, once the next record is there', () => {
    const both = [tlsa('a', true), tlsa('b', false)];
    expect(waitAfter([tlsa('a', true)], '2026-11-01T00:00:00Z')).toBe(7200);
    expect(waitAfter(both, '2026-11-23T11:30:00Z')).toBe(5400);
    expect(waitAfter(both, '2026-11-23T00:00:00Z')).toBe(0);
  });
});

test('a record to publish is that of the key that is shown, and goes away once it is there', () => {
  expect(recordsFor(tlsa('f', false))).toEqual([
    `_25._tcp.mail.own.example. 3600 IN TLSA 3 1 1 ${'a'.repeat(64)}`,
  ]);
  expect(recordsFor(tlsa('a', true))).toEqual([]);
});
