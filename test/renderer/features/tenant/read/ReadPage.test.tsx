import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { accountOf, fakeIdentity } from '../../../../support/fakeIdentity.ts';
import { appError, success } from '../../../../../shared/errors.ts';
import { describeSource } from '../../../../../shared/tenant/sources.ts';
import { en } from '../../../../../shared/words/en.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { readiness } from '../../../../../shared/contract/tenant.ts';
import type { Answers } from '../../../../support/openPage.tsx';
import type { Coverage, Tenants } from '../../../../../shared/contract/tenant.ts';
import type { ParsedInput } from '../../../../../shared/contract/index.ts';
import type { ScopeRequest } from '../../../../../shared/contract/identity.ts';
import type { SourceEntry } from '../../../../../shared/tenant/snapshot.ts';
import type { SourceId } from '../../../../../shared/tenant/sources.ts';

const path = '/tenant/read';
const key = '3f0c2a5e-1d4b-4c77-9a10-5b8f6e2d7c01';
const at = '2026-11-23T10:00:00.000Z';
const account = accountOf('admin@contoso.example');
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const table = async () => within(await screen.findByRole('table', { name: 'What can be read' }));
const rowOf = async (name: string) => {
  const row = (await (await table()).findByText(name)).closest('tr');
  if (row === null) throw new Error(`no row of ${name}`);
  return within(row);
};

function coverageOf(
  id: SourceId,
  state: Coverage['state'],
  known: Partial<Coverage> = {},
): Coverage {
  const { api } = describeSource(id);
  return {
    id,
    api,
    call: `call of ${id}`,
    scopes: [],
    cmdlets: [],
    roles: [],
    licence: null,
    clouds: ['worldwide', 'gcc-high', 'dod', 'china'],
    state,
    missing: [],
    detail: null,
    ...known,
  };
}

function covers(sources: readonly Coverage[], consent: readonly ScopeRequest[] = []): Answers {
  return {
    'tenant.coverage': () => success({ at, sources: [...sources], consent: [...consent] }),
  };
}

function entryOf(id: SourceId, known: Partial<SourceEntry> = {}): SourceEntry {
  return {
    id,
    state: 'ok',
    reason: null,
    call: `call of ${id}`,
    at,
    requestId: null,
    origin: 'exchange',
    records: 1,
    missing: [],
    detail: null,
    ...known,
  };
}

const snapshot = { id: 1, takenAt: at, finished: true };
const tenant = {
  key,
  id: key,
  name: 'Contoso',
  demo: false,
  accountId: account.id,
  newest: snapshot,
  snapshots: 1,
};

const tenants: Tenants = {
  inUse: key,
  tenants: [tenant],
  storage: { lasting: true, keptAside: null },
};

describe('what can be read', () => {
  test('is told for each state in words, with what to do', async () => {
    const ids: readonly SourceId[] = [
      'organization',
      'domains',
      'organizationConfig',
      'transportConfig',
      'signIns',
      'messageTraces',
      'appUsageUsers',
      'reportSettings',
      'messageCenter',
      'outlookInventory',
      'users',
    ];
    expect(ids).toHaveLength(readiness.length);
    const sources = readiness.map((state, index) => coverageOf(ids[index]!, state));
    fakeIdentity({ accounts: [account] }).open(path, covers(sources));
    for (const [index, state] of readiness.entries()) {
      const row = await rowOf(en[`tenantSources.${ids[index]!}`]);
      row.getByText(en[`tenantRead.state.${state}`]);
      row.getByText(en[`tenantRead.todo.${state}`]);
    }
    await expectAccessible();
  });

  test('names permission, role, licence, cloud, and what of it is missing', async () => {
    const source = coverageOf('signIns', 'consent-needed', {
      scopes: ['AuditLog.Read.All', 'Directory.Read.All'],
      roles: ['Reports Reader', 'Global Reader'],
      licence: 'entra-p1',
      clouds: ['worldwide'],
      missing: ['AuditLog.Read.All'],
      detail: 'Tenant is not premium',
    });
    fakeIdentity({ accounts: [account] }).open(path, covers([source]));
    const row = await rowOf('Sign-ins');
    row.getByText('Permission: AuditLog.Read.All');
    row.getByText('Permission: Directory.Read.All');
    row.getByText('Role, any of: Reports Reader, Global Reader');
    row.getByText('Licence: Microsoft Entra ID P1');
    row.getByText('Clouds: Worldwide, and GCC');
    row.getByText('Missing: AuditLog.Read.All');
    row.getByText('Tenant is not premium');
    row.getByText('call of signIns');
  });

  test('that could not be found out is an error, and can be tried again', async () => {
    let tries = 0;
    const { user } = fakeIdentity({ accounts: [account] }).open(path, {
      'tenant.coverage': () => {
        tries += 1;
        return tries === 1
          ? { ok: false, error: appError('network-unreachable', { host: 'graph.example' }) }
          : success({ at, sources: [coverageOf('users', 'ready')], consent: [] });
      },
    });
    await screen.findByText(/graph\.example can’t be reached from here/);
    await user.click(await button('Check again'));
    await rowOf('Users');
  });
});

