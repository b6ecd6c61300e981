/** Checklists of a tenant that somebody is signed in to, and of none, through the service's one door. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contoso } from '../../../../cloud/scenarios/contoso.ts';
import { createService } from '../../../../../electron/service/service.ts';
import { createHostPorts } from '../../../../../electron/service/hostPorts.ts';
import { demoTenantId } from '../../../../../shared/tenant/demo.ts';
import { openTenantService } from '../../../../support/tenantService.ts';
import { startCloud } from '../../../../cloud/startCloud.ts';
import { wholeTenant } from '../../../../cloud/scenarios/tenants.ts';
import { value } from '../../../../support/signedIn.ts';
import type { ChecklistView } from '../../../../../shared/contract/checklists.ts';
import type { Output } from '../../../../../shared/contract/index.ts';
import type { Result } from '../../../../../shared/errors.ts';
import type { CmdletRows, Row } from '../../../../cloud/types.ts';
import type { SimulatedCloud } from '../../../../cloud/startCloud.ts';
import type { TenantService } from '../../../../support/tenantService.ts';

const tenant = contoso.id;
const aliases = { tenant, checklist: 'send-from-alias', subject: null } as const;
const leaving = { tenant, checklist: 'leaving-smtp-auth-and-ews', subject: null } as const;
const inbound = { tenant, checklist: 'inbound-dane', subject: 'contoso.example' } as const;
const renewal = { tenant: null, checklist: 'certificate-renewal', subject: 'mx.example' } as const;

function firstOf(rows: CmdletRows | undefined): Row {
  return typeof rows === 'function' ? {} : (rows?.[0] ?? {});
}
const stepIn = ({ steps }: ChecklistView, id: string) => steps.find((step) => step.id === id);

let cloud: SimulatedCloud;
let desk: TenantService;
/** What the tenant has now: an administrator changes it with the copied command. */
let sendFromAlias = false;

beforeAll(async () => {
  const { cmdlets } = wholeTenant;
  cloud = await startCloud({
    scenario: {
      ...wholeTenant,
      cmdlets: {
        ...cmdlets,
        'Get-OrganizationConfig': () => [
          { ...firstOf(cmdlets['Get-OrganizationConfig']), SendFromAliasEnabled: sendFromAlias },
        ],
        'Get-TransportConfig': [
          { ...firstOf(cmdlets['Get-TransportConfig']), SmtpClientAuthenticationDisabled: false },
        ],
        'Get-CASMailbox': [
          {
            ...firstOf(cmdlets['Get-CASMailbox']),
            PrimarySmtpAddress: "o'neil@contoso.example",
            SmtpClientAuthenticationDisabled: false,
          },
        ],
      },
    },
  });
  desk = openTenantService({ cloud });
  await desk.signIn();
  // No resolver answers there: what is DNS stays undetermined, and nothing leaves this machine.
  await desk.ask('dns.setResolvers', { resolvers: ['udp://127.0.0.1:9'] });
});
afterAll(async () => {
  await desk[Symbol.asyncDispose]();
  await cloud.stop();
  expect([...desk.bugs, ...cloud.bugs]).toEqual([]);
});

const verify = (which: typeof aliases | typeof inbound | typeof renewal, step: string | null) =>
  desk.ask('checklists.verify', { jobId: randomUUID(), ...which, step });

describe('a tenant that somebody is signed in to', () => {
  test('that was never read has nothing done', async () => {
    const view = await desk.ask('checklists.get', aliases);
    expect(view).toMatchObject({ reader: 'account', snapshot: null });
    expect(view.steps.filter(({ state }) => state === 'done')).toEqual([]);
    expect(stepIn(view, 'enabled')?.message?.code).toBe('no-snapshot');
  });

  test('is read anew by verify: what was changed there ticks itself', async () => {
    const before = await verify(aliases, 'enabled');
    expect(stepIn(before, 'enabled')).toMatchObject({
      state: 'open',
      message: { code: 'alias-off' },
    });
    sendFromAlias = true;
    const after = await verify(aliases, 'enabled');
    expect(stepIn(after, 'enabled')).toMatchObject({
      state: 'done',
      message: { code: 'alias-on' },
      evidence: [{ what: 'Get-OrganizationConfig: SendFromAliasEnabled', value: 'true' }],
      checked: { by: 'app' },
    });
    expect(after.snapshot).not.toEqual(before.snapshot);
    const list = (await desk.ask('checklists.list', { tenant })).find(
      ({ id }) => id === 'send-from-alias',
    );
    expect(list?.progress).toMatchObject([{ subject: null, done: 1, total: 4 }]);
  });

  test('has one snapshot of all that was verified, but for those that were judged', async () => {
    const count = async () => (await desk.ask('tenant.snapshots', { key: tenant })).length;
    const before = await count();
    await verify(aliases, 'enabled');
    expect(await count()).toBe(before);
    await desk.ask('readiness.run', { jobId: randomUUID(), tenant, snapshotId: null });
    await verify(aliases, 'enabled');
    expect(await count()).toBe(before + 1);
    const [run] = await desk.ask('readiness.runs', { tenant });
    expect(run?.snapshot).not.toBeNull();
  });

  test('with a DNS that does not answer has nothing done that rests on it, and nothing that is safe', async () => {
    const view = await verify(inbound, null);
    expect(stepIn(view, 'zone-signed')).toMatchObject({
      state: 'unknown',
      message: { code: 'dns-failed' },
    });
    expect(stepIn(view, 'dane-enabled')?.state).toBe('blocked');
    expect(stepIn(view, 'old-mx-removed')?.state).toBe('blocked');
  });

  test('has its own names in commands, quoted', async () => {
    const view = await desk.ask('checklists.verify', {
      jobId: randomUUID(),
      ...leaving,
      step: null,
    });
    expect(stepIn(view, 'organization-off')).toMatchObject({
      message: { code: 'smtp-senders-unknown' },
      state: 'blocked',
    });
    expect(stepIn(view, 'mailboxes-off')?.commands).toEqual([
      "Set-CASMailbox -Identity 'o''neil@contoso.example' -SmtpClientAuthenticationDisabled $true",
    ]);
  });
});

