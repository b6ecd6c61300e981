import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import {
  accepted,
  organization,
  outbound,
  transport,
} from '../../../../shared/readiness/ruleCase.ts';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { failure } from '../../../../../shared/errors.ts';
import { fakeTenant } from '../../../../support/fakeTenant.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { snapshotOf } from '../../../../support/snapshotOf.ts';

const table = (source: string) => screen.findByRole('table', { name: `Settings: ${source}` });
const search = () => screen.findByRole<HTMLInputElement>('searchbox', { name: 'Find a setting' });

async function rowsOf(source: string): Promise<number> {
  return (await table(source)).querySelectorAll('tr').length;
}

/** Setting, value and meaning of a property; each cell without the heading that narrow windows show. */
async function row(source: string, property: string) {
  const found = within(await table(source)).getByText(property, { exact: true });
  const cells = within(found.closest('tr')!).getAllByRole('cell');
  return cells.map((cell) => ({
    cell,
    text: cell.textContent.replace(/^(?:Value|Meaning): /, ''),
  }));
}

test('a setting of Contoso, read by the service itself, has its value, meaning and evidence', async () => {
  const { user, companion } = openPage('/tenant?find=SendFromAliasEnabled');
  await companion.call('tenant.openDemo', { jobId: crypto.randomUUID() });
  const [, value, meaning] = await row('Organization settings', 'SendFromAliasEnabled');
  expect(value?.text).toBe('Off');
  expect(meaning?.text).toMatch(/^Users can send from any of their proxy addresses/);
  const group = screen.getByRole('heading', { name: 'Organization settings' }).parentElement!;
  within(group).getByText('Get-OrganizationConfig');
  within(group).getByText('Exchange Online');
  within(group).getByText(/^demo-\d+$/);
  expect(group.querySelector('time')).not.toBeNull();

  await user.click(within(group).getByRole('button', { name: 'Raw JSON Organization settings' }));
  const raw = await within(group).findByRole('region', { name: /^Kept data/ });
  expect(raw.textContent).toContain('"sendFromAliasEnabled": false');
  expect(raw.tabIndex).toBe(0);
  await expectAccessible();
});

describe('a value', () => {
  const read = snapshotOf(
    {
      ...organization({
        sendFromAliasEnabled: null,
        ewsEnabled: false,
        rejectDirectSend: true,
        publicFoldersEnabled: 'SomethingNew2031',
        ewsAllowList: [],
        ewsBlockList: Array.from({ length: 64 }, (_, n) => `agent-${n}`),
      }),
    },
    { organizationConfig: { missing: ['auditDisabled'], requestId: 'e1c0' } },
  );

  test.for([
    ['SendFromAliasEnabled', 'Not set'],
    ['EwsEnabled', 'Off'],
    ['RejectDirectSend', 'On'],
    ['AuditDisabled', 'Not in the answer'],
    ['EwsAllowList', 'None'],
  ] as const)('of %s is told as “%s”', async ([property, text]) => {
    openPage('/tenant', fakeTenant([read]));
    const [, value] = await row('Organization settings', property);
    expect(value?.cell.querySelector('[translate=no]')).toBeNull();
    expect(value?.text).toBe(text);
  });

  test('that Microsoft has added since is shown as it came', async () => {
    openPage('/tenant', fakeTenant([read]));
    const [, value] = await row('Organization settings', 'PublicFoldersEnabled');
    expect(value?.cell.querySelector('[translate=no]')?.textContent).toBe('SomethingNew2031');
  });

  test('of many items is cut, and says how much is left', async () => {
    openPage('/tenant', fakeTenant([read]));
    const [, value] = await row('Organization settings', 'EwsBlockList');
    expect(value?.text).toMatch(/agent-0, .*agent-19 and 44 more, which the raw JSON has$/);
  });
});

