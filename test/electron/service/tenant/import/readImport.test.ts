import { array, asyncProperty, assert, jsonValue, string, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readImport } from '../../../../../electron/service/tenant/import/readImport.ts';
import { isListSource, sourceDataSchemas } from '../../../../../shared/tenant/snapshot.ts';
import { refusal, value } from '../../../../support/signedIn.ts';

const { signal } = new AbortController();

/** In pieces, as a file comes. */
async function* pieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (content: string | Uint8Array, size?: number) =>
  readImport(
    'file',
    pieces(typeof content === 'string' ? Buffer.from(content) : content, size),
    signal,
  );

const readOne = async (content: string | Uint8Array) => {
  const file = value(await read(content));
  expect(file.sources).toHaveLength(1);
  return file.sources[0]!;
};

const tenantId = '72f988bf-0000-4000-8000-000000000001';

const organization = {
  Name: 'contoso.onmicrosoft.com',
  SendFromAliasEnabled: false,
  OAuth2ClientProfileEnabled: true,
  DefaultAuthenticationPolicy: null,
  EwsEnabled: null,
  EwsApplicationAccessPolicy: null,
  EwsAllowOutlook: null,
  EwsAllowMacOutlook: null,
  EwsAllowedAppIDs: null,
  RejectDirectSend: false,
  PublicFoldersEnabled: 'Local',
  OrganizationalUnitRoot: 'Contoso.onmicrosoft.com',
  WhenChanged: '/Date(1777880361000)/',
};

describe('what PowerShell printed as JSON', () => {
  const text = JSON.stringify(organization);

  test.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, as Windows PowerShell redirects', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['big-endian UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['spaces before it', Buffer.from(`\r\n  ${text}\r\n`)],
  ])('is read in %s', async (_, bytes) => {
    const source = await readOne(bytes);
    expect(source).toMatchObject({ id: 'organizationConfig', records: 1, missing: [] });
    expect(source.data).toMatchObject({ sendFromAliasEnabled: false, ewsEnabled: null });
  });

  test('tells of which tenant it is', async () => {
    const more = { ...organization, ExternalDirectoryOrganizationId: tenantId.toUpperCase() };
    expect(value(await read(JSON.stringify(more))).marks).toEqual({
      initialDomains: ['contoso.onmicrosoft.com'],
      ids: [tenantId],
      mailDomains: [],
    });
    const domains = [
      { DomainName: 'Contoso.onmicrosoft.com', DomainType: 'Authoritative', InitialDomain: 'True' },
      { DomainName: 'contoso.example', DomainType: 'Authoritative', InitialDomain: 'False' },
    ];
    expect(value(await read(JSON.stringify(domains))).marks.initialDomains).toEqual([
      'contoso.onmicrosoft.com',
    ]);
    const inventory =
      'User,Device,Build\nAnn@Contoso.example,PC1,16.0.1\nCONTOSO\\bob,PC2,16.0.1\n';
    expect(value(await read(inventory)).marks.mailDomains).toEqual(['contoso.example']);
  });

  test('with a property left out says that it is missing', async () => {
    const { EwsEnabled: _, ...rest } = organization;
    expect((await readOne(JSON.stringify(rest))).missing).toEqual(['ewsEnabled']);
  });

  test.each([
    [
      'a list',
      [{ Domain: 'a.example', Selector1CNAME: 'x', KeyCreationTime: '/Date(1653603718610)/' }],
    ],
    [
      'one object',
      { Domain: 'a.example', Selector1CNAME: 'x', KeyCreationTime: '2022-05-26T22:21:58Z' },
    ],
    ['a list in a box', { value: [{ Domain: 'a.example', Selector1CNAME: 'x' }], Count: 1 }],
    ['a list with nothing beside it', [null, { Domain: 'a.example', Selector1CNAME: 'x' }]],
  ])('may be %s', async (_, printed) => {
    expect(await readOne(JSON.stringify(printed))).toMatchObject({ id: 'dkim', records: 1 });
  });

  test('of several cmdlets in one object gives all of them', async () => {
    const file = value(
      await read(
        JSON.stringify({
          org_config: [organization],
          outbound_connectors: [null],
          domains: [
            { DomainName: 'a.example', DomainType: 'Authoritative', SmtpDaneStatus: 'Enabled' },
          ],
          version: '1.0',
        }),
      ),
    );
    expect(file.sources.map(({ id }) => id)).toEqual(['organizationConfig', 'acceptedDomains']);
  });

  test.each(['[]', '[\r\n\r\n]', '[null]'])(
    'with nothing in it (%j) is what its name says',
    async (text) => {
      const named = (name: string) => readImport(name, pieces(Buffer.from(text)), signal);
      for (const name of ['outboundConnectors.json', 'outboundconnectors (1).JSON']) {
        const [source] = value(await named(name)).sources;
        expect(source).toMatchObject({ id: 'outboundConnectors', data: [], records: 0 });
      }
      for (const name of ['organizationConfig.json', 'list.json', 'outboundConnectors.csv'])
        expect(refusal(await named(name)).code).toBe('import-not-recognized');
    },
  );

  test('with names typed in lower case is read as well', async () => {
    const typed = [
      {
        primarysmtpaddress: 'a@a.example',
        popenabled: true,
        smtpclientauthenticationdisabled: null,
      },
    ];
    const source = await readOne(JSON.stringify(typed));
    expect(source.id).toBe('casMailboxes');
    expect(source.data).toMatchObject([{ primarySmtpAddress: 'a@a.example', popEnabled: true }]);
  });
});