describe('a tick', () => {
  test('stands with its note, and can be taken back', async () => {
    const note = 'Done by “O’Hara” 😀\u202e';
    const tick = { ...aliases, step: 'told', done: true, note };
    expect(stepIn(await desk.ask('checklists.tick', tick), 'told')).toMatchObject({
      state: 'done',
      checked: { by: 'person', note },
    });
    const back = await desk.ask('checklists.tick', { ...tick, done: false });
    expect(stepIn(back, 'told')).toMatchObject({ state: 'open', checked: null });
  });

  test('of a step that would stop mail is refused with the reason, and nothing is kept of it', async () => {
    const tick = { ...inbound, step: 'dane-enabled', done: true, note: 'I know better' };
    expect(await desk.call('checklists.tick', tick)).toMatchObject({
      ok: false,
      error: { code: 'step-blocked', params: { step: 'dane-enabled', reason: 'dns-failed' } },
    });
    expect(stepIn(await desk.ask('checklists.get', inbound), 'dane-enabled')?.checked?.by).not.toBe(
      'person',
    );
  });

  test.each([
    [{ ...aliases, step: 'no-such-step', done: true, note: '' }, 'input-invalid'],
    [{ ...inbound, subject: 'no name', step: 'mx-tested', done: true, note: '' }, 'host-invalid'],
    [{ ...aliases, tenant: 'nobody', step: 'told', done: true, note: '' }, 'snapshot-missing'],
    [{ ...aliases, step: 'told', done: true, note: 'x'.repeat(2001) }, 'input-invalid'],
  ] as const)('that makes no sense is refused', async (input, code) => {
    expect(await desk.call('checklists.tick', input)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('without a tenant', () => {
  test('there are looks and ticks of their own', async () => {
    const ready = { ...renewal, step: 'certificate-ready', done: true, note: 'HSM' };
    const view = await desk.ask('checklists.tick', ready);
    expect(view).toMatchObject({ tenant: null, reader: 'nobody', snapshot: null });
    expect(stepIn(view, 'certificate-ready')?.state).toBe('done');
    const looked = await verify(renewal, null);
    expect(stepIn(looked, 'certificate-swapped')?.state).toBe('blocked');
    const others = await desk.ask('checklists.get', { ...renewal, tenant });
    expect(stepIn(others, 'certificate-ready')?.state).toBe('open');
  });

  test('a checklist of a server without a name has no steps yet, and nothing to verify', async () => {
    const view = await desk.ask('checklists.get', { ...renewal, subject: null });
    expect(view.steps).toEqual([]);
    expect(
      await desk.call('checklists.verify', {
        jobId: randomUUID(),
        ...renewal,
        subject: null,
        step: null,
      }),
    ).toMatchObject({ ok: false, error: { code: 'input-invalid' } });
  });

  test('a step that only the person can see is not for verifying', async () => {
    const call = { jobId: randomUUID(), ...renewal, step: 'certificate-ready' };
    expect(await desk.call('checklists.verify', call)).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    });
  });
});

test('what is stopped is not kept', async () => {
  const jobId = randomUUID();
  const going = desk.call('checklists.verify', {
    jobId,
    ...renewal,
    subject: 'b.example',
    step: null,
  });
  await desk.call('jobs.cancel', { jobId });
  expect(await going).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  const begun = await desk.ask('checklists.list', { tenant: null });
  expect(begun.flatMap(({ progress }) => progress.map(({ subject }) => subject))).not.toContain(
    'b.example',
  );
});

test('progress outlives the app, until it is reset or the tenant is forgotten', async () => {
  const ports = createHostPorts('electron', desk.directory);
  const other = createService(ports);
  const get = async (): Promise<ChecklistView> =>
    value(
      (await other.router.handle('checklists.get', aliases)) as Result<Output<'checklists.get'>>,
    );
  await desk.ask('checklists.tick', { ...aliases, step: 'tried', done: true, note: 'with Robin' });
  expect(stepIn(await get(), 'tried')?.checked).toMatchObject({ by: 'person', note: 'with Robin' });
  await other.close();

  const clean = await desk.ask('checklists.reset', aliases);
  expect(stepIn(clean, 'tried')?.state).toBe('open');
  // What was read of the tenant is no progress of the checklist.
  expect(stepIn(clean, 'enabled')?.state).toBe('done');

  await desk.ask('checklists.tick', { ...aliases, step: 'tried', done: true, note: 'secret note' });
  await desk.ask('tenant.forget', { key: tenant });
  expect(
    (await desk.ask('checklists.list', { tenant })).flatMap(({ progress }) => progress),
  ).toEqual([]);
  expect(desk.files().filter((text) => text.includes('secret note'))).toEqual([]);
});

test('the demo tenant’s progress is its own', async () => {
  await desk.ask('tenant.openDemo', { jobId: randomUUID() });
  const demo = { ...aliases, tenant: demoTenantId };
  await desk.ask('checklists.tick', { ...demo, step: 'told', done: true, note: '' });
  expect(stepIn(await desk.ask('checklists.get', demo), 'told')?.state).toBe('done');
  expect(stepIn(await desk.ask('checklists.get', aliases), 'told')?.state).toBe('open');
});