describe('choosing', () => {
  const sources = [
    coverageOf('organization', 'ready'),
    coverageOf('users', 'role-missing'),
    coverageOf('outlookInventory', 'import-only'),
  ];

  test('begins with what can be read; the rest may be tried, but for what only a file gives', async () => {
    const asked: ParsedInput<'tenant.gather'>[] = [];
    const { user } = fakeIdentity({ accounts: [account] }).open(path, {
      ...covers(sources),
      'tenant.gather': (input) => {
        asked.push(input);
        return success({ tenant, snapshot, sources: [] });
      },
    });
    await screen.findByText('1 of 3 sources can be read now.');
    await button('Read 1 source');
    const boxes = (await table()).getAllByRole('checkbox');
    expect(boxes.map((box) => (box as HTMLInputElement).checked)).toEqual([true, false]);
    await user.click(await button('Choose none'));
    expect((await button('Read')).getAttribute('aria-disabled')).toBe('true');
    await user.click(screen.getByRole('checkbox', { name: 'Users' }));
    await user.click(await button('Read 1 source'));
    await screen.findByText('Reading done');
    expect(asked).toMatchObject([{ accountId: account.id, sources: ['users'] }]);
    await user.click(await button('Choose all that can be read'));
    expect(screen.getByRole('checkbox', { name: 'Organization' })).toHaveProperty('checked', true);
    expect(screen.getByRole('checkbox', { name: 'Users' })).toHaveProperty('checked', false);
  });
});

describe('consent', () => {
  const consent: ScopeRequest = { resource: 'graph', scopes: ['Domain.Read.All'] };

  test('is asked for of the account, and then what can be read is found out again', async () => {
    let given = false;
    const identity = fakeIdentity({ accounts: [account] });
    const { user } = identity.open(path, {
      'tenant.coverage': () =>
        success({
          at,
          sources: [coverageOf('domains', given ? 'ready' : 'consent-needed')],
          consent: given ? [] : [consent],
        }),
    });
    await screen.findByText('0 of 1 source can be read now, 1 more after consent.');
    await screen.findByText('Permissions: Domain.Read.All');
    await user.click(await button('Ask for consent: Microsoft Graph'));
    expect(identity.begun[0]).toMatchObject({ accountId: account.id, consent });
    identity.step({ step: 'browser', until: new Date(Date.now() + 60_000).toISOString() });
    await screen.findByText(/left to finish/);
    given = true;
    await identity.end(success(account));
    await button('Read 1 source');
    expect(screen.queryByRole('region', { name: 'Consent' })).toBeNull();
  });

  test('that was declined says so and leaves the link for an administrator', async () => {
    const identity = fakeIdentity({ accounts: [account] });
    const { user } = identity.open(
      path,
      covers([coverageOf('domains', 'consent-needed')], [consent]),
    );
    await user.click(await button('Ask for consent: Microsoft Graph'));
    await identity.end({ ok: false, error: appError('consent-declined') });
    await screen.findByText(/What needs them stays “not assessed”/);
    await user.click(await button(/^Make a link for an administrator/));
    await user.click(await button(/^Copy Link for an administrator: Microsoft Graph/));
    expect(await navigator.clipboard.readText()).toBe(
      `https://login.example/${account.id}?scope=Domain.Read.All`,
    );
    await expectAccessible();
  });

  test('by a code, where no browser can be opened from here', async () => {
    const identity = fakeIdentity({ accounts: [account], browser: false });
    const page = identity.open(path, covers([coverageOf('domains', 'consent-needed')], [consent]));
    await page.user.click(await button('Ask for consent: Microsoft Graph'));
    await waitFor(() => expect(page.calls).toContain('identity.deviceCode'));
  });
});

