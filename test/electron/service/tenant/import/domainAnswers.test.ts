/** What Exchange says of single domains, in files. */
import { assert, asyncProperty, jsonValue } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addImports } from '../../../../../electron/service/tenant/import/addImports.ts';
import { importCommands } from '../../../../../shared/tenant/importCommands.ts';
import { ownDomains } from '../../../../../electron/service/tenant/ownDomains.ts';
import { readImport } from '../../../../../electron/service/tenant/import/readImport.ts';
import { refusal, value } from '../../../../support/signedIn.ts';
import { refuseMixed } from '../../../../../electron/service/tenant/import/refuseMixed.ts';
import { snapshotSchema, sourceDataSchemas } from '../../../../../shared/tenant/snapshot.ts';
import type { ImportedFile } from '../../../../../electron/service/tenant/import/readImport.ts';

const { signal } = new AbortController();
const at = new Date('2026-11-23T10:00:00Z');

async function* whole(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

const readText = (text: string, name = 'file') => readImport(name, whole(text), signal);
const read = (printed: unknown, name?: string) => readText(JSON.stringify(printed), name);

const answer = (host: string) => ({
  DnssecFeatureStatus: { Value: 'Enabled' },
  ExpectedMxRecord: { Record: `@ 60 IN MX 10 ${host}` },
  Errors: [],
  Warnings: ['Check the TTL, please'],
  DnsValidation: { DnssecSupport: 'Valid', Errors: [], Warnings: [] },
  MxValidation: { Status: 'Valid', ActualMxRecords: [`@ 60 IN MX 10 ${host}`], Errors: null },
  MtaStsValidation: { Status: 'Valid', MtaStsAvailable: false, MtaStsMode: 'Unavailable' },
});

const host = 'contoso-com.e-v1.mx.microsoft';
const status = {
  domain: 'contoso.com',
  dnssecFeatureStatus: 'Enabled',
  expectedMx: host,
  dnssecSupport: 'Valid',
  mxStatus: 'Valid',
  actualMxRecords: [`@ 60 IN MX 10 ${host}`],
  mtaStsStatus: 'Valid',
  mtaStsMode: 'Unavailable',
  errors: [],
  warnings: ['Check the TTL, please'],
};

const sourceIn = (file: ImportedFile) => {
  expect(file.sources).toHaveLength(1);
  return file.sources[0]!;
};

describe('the DNSSEC of domains', () => {
  test.each([
    ['as our command prints it', [{ Domain: 'Contoso.com', DnssecStatus: [answer(host)] }]],
    ['of one domain, out of its list', { Domain: 'contoso.com', DnssecStatus: answer(host) }],
    [
      'with lists in boxes, as Windows PowerShell prints some',
      {
        value: [{ Domain: 'contoso.com.', DnssecStatus: { value: [answer(host)], Count: 1 } }],
        Count: 1,
      },
    ],
    ['with the domain among its properties', [{ Domain: ' contoso.com', ...answer(host) }]],
    [
      'with names typed in lower case',
      Object.fromEntries(
        Object.entries({ DomainName: 'contoso.com', ...answer(host) }).map(([name, one]) => [
          name.toLowerCase(),
          one,
        ]),
      ),
    ],
  ])('is read %s', async (_, printed) => {
    expect(sourceIn(value(await read(printed)))).toEqual({
      id: 'dnssecStatus',
      data: [status],
      records: 1,
      missing: [],
      skipped: 0,
    });
  });

  test('is read out of a CSV, whose cells hold nested values as PowerShell shows them', async () => {
    const csv =
      'Domain,DnssecFeatureStatus,ExpectedMxRecord,DnsValidation\r\n' +
      `contoso.com,@{Value=Enabled},@{Record=@ 60 IN MX 10 ${host}},@{DnssecSupport=Valid; Errors=}\r\n`;
    expect(sourceIn(value(await readText(csv))).data).toMatchObject([
      {
        domain: 'contoso.com',
        dnssecFeatureStatus: 'Enabled',
        expectedMx: host,
        dnssecSupport: 'Valid',
      },
    ]);
  });

  test.each([
    [[answer(host)]],
    [answer(host)],
    [{ value: [answer(host)] }],
    [[{ Domain: null, DnssecStatus: [answer(host)] }]],
    [[{ Domain: '', DnssecStatus: [answer(host)] }]],
    [[{ Domain: 'contoso.com/x', DnssecStatus: [answer(host)] }]],
    [[{ Domain: { Name: 'contoso.com' }, DnssecStatus: [answer(host)] }]],
  ])('that names no domain is refused, and told why: %j', async (printed) => {
    const error = refusal(await read(printed, 'status.json'));
    expect(error).toMatchObject({ code: 'import-domain-missing', params: { name: 'status.json' } });
  });

  test('of a CSV without a column for the domain is refused as well', async () => {
    const csv = 'DnssecFeatureStatus,Errors\nEnabled,\n';
    expect(refusal(await readText(csv)).code).toBe('import-domain-missing');
  });

  test.each([[[]], [null], [{}], [[null]], ['text'], [[{ Other: 1 }]], [{ value: [], Count: 0 }]])(
    'leaves out and counts a domain whose answer is %j',
    async (none) => {
      const printed = [
        { Domain: 'contoso.com', DnssecStatus: [answer(host)] },
        { Domain: 'fabrikam.com', DnssecStatus: none },
        { DnssecStatus: [answer(host)] },
        'no record',
      ];
      const file = value(await read(printed));
      expect(sourceIn(file)).toMatchObject({ data: [status], records: 1, skipped: 2 });
      const { sources } = addImports([file], { id: null, name: 'Contoso' }, null, at);
      expect(sources.find(({ id }) => id === 'dnssecStatus')).toMatchObject({
        state: 'partial',
        reason: 'records-skipped',
      });
    },
  );

  test('which Exchange gave of no domain is no reason to refuse the file', async () => {
    const file = value(await read([{ Domain: 'contoso.com', DnssecStatus: [] }]));
    expect(sourceIn(file)).toMatchObject({ data: [], skipped: 1 });
  });

  test('beside what other cmdlets printed does not keep those from being read', async () => {
    const file = value(
      await read({
        dnssec: answer(host),
        domains: [{ DomainName: 'a.example', DomainType: 'Authoritative', SmtpDaneStatus: 'None' }],
      }),
    );
    expect(file.sources).toMatchObject([
      { id: 'dnssecStatus', data: [], skipped: 1 },
      { id: 'acceptedDomains', records: 1 },
    ]);
  });

  test('of several files is joined by domain, as the last file has it', async () => {
    const files = [
      value(
        await read(
          [
            { Domain: 'contoso.com', DnssecStatus: [answer('old.e-v1.mx.microsoft')] },
            { Domain: 'fabrikam.com', DnssecStatus: [answer(host)] },
          ],
          'one.json',
        ),
      ),
      value(await read([{ Domain: 'CONTOSO.com', DnssecStatus: [answer(host)] }], 'two.json')),
    ];
    const snapshot = addImports(files, { id: null, name: 'Contoso' }, null, at);
    expect(snapshotSchema.parse(snapshot)).toEqual(snapshot);
    expect(snapshot.data.dnssecStatus).toEqual([{ ...status, domain: 'fabrikam.com' }, status]);
    expect(snapshot.sources.find(({ id }) => id === 'dnssecStatus')).toMatchObject({
      state: 'ok',
      origin: 'import',
      call: 'one.json, two.json',
      records: 2,
    });
  });

  test('of another tenant’s domains is not mixed in', async () => {
    const accepted = (name: string) =>
      read([{ DomainName: name, DomainType: 'Authoritative', SmtpDaneStatus: 'Enabled' }], name);
    const file = value(
      await read([{ Domain: 'contoso.com', DnssecStatus: [answer(host)] }], 'dnssec'),
    );
    expect(refuseMixed([value(await accepted('contoso.com')), file], null).ok).toBe(true);
    const mixed = refuseMixed([value(await accepted('fabrikam.com')), file], null);
    expect(refusal(mixed).code).toBe('tenant-mixed');
  });
});

describe('inbound DANE', () => {
  test('is kept in Exchange’s words, whatever they are', async () => {
    const printed = [
      {
        Domain: 'contoso.com',
        SmtpDaneInboundStatus: [
          { DomainName: 'contoso.com', Status: 'Enabled', Since: null, More: { Deep: ['a', 1] } },
        ],
      },
      { Domain: 'fabrikam.com', SmtpDaneInboundStatus: [] },
    ];
    expect(sourceIn(value(await read(printed)))).toEqual({
      id: 'smtpDaneInbound',
      data: [
        {
          domain: 'contoso.com',
          values: [
            { property: 'DomainName', value: 'contoso.com' },
            { property: 'Status', value: 'Enabled' },
            { property: 'Since', value: null },
            { property: 'More', value: '{"Deep":["a",1]}' },
          ],
        },
      ],
      records: 1,
      missing: [],
      skipped: 1,
    });
  });
});

const fits = async (text: string) => {
  const outcome = await readText(text);
  if (!outcome.ok) return;
  for (const { id, data } of outcome.value.sources) sourceDataSchemas[id].parse(data);
};

describe('hostile files', () => {
  test('of any JSON are read within the schema or refused', async () => {
    await assert(
      asyncProperty(jsonValue(), jsonValue(), async (one, other) => {
        for (const name of ['DnssecStatus', 'SmtpDaneInboundStatus'])
          await fits(
            JSON.stringify([
              { Domain: 'contoso.com', [name]: one },
              { Domain: 'contoso.com', [name]: { Errors: other, MxValidation: one, x: other } },
              { Domain: other, [name]: one },
            ]),
          );
        await fits(
          JSON.stringify({ Domain: 'a.example', DnssecFeatureStatus: one, Errors: other }),
        );
      }),
    );
  });

  test('nested without end, or with lines of blanks, are read in no time', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const blanks = JSON.stringify(`Record: x${' '.repeat(300_000)}y`);
    for (const inner of [deep, blanks]) {
      const record = (name: string) =>
        readText(
          `[{"Domain":"a.example","${name}":[{"Errors":${inner},"MxValidation":${inner}}]}]`,
        );
      for (const name of ['DnssecStatus', 'SmtpDaneInboundStatus'])
        expect(sourceIn(value(await record(name)))).toMatchObject({ records: 1 });
    }
  });
});