describe('CSV', () => {
  test('of Export-Csv has its three states', async () => {
    const source = await readOne(
      '#TYPE Selected.System.Object\r\n"PrimarySmtpAddress","SmtpClientAuthenticationDisabled","PopEnabled"\r\n' +
        '"a@a.example","True","False"\r\n"b@a.example","","True"\r\n',
    );
    expect(source).toMatchObject({ id: 'casMailboxes', records: 2 });
    expect(source.data).toMatchObject([
      { smtpClientAuthenticationDisabled: true, popEnabled: false },
      { smtpClientAuthenticationDisabled: null, popEnabled: true },
    ]);
    expect(source.missing).toContain('imapEnabled');
  });

  test('of addresses is taken apart, and a list that nobody joined is missing', async () => {
    const header = 'UserPrincipalName,PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses\n';
    const good = await readOne(
      `${header}a@a.example,a@a.example,UserMailbox,SMTP:a@a.example smtp:b@a.example\n`,
    );
    expect(good.data).toMatchObject([{ emailAddresses: ['SMTP:a@a.example', 'smtp:b@a.example'] }]);
    const bad = await readOne(`${header}a@a.example,a@a.example,UserMailbox,System.String[]\n`);
    expect(bad.missing).toEqual(['emailAddresses']);
  });

  test.each([
    [
      'Intune',
      'Device name,Primary user UPN,Application name,Application version\nPC1,a@a.example,Microsoft 365 Apps,16.0.14326.20384\n',
    ],
    [
      'its own words',
      'user;device;product;build\na@a.example;PC1;Microsoft 365 Apps;16.0.14326.20384\n',
    ],
    [
      'capitals and blanks',
      'USER NAME\tComputer Name\tOffice Product\tOffice Version\na@a.example\tPC1\tMicrosoft 365 Apps\t16.0.14326.20384\n',
    ],
  ])('of an inventory by %s is mapped', async (_, text) => {
    const source = await readOne(text);
    expect(source.id).toBe('outlookInventory');
    expect(source.data).toEqual([
      {
        user: 'a@a.example',
        device: 'PC1',
        product: 'Microsoft 365 Apps',
        build: '16.0.14326.20384',
        channel: null,
      },
    ]);
  });

  test('of the admin centre’s SMTP AUTH clients is recognised', async () => {
    const source = await readOne(
      'Date,Sender address,Authentication Protocol,TLS 1.2,Message Count\n2026-11-20,Scanner@a.example,Basic,5,12\n',
    );
    expect(source).toMatchObject({ id: 'smtpAuthClients', records: 1 });
    expect(source.data).toEqual([
      { sender: 'scanner@a.example', protocol: 'Basic', messages: 12, lastDate: '2026-11-20' },
    ]);
  });

  test('saved by a spreadsheet in Windows-1252 keeps its letters', async () => {
    const text = 'user;device;product;build\nJürgen;PC1;Outlook;16.0.1\n';
    const source = await readOne(Buffer.from(text, 'latin1'));
    expect(source.data).toMatchObject([{ user: 'Jürgen' }]);
  });
});

const fits = async (content: Uint8Array) => {
  const outcome = await read(content, 64);
  if (!outcome.ok) return;
  for (const { id, data } of outcome.value.sources)
    if (data !== null) {
      sourceDataSchemas[id].parse(data);
      expect(Array.isArray(data)).toBe(isListSource(id));
    }
};

describe('what can’t be used', () => {
  test.each([
    ['', 'file-empty'],
    [' \r\n', 'file-empty'],
    ['{"SendFromAliasEnabled": tru', 'import-malformed'],
    ['[]', 'import-not-recognized'],
    ['{"a":1}', 'import-not-recognized'],
    ['a,b\n1,2\n', 'import-not-recognized'],
    ['just words', 'import-not-recognized'],
    ['user,device,product,build\n"a,b,c,d\n', 'import-malformed'],
  ])('%j is %s', async (content, code) => {
    expect(refusal(await read(content)).code).toBe(code);
  });

  test('stopping ends it', async () => {
    const controller = new AbortController();
    controller.abort();
    const outcome = await readImport('file', pieces(Buffer.from('a,b\n')), controller.signal);
    expect(refusal(outcome).code).toBe('cancelled');
  });

  test('no bytes, text or JSON make it throw, and what it gives fits the schema', async () => {
    await assert(asyncProperty(uint8Array({ maxLength: 300 }), fits));
    await assert(
      asyncProperty(array(string()), (cells) =>
        fits(Buffer.from(`user,device,product,build\n${cells.join(',')}\n`)),
      ),
    );
    await assert(
      asyncProperty(jsonValue(), jsonValue(), (one, other) =>
        fits(
          Buffer.from(
            JSON.stringify([
              { PrimarySmtpAddress: one, PopEnabled: other, EwsEnabled: one },
              { PrimarySmtpAddress: other },
            ]),
          ),
        ),
      ),
    );
  });
});

async function* lines(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('user,device,product,build\n');
  for (let at = 0; at < 200; at += 1)
    yield Buffer.from(
      Array.from(
        { length: 1000 },
        (_, index) => `u${at}-${index}@a.example,PC${index},Outlook,16.0.1\n`,
      ).join(''),
    );
}

test('an inventory of 200,000 lines is read as a stream', async () => {
  const file = value(await readImport('file', lines(), signal));
  expect(file.sources[0]?.records).toBe(200_000);
});