test('raw data of thousands of lines is there to the letter, and says what it leaves out', async () => {
  const answers = fakeTenant([snapshotOf(organization({}))]);
  const json = JSON.stringify(
    Array.from({ length: 900 }, (_, n) => ({ n })),
    null,
    2,
  );
  const { user } = openPage('/tenant', {
    ...answers,
    'tenant.source': async (input) => {
      const found = await answers['tenant.source']!(input);
      return found.ok ? { ok: true, value: { ...found.value, json, left: 7 } } : found;
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Raw JSON Organization settings' }));
  const raw = await screen.findByRole('region', { name: 'Kept data: Organization settings' });
  expect(raw.textContent).toBe(json);
  await screen.findByText('7 records are left out here.');
});

test('a text of thousands of characters is cut, and that is said', async () => {
  const read = snapshotOf(organization({ displayName: 'x'.repeat(4000) }));
  openPage('/tenant', fakeTenant([read]));
  const [, value] = await row('Organization settings', 'DisplayName');
  expect(value?.text).toBe(`${'x'.repeat(1000)}… (the raw JSON has it whole)`);
});

describe('searching', () => {
  const read = snapshotOf({
    ...organization({ sendFromAliasEnabled: true }),
    ...transport({ smtpClientAuthenticationDisabled: true }),
    acceptedDomains: [accepted({ domainName: 'contoso.example' })],
  });

  test('finds a setting by parts of its name, its value, its domain or its meaning', async () => {
    const { user, router } = openPage('/tenant', fakeTenant([read]));
    await user.type(await search(), 'smtp on nobody');
    await screen.findByText('1 setting');
    await row('Transport settings', 'SmtpClientAuthenticationDisabled');
    expect(screen.queryByRole('table', { name: 'Settings: Organization settings' })).toBeNull();
    expect(router.state.location.search).toEqual({ find: 'smtp on nobody' });
    expect(document.activeElement).toBe(await search());
    await user.clear(await search());
    await table('Organization settings');
    expect(router.state.location.search).toEqual({});
  });

  test('is a link, and follows it', async () => {
    const { router } = openPage('/tenant?find=contoso.example', fakeTenant([read]));
    await table('Accepted domains');
    expect((await search()).value).toBe('contoso.example');
    expect(screen.queryByRole('table', { name: 'Settings: Transport settings' })).toBeNull();
    await router.navigate({ to: '/tenant', search: { find: 'SendFromAlias' } });
    await table('Organization settings');
    await waitFor(async () => expect((await search()).value).toBe('SendFromAlias'));
  });

  test('says when nothing has that in it', async () => {
    openPage('/tenant?find=nothing-of-the-kind', fakeTenant([read]));
    await screen.findByText('No setting has that in it');
  });
});

test('a tenant of thousands of domains shows some of them, and more when asked', async () => {
  const acceptedDomains = Array.from({ length: 2000 }, (_, n) =>
    accepted({ domainName: `d${n}.example` }),
  );
  const { user } = openPage('/tenant', fakeTenant([snapshotOf({ acceptedDomains })]));
  expect(await rowsOf('Accepted domains')).toBe(26);
  await user.click(screen.getByRole('button', { name: 'Show 200 more' }));
  expect(await rowsOf('Accepted domains')).toBe(226);
  await user.type(await search(), 'd1999.example DomainType');
  await screen.findByText('1 setting');
});

describe('sources', () => {
  const read = snapshotOf(
    { ...organization({}), outboundConnectors: [outbound({})] },
    {
      outboundConnectors: { state: 'partial', reason: 'records-skipped', records: 1 },
      acceptedDomains: {
        state: 'failed',
        reason: 'role-missing',
        at: '2026-11-23T09:00:00Z',
        requestId: '5b0e',
        records: 0,
        detail: 'Access denied by Exchange.',
      },
    },
  );

  test('that could not be read say why in words, with the call and what Microsoft said', async () => {
    const { user } = openPage('/tenant', fakeTenant([read]));
    await screen.findByText(/^1 source read, 1 in part, 1 failed/);
    await user.click(screen.getByRole('button', { name: 'Each source' }));
    const sources = within(screen.getByRole('table', { name: 'What was read' }));
    sources.getByText('The account has no role that may read it.');
    await user.click(sources.getByRole('button', { name: 'Where it comes from Accepted domains' }));
    sources.getByText('Get-AcceptedDomain');
    sources.getByText('5b0e');
    sources.getByText('Access denied by Exchange.');
    expect(sources.queryByRole('region', { name: /Accepted domains/ })).toBeNull();
  });

  test('that gave some of it say so beside their settings', async () => {
    openPage('/tenant', fakeTenant([read]));
    await table('Outbound connectors');
    const group = screen.getByRole('heading', { name: 'Outbound connectors' }).parentElement!;
    within(group).getByText('Some records could not be read.');
  });

  test('of which nothing was read leave no settings, and that is said', async () => {
    openPage('/tenant', fakeTenant([snapshotOf({})]));
    await screen.findByText('No setting was read');
  });
});

test('an earlier reading is shown when it is chosen', async () => {
  const earlier = {
    ...snapshotOf(organization({ ewsEnabled: true })),
    takenAt: '2026-10-01T08:00:00Z',
  };
  const { user, router } = openPage(
    '/tenant',
    fakeTenant([snapshotOf(organization({ ewsEnabled: false })), earlier]),
  );
  const [, now] = await row('Organization settings', 'EwsEnabled');
  expect(now?.text).toBe('Off');
  await user.selectOptions(
    await screen.findByLabelText('Reading'),
    await screen.findByRole('option', { name: /Oct 1, 2026/ }),
  );
  await waitFor(async () =>
    expect((await row('Organization settings', 'EwsEnabled'))[1]?.text).toBe('On'),
  );
  expect(router.state.location.search).toEqual({ snapshot: 1 });
});

test('a link to a reading that is another tenant’s, or forgotten, leads to the newest', async () => {
  const { user } = openPage('/tenant?snapshot=77', fakeTenant([snapshotOf(organization({}))]));
  await screen.findByText('This reading is not here');
  await user.click(screen.getByRole('link', { name: 'Show the newest' }));
  await table('Organization settings');
});

test('a reading that is gone is an error that says what to do', async () => {
  openPage('/tenant', {
    ...fakeTenant([snapshotOf({})]),
    'tenant.snapshot': () => failure('snapshot-missing', { tenant: 'Contoso' }),
  });
  await screen.findByText(/There is no stored snapshot of Contoso/);
});

test('a database that can’t be used, or was put aside, is said', async () => {
  const storage = { lasting: false, keptAside: 'history.damaged-1' };
  openPage('/tenant', fakeTenant([snapshotOf({})], {}, storage));
  await screen.findByText(/history\.damaged-1/);
});

test('a tenant is forgotten once that was confirmed, by keyboard', async () => {
  let forgotten = false;
  const answers = fakeTenant([snapshotOf({})]);
  const none = { inUse: null, tenants: [], storage: { lasting: true, keptAside: null } };
  const { user } = openPage('/tenant', {
    ...answers,
    'tenant.list': (input) =>
      forgotten ? { ok: true, value: none } : answers['tenant.list']!(input),
    'tenant.forget': () => {
      forgotten = true;
      return { ok: true, value: none };
    },
  });
  (await screen.findByRole('button', { name: 'Forget this tenant…' })).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog'));
  dialog.getByText(/Nothing changes in the tenant/);
  dialog.getByRole('button', { name: 'Forget it' }).focus();
  await user.keyboard('{Enter}');
  await screen.findByText('No tenant has been read yet');
});
