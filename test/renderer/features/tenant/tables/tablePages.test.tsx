import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { expectAccessible } from '../../../../support/accessibility.ts';
import { failure } from '../../../../../shared/errors.ts';
import { fakeTable, fakeTenant } from '../../../../support/fakeTenant.ts';
import { openPage } from '../../../../support/openPage.tsx';
import { savedFiles } from '../../../../support/savedFiles.ts';
import { snapshotOf } from '../../../../support/snapshotOf.ts';
import type {
  AliasRow,
  MailboxRow,
  OutlookUserRow,
} from '../../../../../shared/contract/tenant.ts';

const tenant = fakeTenant([snapshotOf({})]);

function mailbox(name: string, known: Partial<MailboxRow> = {}): MailboxRow {
  return {
    address: `${name}@contoso.example`,
    displayName: name,
    type: 'UserMailbox',
    smtpAuth: 'on-organization',
    smtpClientAuthenticationDisabled: null,
    pop: false,
    imap: true,
    activeSync: true,
    ews: null,
    mapi: true,
    owa: true,
    authenticationPolicy: null,
    ...known,
  };
}

const table = (name: RegExp) => screen.findByRole('table', { name });
const cellsOf = (row: HTMLElement) =>
  Array.from(row.querySelectorAll('td'), ({ textContent }) => textContent);
/** The cells of each row that is made, without the heading. */
async function cells(name: RegExp): Promise<readonly (readonly string[])[]> {
  const rows = (await table(name)).querySelectorAll<HTMLElement>('tr[aria-rowindex]');
  return Array.from(rows, cellsOf).slice(1);
}

describe('mailboxes', () => {
  test('of Contoso, read by the service itself, are found, filtered and sorted', async () => {
    const { user, router, companion } = openPage('/tenant/mailboxes');
    await companion.call('tenant.openDemo', { jobId: crypto.randomUUID() });
    await table(/^Mailboxes, 94 rows$/);

    await user.selectOptions(screen.getByLabelText('Show'), 'SMTP AUTH set on the mailbox');
    await waitFor(async () => {
      const decided = (await cells(/^Mailboxes/)).map(([, auth = '']) => auth);
      expect(decided.filter((auth) => !auth.endsWith('mailbox'))).toEqual([]);
    });
    expect(router.state.location.search).toEqual({ filter: 'smtp-auth-explicit' });
    await user.click(screen.getByRole('button', { name: 'Address' }));
    await user.click(screen.getByRole('button', { name: 'Address' }));
    await waitFor(async () => {
      const addresses = (await cells(/^Mailboxes/)).map(([address = '']) => address);
      expect(addresses.length).toBeGreaterThan(1);
      expect(addresses).toEqual(addresses.toSorted().reverse());
    });
    await user.type(screen.getByRole('searchbox'), 'no such mailbox');
    await screen.findByText('Nothing fits the search');
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await table(/^Mailboxes, 94 rows$/);
    expect(router.state.location.search).toEqual({});
  });

  test('tell whether SMTP AUTH is on and what decides; what is not known is never off', async () => {
    const rows = [
      mailbox('a', { smtpAuth: 'on-mailbox', smtpClientAuthenticationDisabled: false }),
      mailbox('b'),
      mailbox('c', { smtpAuth: 'off-mailbox', smtpClientAuthenticationDisabled: true }),
      mailbox('d', { smtpAuth: 'off-organization' }),
      mailbox('e', { smtpAuth: 'unknown' }),
    ];
    openPage('/tenant/mailboxes', {
      ...tenant,
      'tenant.mailboxes': fakeTable<'tenant.mailboxes'>(rows).answer,
    });
    expect((await cells(/^Mailboxes/)).map(([, auth]) => auth)).toEqual([
      'On – mailbox',
      'On – tenant',
      'Off – mailbox',
      'Off – tenant',
      'Not known',
    ]);
  });

  test('of which only the addresses were read say so in words, and why', async () => {
    const unread = {
      displayName: null,
      type: 'SomethingNew2031Mailbox',
      smtpAuth: 'unknown',
      pop: null,
      imap: null,
      activeSync: null,
      mapi: null,
      owa: null,
    } as const;
    const { answer } = fakeTable<'tenant.mailboxes'>([mailbox('a', unread), mailbox('b')], {
      reason: 'role-missing',
    });
    openPage('/tenant/mailboxes', { ...tenant, 'tenant.mailboxes': answer });
    const [first, second] = await cells(/^Mailboxes/);
    expect(first?.slice(1)).toEqual([
      'Not known',
      'Not known',
      'SomethingNew2031Mailbox',
      ...Array.from({ length: 6 }, () => 'Not known'),
      'None known',
    ]);
    expect(second?.slice(4)).toEqual(['Off', 'On', 'Not set', 'On', 'On', 'On', 'None known']);
    await screen.findByText('What is here is not whole. The account has no role that may read it.');
  });

  test('can be asked for by a link', async () => {
    const { answer, asked } = fakeTable<'tenant.mailboxes'>([mailbox('a')]);
    openPage('/tenant/mailboxes?filter=smtp-auth-on&find=contoso', {
      ...tenant,
      'tenant.mailboxes': answer,
    });
    await table(/^Mailboxes/);
    expect(asked[0]).toMatchObject({ filter: 'smtp-auth-on', text: 'contoso' });
    expect(screen.getByLabelText<HTMLSelectElement>('Show').value).toBe('smtp-auth-on');
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('contoso');
  });

  test('are asked for in no way that a link made up', async () => {
    const { answer, asked } = fakeTable<'tenant.mailboxes'>([mailbox('a')]);
    openPage('/tenant/mailboxes?filter=made-up', { ...tenant, 'tenant.mailboxes': answer });
    await table(/^Mailboxes/);
    expect(asked[0]).toMatchObject({ filter: null });
  });
});

