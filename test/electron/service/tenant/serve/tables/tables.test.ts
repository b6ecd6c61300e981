/** Mailboxes, users by Outlook version and aliases, asked for through the service's one door. */
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTenantService } from '../../../../../support/tenantService.ts';
import type { AliasRow, MailboxRow } from '../../../../../../shared/contract/tenant.ts';
import type { Input, Output } from '../../../../../../shared/contract/index.ts';
import type { TenantService } from '../../../../../support/tenantService.ts';

type Channel = 'tenant.mailboxes' | 'tenant.outlookUsers' | 'tenant.aliases';

let desk: TenantService;
let snapshotId = 0;

beforeEach(() => {
  desk = openTenantService({ ports: { clock: () => new Date('2026-11-23T12:00:00Z') } });
});

afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  expect(desk.bugs).toEqual([]);
});

/** Files of a tenant as the import's commands write them. */
async function imported(files: Readonly<Record<string, unknown>>, name = 'Fabrikam') {
  const uploads: string[] = [];
  for (const [file, content] of Object.entries(files)) {
    const uploadId = randomUUID();
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const base64 = Buffer.from(text).toString('base64');
    await desk.ask('tenant.upload', { uploadId, name: file, index: 0, base64 });
    uploads.push(uploadId);
  }
  const more = { key: null, name, mix: false };
  const read = await desk.ask('tenant.import', { jobId: randomUUID(), uploads, ...more });
  snapshotId = read.snapshot?.id ?? 0;
}

function table<Name extends Channel>(name: Name, more: Partial<Input<Name>> = {}) {
  const whole = { snapshotId, text: '', filter: null, sort: null, offset: 0, limit: 500 };
  return desk.ask(name, { ...whole, ...more } as Input<Name>);
}

const addresses = ({ rows }: Output<'tenant.mailboxes'>) => rows.map(({ address }) => address);

const cas = (name: string, own: boolean | null, more: object = {}) => ({
  PrimarySmtpAddress: `${name}@fabrikam.example`,
  DisplayName: name,
  ExternalDirectoryObjectId: `id-${name}`,
  SmtpClientAuthenticationDisabled: own,
  PopEnabled: false,
  ImapEnabled: false,
  ActiveSyncEnabled: true,
  EwsEnabled: null,
  MAPIEnabled: true,
  OWAEnabled: true,
  ...more,
});

const transport = (disabled: boolean | null) => [
  { SmtpClientAuthenticationDisabled: disabled, MessageExpiration: '1.00:00:00' },
];

const threeMailboxes = [
  cas('Zoë', null),
  cas('ann', false, { PopEnabled: true }),
  cas('bob', true),
];

const mailbox = (name: string, ...aliases: readonly string[]) => ({
  UserPrincipalName: `${name}.upn@fabrikam.example`,
  DisplayName: name,
  PrimarySmtpAddress: `${name}@fabrikam.example`,
  EmailAddresses: [`SMTP:${name}@fabrikam.example`, 'SIP:x@fabrikam.example', ...aliases],
  RecipientTypeDetails: 'SharedMailbox',
  ExternalDirectoryObjectId: `ID-${name}`,
});

const told = ({ displayName, type, authenticationPolicy }: MailboxRow) => [
  displayName,
  type,
  authenticationPolicy,
];
const marks = (rows: readonly AliasRow[]) =>
  Object.fromEntries(rows.map(({ address, marks: own }) => [address, own]));
const at = (name: string) => `${name}@fabrikam.example`;

