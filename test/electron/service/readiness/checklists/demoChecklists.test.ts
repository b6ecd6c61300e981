/** Checklists through the service's one door, for the demo tenant: real looks, nothing outside. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoTenantId } from '../../../../../shared/tenant/demo.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import type { ChecklistId } from '../../../../../shared/readiness/checklists/checklistIds.ts';
import type { ChecklistView } from '../../../../../shared/contract/checklists.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

let desk: TenantService;
const tenant = demoTenantId;

beforeAll(async () => {
  desk = openTenantService();
  await desk.ask('tenant.openDemo', { jobId: randomUUID() });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  expect(desk.bugs).toEqual([]);
});

async function verify(checklist: ChecklistId, subject: string | null, step: string | null = null) {
  const jobId = randomUUID();
  const view = await desk.ask('checklists.verify', { jobId, tenant, checklist, subject, step });
  return { view, items: desk.items(jobId) };
}

const states = ({ steps }: ChecklistView) =>
  Object.fromEntries(steps.map(({ id, state, message }) => [id, [state, message?.code ?? null]]));
const stepOf = ({ steps }: ChecklistView, id: string) => steps.find((step) => step.id === id);

describe('inbound DANE', () => {
  test('of an unsigned domain with the old host: nothing that would stop mail', async () => {
    const { view } = await verify('inbound-dane', 'contoso.example');
    expect(view.reader).toBe('demo');
    expect(view.subjects).toContain('contoso.example');
    expect(states(view)).toMatchObject({
      'zone-signed': ['open', 'zone-unsigned'],
      'mta-sts-ready': ['done', 'mta-sts-not-enforced'],
      'dnssec-enabled': ['open', 'dnssec-disabled'],
      'mx-added': ['open', 'mx-missing'],
      'mx-tested': ['open', null],
      'old-mx-removed': ['blocked', 'old-mx-only'],
      'dane-enabled': ['blocked', 'dane-without-dnssec'],
    });
    expect(stepOf(view, 'dnssec-enabled')?.commands).toEqual([
      "Enable-DnssecForVerifiedDomain -DomainName 'contoso.example'",
    ]);
  });

  test('of the domain that moved: its MTA-STS policy stands in the way', async () => {
    const { view } = await verify('inbound-dane', 'Contoso-Alpine.example.');
    expect(view.subject).toBe('contoso-alpine.example');
    expect(states(view)).toMatchObject({
      'zone-signed': ['done', 'zone-signed'],
      'mta-sts-ready': ['open', 'mta-sts-refuses'],
      'old-mx-removed': ['done', 'mx-moved'],
      'dane-enabled': ['blocked', 'mta-sts-refuses'],
      'tlsa-seen': ['open', 'tlsa-missing'],
    });
    // As the zone and the policy have them.
    expect(stepOf(view, 'mx-added')?.waitSeconds).toBe(300);
    expect(stepOf(view, 'mta-sts-ready')?.waitSeconds).toBe(604_800);
  });
});

describe('own mail servers', () => {
  test('one whose record carries its key passes by a real handshake', async () => {
    const { view } = await verify('own-server-dane', 'mail.contoso-works.example');
    expect(states(view)).toMatchObject({
      'zone-signed': ['done', 'host-signed'],
      'mx-signed': ['done', 'mx-signed'],
      'certificate-served': ['done', 'certificate-seen'],
      'tlsa-published': ['done', 'tlsa-matches'],
      'dane-passes': ['done', 'dane-passes'],
    });
    expect(stepOf(view, 'dane-passes')?.checked).toMatchObject({ by: 'app' });
  });

  test('one whose record is of another key fails, and gets the record that it needs', async () => {
    const { view } = await verify('own-server-dane', 'mail2.contoso-works.example');
    expect(states(view)).toMatchObject({
      'tlsa-published': ['open', 'tlsa-no-match'],
      'dane-passes': ['open', 'dane-fails'],
    });
    expect(stepOf(view, 'tlsa-published')?.records).toEqual([
      expect.stringMatching(
        /^_25\._tcp\.mail2\.contoso-works\.example\. 300 IN TLSA 3 1 1 [0-9a-f]{64}$/,
      ),
    ]);
  });

  test('no certificate is changed before the next record is published', async () => {
    await verify('certificate-renewal', 'mail.contoso-works.example');
    const { view } = await verify('certificate-renewal', 'mail.contoso-works.example');
    expect(states(view)).toMatchObject({
      'record-published': ['open', 'next-record-missing'],
      'certificate-swapped': ['blocked', 'next-record-missing'],
      'old-record-removed': ['blocked', 'not-swapped'],
    });
    const second = await verify('certificate-renewal', 'mail2.contoso-works.example');
    expect(states(second.view)).toMatchObject({
      'certificate-swapped': ['blocked', 'live-not-covered'],
      'old-record-removed': ['blocked', 'live-not-covered'],
    });
  });
});

test('settings are read anew, and each step that was looked at is told', async () => {
  const before = await desk.ask('checklists.get', {
    tenant,
    checklist: 'send-from-alias',
    subject: null,
  });
  const { view, items } = await verify('send-from-alias', null, 'enabled');
  expect(items).toEqual([stepOf(view, 'enabled')]);
  expect(stepOf(view, 'enabled')).toMatchObject({
    state: 'open',
    commands: ['Set-OrganizationConfig -SendFromAliasEnabled $true'],
    rollback: ['Set-OrganizationConfig -SendFromAliasEnabled $false'],
    waitSeconds: 3600,
    evidence: [{ what: 'Get-OrganizationConfig: SendFromAliasEnabled', value: 'false' }],
  });
  expect(view.snapshot?.id).toBeGreaterThan(before.snapshot?.id ?? Infinity);
});