describe('a long table', () => {
  const many = Array.from({ length: 100_000 }, (_, n) => mailbox(`m${n}`));

  test('of 100,000 rows makes at most 100 of them, those that are scrolled to, and asks for no others', async () => {
    const { answer, asked } = fakeTable<'tenant.mailboxes'>(many);
    openPage('/tenant/mailboxes', { ...tenant, 'tenant.mailboxes': answer });
    const shown = await table(/^Mailboxes, 100,000 rows$/);
    expect(shown.getAttribute('aria-rowcount')).toBe('100001');
    const area = shown.parentElement!;
    Object.defineProperty(area, 'scrollTop', { value: 70_000 * 44, writable: true });
    fireEvent.scroll(area);
    await within(shown).findByText('m70000@contoso.example');
    expect(within(shown).getAllByRole('row').length).toBeLessThanOrEqual(100);
    const row = within(shown).getByText('m70000@contoso.example').closest('tr');
    expect(row?.getAttribute('aria-rowindex')).toBe('70002');
    expect(asked.length).toBeLessThan(6);
  });

  test('is sorted by its headings, which keep the focus and say the order', async () => {
    const { answer, asked } = fakeTable<'tenant.mailboxes'>([mailbox('a'), mailbox('b')]);
    const { user } = openPage('/tenant/mailboxes', { ...tenant, 'tenant.mailboxes': answer });
    await table(/^Mailboxes/);
    const heading = screen.getByRole('columnheader', { name: 'SMTP AUTH' });
    const button = within(heading).getByRole('button');
    button.focus();
    for (const [order, sort] of [
      ['ascending', { by: 'smtpAuth', descending: false }],
      ['descending', { by: 'smtpAuth', descending: true }],
      ['none', null],
    ] as const) {
      await user.keyboard('{Enter}');
      await waitFor(() => expect(heading.getAttribute('aria-sort')).toBe(order));
      if (sort !== null) await waitFor(() => expect(asked.at(-1)?.sort).toEqual(sort));
      expect(document.activeElement).toBe(button);
    }
  });

  test('can be reached and scrolled by keyboard', async () => {
    const { answer } = fakeTable<'tenant.mailboxes'>([mailbox('a')]);
    openPage('/tenant/mailboxes', { ...tenant, 'tenant.mailboxes': answer });
    await table(/^Mailboxes/);
    expect(screen.getByRole('region', { name: /^Mailboxes/ }).tabIndex).toBe(0);
  });

  test('is saved whole, in its order, with what the filter lets through', async () => {
    const saved = savedFiles();
    const rows = Array.from({ length: 1200 }, (_, n) => mailbox(`m${n}`));
    const { answer, asked } = fakeTable<'tenant.mailboxes'>(
      [mailbox('=cmd', { displayName: 'Say "hi", all' }), ...rows],
      { fits: ({ address }, { filter }) => filter === null || address !== 'm0@contoso.example' },
    );
    const { user } = openPage('/tenant/mailboxes?filter=ews', {
      ...tenant,
      'tenant.mailboxes': answer,
    });
    await table(/^Mailboxes/);
    await user.click(screen.getByRole('button', { name: 'Export as CSV' }));
    await waitFor(() => expect(saved.length).toBe(1));
    const [file] = saved;
    expect(file?.name).toMatch(/^mailboxes-\d{4}-\d\d-\d\d\.csv$/);
    const lines = (await file?.text())?.split('\r\n') ?? [];
    expect(lines[0]).toMatch(/^\uFEFF?Address,SMTP AUTH,Name,Type,POP,IMAP,EWS,/);
    // A spreadsheet would take a sign of equality for a formula.
    expect(lines[1]).toMatch(
      /^'=cmd@contoso\.example,On – tenant,"Say ""hi"", all",UserMailbox,Off,On,Not set,/,
    );
    expect(lines.length).toBe(1 + 1200 + 1);
    expect(asked.filter(({ limit }) => limit === 500).map(({ offset }) => offset)).toEqual([
      0, 500, 1000,
    ]);
  });

  test.for([
    ['not read, and why', [], 'not-chosen', 'Nothing was read'],
    ['read, and empty', [], null, 'Nothing is there'],
  ] as const)('says that it was %s', async ([, rows, reason, title]) => {
    const { answer } = fakeTable<'tenant.mailboxes'>([...rows], { reason });
    openPage('/tenant/mailboxes', { ...tenant, 'tenant.mailboxes': answer });
    await screen.findByText(title);
    await expectAccessible();
  });

  test('that can’t be had says why', async () => {
    openPage('/tenant/mailboxes', {
      ...tenant,
      'tenant.mailboxes': () => failure('snapshot-missing', { tenant: 'Contoso' }),
    });
    await screen.findByText('There is no stored snapshot of Contoso.');
  });

  test('of no tenant offers the ways to one', async () => {
    openPage('/tenant/aliases');
    await screen.findByText('No tenant has been read yet');
    await screen.findByRole('button', { name: 'Open the demo tenant' });
  });
});