describe('mailboxes', () => {
  test.each([
    [true, { Zoë: 'off-organization', ann: 'on-mailbox', bob: 'off-mailbox' }],
    [false, { Zoë: 'on-organization', ann: 'on-mailbox', bob: 'off-mailbox' }],
    [null, { Zoë: 'unknown', ann: 'on-mailbox', bob: 'off-mailbox' }],
  ])('SMTP AUTH is the mailbox’s own, else the tenant’s (disabled: %s)', async (own, expected) => {
    await imported({ 'cas.json': threeMailboxes, 'transport.json': transport(own) });
    const { rows, total, all, reason } = await table('tenant.mailboxes');
    expect(Object.fromEntries(rows.map((row) => [row.displayName, row.smtpAuth]))).toEqual(
      expected,
    );
    expect({ total, all, reason }).toEqual({ total: 3, all: 3, reason: null });
  });

  test('a setting that no file has is not known, and says that something is missing', async () => {
    const without = threeMailboxes.map((one) => ({
      ...one,
      SmtpClientAuthenticationDisabled: undefined,
    }));
    await imported({ 'cas.json': without, 'transport.json': transport(false) });
    const { rows, reason } = await table('tenant.mailboxes');
    expect(new Set(rows.map(({ smtpAuth }) => smtpAuth))).toEqual(new Set(['unknown']));
    expect(reason).toBe('properties-missing');
  });

  test('without the tenant’s setting, those that inherit are not known', async () => {
    await imported({ 'cas.json': threeMailboxes });
    const { rows } = await table('tenant.mailboxes');
    const first = rows.find(({ displayName }) => displayName === 'Zoë');
    expect(first).toMatchObject({ smtpAuth: 'unknown', smtpClientAuthenticationDisabled: null });
  });

  test('have the type and the policy that other sources tell of them', async () => {
    await imported({
      'cas.json': threeMailboxes,
      'mailboxes.json': [mailbox('ann'), mailbox('carla')],
      'users.json': [
        { UserPrincipalName: 'ANN.upn@fabrikam.example', AuthenticationPolicy: 'Block basic' },
        { UserPrincipalName: 'bob@fabrikam.example', AuthenticationPolicy: 'By address' },
        {
          UserPrincipalName: 'zoe',
          ExternalDirectoryObjectId: 'ID-ZOË',
          AuthenticationPolicy: 'Id',
        },
      ],
    });
    const { rows } = await table('tenant.mailboxes');
    expect(rows.map(told)).toEqual([
      ['Zoë', null, 'Id'],
      ['ann', 'SharedMailbox', 'Block basic'],
      ['bob', null, 'By address'],
    ]);
  });

  test('are shown without protocols when nothing else was read', async () => {
    await imported({ 'mailboxes.json': [mailbox('ann')] });
    const { rows, reason } = await table('tenant.mailboxes');
    expect(rows).toMatchObject([
      { address: 'ann@fabrikam.example', smtpAuth: 'unknown', pop: null, type: 'SharedMailbox' },
    ]);
    expect(reason).toBe('not-imported');
  });

  test('are found, filtered, sorted and handed over a window at a time', async () => {
    await imported({ 'cas.json': threeMailboxes, 'transport.json': transport(true) });
    const ask = async (more: Partial<Input<'tenant.mailboxes'>>) =>
      addresses(await table('tenant.mailboxes', more));
    expect(await ask({ text: ' ANN ' })).toEqual([at('ann')]);
    expect(await ask({ filter: 'smtp-auth-on' })).toEqual([at('ann')]);
    expect(await ask({ filter: 'smtp-auth-explicit' })).toEqual([at('ann'), at('bob')]);
    expect(await ask({ filter: 'pop-or-imap' })).toEqual([at('ann')]);
    expect(await ask({ filter: 'ews' })).toEqual([]);
    const sorted = { sort: { by: 'address', descending: false } };
    expect(await ask(sorted)).toEqual([at('ann'), at('bob'), at('Zoë')]);
    expect(await ask({ ...sorted, offset: 1, limit: 1 })).toEqual([at('bob')]);
    expect(await ask({ sort: { by: 'pop', descending: false } })).toEqual([
      at('ann'),
      at('Zoë'),
      at('bob'),
    ]);
    // A column that there is none of is no column.
    expect(await ask({ sort: { by: 'constructor', descending: true } })).toHaveLength(3);
    const { total, all } = await table('tenant.mailboxes', { filter: 'pop-or-imap', limit: 1 });
    expect({ total, all }).toEqual({ total: 1, all: 3 });
  });

  test('are read anew when their snapshot is another', async () => {
    await imported({ 'cas.json': threeMailboxes });
    expect((await table('tenant.mailboxes')).all).toBe(3);
    await imported({ 'cas.json': [cas('only', null)] });
    expect((await table('tenant.mailboxes')).all).toBe(1);
    await desk.ask('tenant.forget', { key: 'fabrikam' });
    expect(
      await desk.call('tenant.mailboxes', {
        snapshotId,
        text: '',
        filter: null,
        sort: null,
        offset: 0,
        limit: 10,
      }),
    ).toMatchObject({ ok: false, error: { code: 'snapshot-missing' } });
  });
});

