/** Files of another tenant are told before they are mixed with what is known. */
import { describe, expect, test } from 'vitest';
import { emptySnapshotData } from '../../../../../shared/tenant/snapshot.ts';
import { readImport } from '../../../../../electron/service/tenant/import/readImport.ts';
import { refuseMixed } from '../../../../../electron/service/tenant/import/refuseMixed.ts';
import { value } from '../../../../support/signedIn.ts';
import type { AcceptedDomain } from '../../../../../shared/tenant/records/exchange.ts';

const { signal } = new AbortController();
const contosoId = '72f988bf-0000-4000-8000-000000000001';
const fabrikamId = '72f988bf-0000-4000-8000-000000000002';

async function file(name: string, content: unknown) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  async function* chunks() {
    yield Buffer.from(text);
  }
  return value(await readImport(name, chunks(), signal));
}

const organization = (root: string, id: string | null = null) => ({
  SendFromAliasEnabled: true,
  OrganizationalUnitRoot: root,
  ExternalDirectoryOrganizationId: id,
});
const domains = (...names: readonly string[]) =>
  names.map((DomainName) => ({ DomainName, DomainType: 'Authoritative' }));
const mailboxes = (...addresses: readonly string[]) =>
  addresses.map((PrimarySmtpAddress) => ({ PrimarySmtpAddress, PopEnabled: true }));
const inventory = (...users: readonly string[]) =>
  `User,Device,Build\n${users.map((user) => `${user},PC,16.0.1\n`).join('')}`;

const contoso = {
  tenant: { id: contosoId, name: 'Contoso' },
  data: {
    ...emptySnapshotData,
    acceptedDomains: [
      { domainName: 'contoso.onmicrosoft.com', isInitial: true },
      { domainName: 'Contoso.example', isInitial: false },
    ] as unknown as AcceptedDomain[],
  },
};

const fits = { ok: true, value: null };
const mixed = (name: string, found: string, expected: string) => ({
  ok: false,
  error: { code: 'tenant-mixed', params: { name, found, expected } },
});

describe('beside a snapshot', () => {
  test.each([
    ['its initial domain', organization('contoso.onmicrosoft.com')],
    ['its id', organization('contoso.onmicrosoft.com', contosoId)],
    [
      'one address in one of its domains',
      mailboxes('a@elsewhere.example', 'b@sub.contoso.example'),
    ],
    ['some of its domains', domains('contoso.example', 'new.example')],
    ['no address at all', inventory('CONTOSO\\ann', 'bob')],
  ])('a file with %s is the tenant’s', async (_, content) => {
    expect(refuseMixed([await file('f', content)], contoso)).toEqual(fits);
  });

  test.each([
    [
      'initial domain',
      organization('fabrikam.onmicrosoft.com'),
      'fabrikam.onmicrosoft.com',
      'contoso.onmicrosoft.com',
    ],
    ['id', organization('contoso.onmicrosoft.com', fabrikamId), fabrikamId, contosoId],
    ['addresses', mailboxes('a@fabrikam.example'), 'fabrikam.example', 'contoso.onmicrosoft.com'],
    ['people', inventory('a@fabrikam.example'), 'fabrikam.example', 'contoso.onmicrosoft.com'],
    ['domains', domains('fabrikam.example'), 'fabrikam.example', 'contoso.onmicrosoft.com'],
  ])('a file with another %s is not', async (_, content, found, expected) => {
    expect(refuseMixed([await file('f', content)], contoso)).toEqual(mixed('f', found, expected));
  });
});

describe('among each other', () => {
  test('files of two tenants are told, whichever comes first', async () => {
    const a = await file('a', organization('contoso.onmicrosoft.com'));
    const b = await file('b', organization('fabrikam.onmicrosoft.com'));
    expect(refuseMixed([a], null)).toEqual(fits);
    expect(refuseMixed([a, b], null)).toEqual(
      mixed('b', 'fabrikam.onmicrosoft.com', 'contoso.onmicrosoft.com'),
    );
    expect(refuseMixed([b, a], null)).toEqual(
      mixed('a', 'contoso.onmicrosoft.com', 'fabrikam.onmicrosoft.com'),
    );
  });

  test('addresses are held against the domains of another file', async () => {
    const own = await file('domains', domains('contoso.example'));
    const good = await file('good', mailboxes('a@contoso.example'));
    const bad = await file('bad', mailboxes('a@fabrikam.example'));
    expect(refuseMixed([good, own], null)).toEqual(fits);
    expect(refuseMixed([bad, own], null)).toEqual(
      mixed('bad', 'fabrikam.example', 'contoso.example'),
    );
    // Two files of people without a word of the tenant's domains say nothing against each other.
    expect(refuseMixed([good, bad], null)).toEqual(fits);
  });
});