test('users by Outlook version have a verdict in words, and rows that are alike are all there', async () => {
  const user: OutlookUserRow = {
    user: 'jane@contoso.example',
    device: null,
    product: 'Microsoft Outlook 2013',
    build: '15.0.4420.1017',
    channel: null,
    verdict: 'blocked',
    source: 'outlookInventory',
  };
  const rows = [user, user, { ...user, verdict: 'something-new', build: null }];
  const read = snapshotOf({
    appUsageVersions: {
      refreshedOn: '2026-11-20',
      period: 30,
      counts: [
        { name: 'Outlook 2013', users: 2 },
        { name: 'Outlook M365', users: 12_345 },
        { name: 'Outlook 2007', users: null },
      ],
    },
  });
  const page = openPage('/tenant/users', {
    ...fakeTenant([read]),
    'tenant.outlookUsers': fakeTable<'tenant.outlookUsers'>(rows).answer,
  });
  const [first, second, third] = await cells(/^Outlook versions/);
  expect(first).toEqual([
    'jane@contoso.example',
    'Refused',
    'Microsoft Outlook 2013',
    '15.0.4420.1017',
    'Not known',
    'Not known',
    'Outlook inventory',
  ]);
  expect(second).toEqual(first);
  expect([third?.[1], third?.[3]]).toEqual(['Not known', 'Not known']);

  await page.user.click(await screen.findByRole('button', { name: 'Users by version' }));
  const versions = within(await screen.findByRole('table', { name: 'Users by version' }));
  const [, ...counted] = versions.getAllByRole('row');
  expect(counted.map(cellsOf)).toEqual([
    ['Outlook M365', 'Users: 12,345'],
    ['Outlook 2013', 'Users: 2'],
    ['Outlook 2007', 'Users: Not told'],
  ]);
  await expectAccessible();
});

test('addresses to send from carry their marks', async () => {
  const rows: AliasRow[] = [
    {
      mailbox: 'jane@contoso.example',
      address: 'jane@contoso.onmicrosoft.com',
      marks: ['initial-domain'],
    },
    {
      mailbox: 'jane@contoso.example',
      address: 'jane+news@old.example',
      marks: ['plus', 'not-accepted', 'sending-disabled'],
    },
    { mailbox: 'jane@contoso.example', address: 'j@contoso.example', marks: [] },
  ];
  openPage('/tenant/aliases', {
    ...tenant,
    'tenant.aliases': fakeTable<'tenant.aliases'>(rows).answer,
  });
  expect((await cells(/^Sending from aliases/)).map(([, , marks]) => marks)).toEqual([
    'onmicrosoft.com',
    'Plus address, Domain not accepted, Sending off for the domain',
    'None',
  ]);
  await expectAccessible();
});