describe('aliases', () => {
  const accepted = [
    { DomainName: 'fabrikam.example', DomainType: 'Authoritative', MatchSubDomains: true },
    { DomainName: 'fabrikam.onmicrosoft.com', DomainType: 'Authoritative', InitialDomain: true },
    { DomainName: 'old.example', DomainType: 'Authoritative', SendingFromDomainDisabled: true },
  ];
  const files = {
    'mailboxes.json': [
      mailbox(
        'ann',
        'smtp:a@fabrikam.example',
        'smtp:a+lists@fabrikam.example',
        'smtp:ann@fabrikam.onmicrosoft.com',
        'smtp:ann@sub.fabrikam.example',
        'smtp:ann@old.example',
        'smtp:ann@elsewhere.example',
        'X500:/o=Fabrikam',
      ),
    ],
  };

  test('are the addresses beside the primary one, marked with what speaks against them', async () => {
    await imported({ ...files, 'domains.json': accepted });
    const { rows } = await table('tenant.aliases');
    expect(new Set(rows.map(({ mailbox: owner }) => owner))).toEqual(
      new Set(['ann@fabrikam.example']),
    );
    expect(marks(rows)).toEqual({
      'a@fabrikam.example': [],
      'a+lists@fabrikam.example': ['plus'],
      'ann@fabrikam.onmicrosoft.com': ['initial-domain'],
      'ann@sub.fabrikam.example': [],
      'ann@old.example': ['sending-disabled'],
      'ann@elsewhere.example': ['not-accepted'],
    });
    const unmarked = await table('tenant.aliases', { filter: 'unmarked' });
    expect(unmarked.total).toBe(2);
  });

  test('are not called foreign while the domains are not known', async () => {
    await imported(files);
    const { rows } = await table('tenant.aliases', { filter: 'marked' });
    expect(marks(rows)).toEqual({
      'a+lists@fabrikam.example': ['plus'],
      'ann@fabrikam.onmicrosoft.com': ['initial-domain'],
    });
  });
});

describe('users by Outlook version', () => {
  const inventory = [
    'User,Device,Product,Office version,Channel',
    'ann@fabrikam.example,PC1,Office LTSC 2024,16.0.17932.20162,',
    'bob@fabrikam.example,PC2,Outlook 2010,14.0.7015.1000,',
    'carla@fabrikam.example,PC3,Outlook 2016,16.0.5200.1000,',
    ',PC4,Something else,1.2.3,',
  ].join('\n');

  test('are judged by build, the worst first', async () => {
    await imported({ 'inventory.csv': inventory });
    const sort = { by: 'verdict', descending: false };
    const { rows, reason } = await table('tenant.outlookUsers', { sort });
    expect(rows.map(({ user, verdict }) => [user, verdict])).toEqual([
      ['bob@fabrikam.example', 'blocked'],
      ['carla@fabrikam.example', 'unsupported'],
      ['PC4', 'unknown'],
      ['ann@fabrikam.example', 'supported'],
    ]);
    expect(reason).toBeNull();
    const blocked = await table('tenant.outlookUsers', { filter: 'blocked' });
    expect(blocked.rows.map(({ user }) => user)).toEqual(['bob@fabrikam.example']);
  });

  test('say why there are none', async () => {
    await imported({ 'cas.json': threeMailboxes });
    expect(await table('tenant.outlookUsers')).toEqual({
      total: 0,
      all: 0,
      rows: [],
      reason: 'not-imported',
    });
  });
});

test('the demo tenant has all three', async () => {
  const read = await desk.ask('tenant.openDemo', { jobId: randomUUID() });
  snapshotId = read.snapshot?.id ?? 0;
  const mailboxes = await table('tenant.mailboxes');
  expect(mailboxes.reason).toBeNull();
  expect(new Set(mailboxes.rows.map(({ type }) => type)).has(null)).toBe(false);
  expect(new Set(mailboxes.rows.map(({ smtpAuth }) => smtpAuth)).size).toBeGreaterThan(1);
  const aliases = await table('tenant.aliases', { filter: 'marked' });
  expect(aliases.total).toBeGreaterThan(0);
  const users = await table('tenant.outlookUsers');
  expect(users.total).toBeGreaterThan(0);
  expect(new Set(users.rows.map(({ source }) => source))).toContain('appUsageUsers');
});