describe('reading', () => {
  const sources = [coverageOf('mailboxes', 'ready'), coverageOf('transportConfig', 'ready')];

  test('shows how far each source is, and can be stopped; what had come is kept', async () => {
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers<void>();
    let jobId = '';
    const page = fakeIdentity({ accounts: [account] }).open(path, {
      ...covers(sources),
      'tenant.list': () => success(tenants),
      'tenant.gather': async (input) => {
        ({ jobId } = input);
        await cancelled;
        return success({ tenant, snapshot: { ...snapshot, finished: false }, sources: [stopped] });
      },
      'jobs.cancel': () => {
        cancel();
        return success({ cancelled: true });
      },
    });
    const stopped = entryOf('mailboxes', {
      state: 'partial',
      reason: 'interrupted',
      records: 1200,
    });
    await page.user.click(await button('Read 2 sources'));
    await waitFor(() => expect(jobId).not.toBe(''));
    const say = (item: unknown) => act(() => page.emit('job.item', { jobId, item }));
    say({ kind: 'reading', id: 'mailboxes', records: 0 });
    say({ kind: 'reading', id: 'mailboxes', records: 1200 });
    say({ kind: 'done', entry: entryOf('transportConfig') });
    act(() => page.emit('job.progress', { jobId, progress: { done: 1, total: 2 } }));
    await screen.findByText('50% done');
    const progress = within(screen.getByRole('list', { name: 'Progress of each source' }));
    progress.getByText('Mailboxes – Being read (1,200 records)');
    within(screen.getByRole('table', { name: 'What was read' })).getByText('Transport settings');
    expect((await button('Read 2 sources')).getAttribute('aria-disabled')).toBe('true');
    await expectAccessible();
    say({ kind: 'done', entry: stopped });
    await page.user.click(await button('Cancel'));
    await screen.findByText(en['tenantRead.stopped']);
    within(screen.getByRole('table', { name: 'What was read' })).getByText('Mailboxes');
    expect(screen.getByRole('link', { name: 'Show the tenant' })).toBeDefined();
  });

  test('tells which sources were not read whole, and why', async () => {
    const failed = entryOf('mailboxes', { state: 'failed', reason: 'role-missing', records: 0 });
    const page = fakeIdentity({ accounts: [account] }).open(path, {
      ...covers(sources),
      'tenant.list': () => success(tenants),
      'tenant.gather': ({ jobId }) => {
        for (const entry of [failed, entryOf('transportConfig')]) {
          act(() => page.emit('job.item', { jobId, item: { kind: 'done', entry } }));
        }
        return success({ tenant, snapshot: null, sources: [failed, entryOf('transportConfig')] });
      },
    });
    await page.user.click(await button('Read 2 sources'));
    await screen.findByText(/^1 source was not read whole\./);
    await screen.findByText(en['tenantRead.notKept']);
    const troubled = within(screen.getByRole('table', { name: 'What was read' }));
    troubled.getByText(en['tenant.reason.role-missing']);
    expect(troubled.queryByText('Transport settings')).toBeNull();
    await page.user.click(await button('Each source'));
    expect(screen.getAllByRole('table', { name: 'What was read' })).toHaveLength(2);
  });

  test('that failed as a whole says why', async () => {
    const { user } = fakeIdentity({ accounts: [account] }).open(path, {
      ...covers(sources),
      'tenant.gather': () => ({ ok: false, error: appError('session-revoked', { account: 'x' }) }),
    });
    await user.click(await button('Read 2 sources'));
    await screen.findByText(/The session of x has ended/);
  });
});

describe('nobody signed in', () => {
  const sources = [coverageOf('organization', 'sign-in-needed'), coverageOf('dns', 'ready')];

  test('and no tenant: nothing can be read, and the ways on are there', async () => {
    fakeIdentity().open(path, covers(sources));
    await screen.findByText(en['tenantRead.nothing.text']);
    const main = within(screen.getByRole('main'));
    expect(main.getByRole('link', { name: 'Sign in' })).toBeDefined();
    expect(main.getByRole('link', { name: 'Import files' })).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Read/ })).toBeNull();
    await rowOf('Organization');
    await expectAccessible();
  });

  test('the DNS of a tenant that is here can be asked', async () => {
    const asked: ParsedInput<'tenant.gather'>[] = [];
    const { user } = fakeIdentity().open(path, {
      ...covers(sources),
      'tenant.list': () => success({ ...tenants, tenants: [{ ...tenant, accountId: null }] }),
      'tenant.gather': (input) => {
        asked.push(input);
        return success({ tenant, snapshot, sources: [entryOf('dns', { origin: 'dns' })] });
      },
    });
    await screen.findByText('Of Contoso.');
    await user.click(await button('Read 1 source'));
    await screen.findByText('Reading done');
    expect(asked).toMatchObject([{ accountId: null, sources: ['dns'] }]);
  });
});

test('the demo tenant is read as a whole, by nobody', async () => {
  fakeIdentity().open(path, {
    ...covers([coverageOf('dns', 'ready')]),
    'tenant.list': () => success({ ...tenants, tenants: [{ ...tenant, demo: true }] }),
  });
  await screen.findByText(en['tenantPages.demo.text']);
  await button('Open the demo tenant');
  expect(screen.queryByRole('button', { name: /^Read/ })).toBeNull();
});

test('an account whose session has ended is said to need its person', async () => {
  const needs = appError('mfa-required');
  fakeIdentity({ accounts: [{ ...account, needs }] }).open(path, covers([]));
  await screen.findByText(en['error.mfa-required.message']);
  expect(screen.getByRole('link', { name: 'Sign in again' })).toBeDefined();
});