const commandOf = (kind: string) => importCommands.find((one) => one.kind === kind)?.command ?? '';

describe('the commands', () => {
  test('ask for the tenant’s own domains, the same as the app asks for when signed in', () => {
    const pattern = /-notmatch '([^']+)'/.exec(commandOf('dnssecStatus'))?.[1] ?? '';
    const names = [
      'contoso.com',
      'Contoso.onmicrosoft.com',
      'contoso.mail.onmicrosoft.com',
      'contoso.onmicrosoft.us',
      'contoso.partner.onmschina.cn',
      'notonmicrosoft.com',
      'onmicrosoft.com.example',
    ];
    const acceptedDomains = names.map((domainName) => ({ domainName }));
    expect(names.filter((name) => !new RegExp(pattern, 'i').test(name))).toEqual(
      ownDomains({ acceptedDomains, domains: null } as Parameters<typeof ownDomains>[0]),
    );
    expect(ownDomains({ acceptedDomains, domains: null } as never)).toEqual([
      'contoso.com',
      'notonmicrosoft.com',
      'onmicrosoft.com.example',
    ]);
  });

  test.each([
    ['dnssecStatus', 'Get-DnssecStatusForVerifiedDomain', 'DnssecStatus'],
    ['smtpDaneInbound', 'Get-SmtpDaneInboundStatus', 'SmtpDaneInboundStatus'],
  ])(
    'for %s write what its reader looks for, and nothing but Get-* at Exchange',
    async (kind, cmdlet, property) => {
      const command = commandOf(kind);
      expect(command).toContain(`${cmdlet} -DomainName $domain`);
      expect(command).toContain(`[pscustomobject]@{ Domain = "$domain"; ${property} = @(`);
      expect(command).not.toContain('\n');
      expect(new Set(command.match(/\b[A-Z][A-Za-z]+-[A-Z]\w+/g))).toEqual(
        new Set(['ConvertTo-Json', 'Get-AcceptedDomain', cmdlet, 'Write-Warning', 'Set-Content']),
      );
      const printed = [{ Domain: 'contoso.com', [property]: [answer(host)] }];
      expect(sourceIn(value(await read(printed))).id).toBe(kind);
      expect(sourceIn(value(await read([], `${kind}.json`)))).toMatchObject({ id: kind, data: [] });
    },
  );
});
