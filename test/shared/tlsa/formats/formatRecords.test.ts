import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecords, recordFormats } from '../../../../shared/tlsa/formats/formatRecords.ts';
import type { RecordFormat } from '../../../../shared/tlsa/formats/formatRecords.ts';
import type { KnownTlsaRecord } from '../../../../shared/tlsa/record.ts';
import { powerShellTokens } from '../../../support/powerShellTokens.ts';

const digest = 'd2abde240d7cd3ee6b4b28c54df034b97983a1d16e8a410e4561cb106618e971';
const owner = '_25._tcp.mail.example.com.';
const zone = { ascii: 'example.com', unicode: 'example.com' };
const record: KnownTlsaRecord = { usage: 3, selector: 1, matchingType: 1, data: digest };

function format(
  name: RecordFormat,
  change: Partial<KnownTlsaRecord> = {},
  ttl: number | null = 3600,
  resourceGroup: string | null = null,
): string {
  const published = { owner, ttl, record: { ...record, ...change } };
  return formatRecords(name, [published], { zone, resourceGroup });
}

describe('the forms of a record', () => {
  it('is a zone line', () => {
    expect(format('zone')).toBe(`${owner} 3600 IN TLSA 3 1 1 ${digest}`);
    expect(format('zone', {}, null)).toBe(`${owner} IN TLSA 3 1 1 ${digest}`);
  });

  it('is a generic line (RFC 3597 §5)', () => {
    expect(format('generic')).toBe(String.raw`${owner} 3600 IN TYPE52 \# 35 030101${digest}`);
  });

  it('is one line each for several records, none of them lost', () => {
    const published = [record, { ...record, usage: 2 as const }].map((each) => ({
      owner,
      ttl: null,
      record: each,
    }));
    for (const name of ['zone', 'generic', 'windows', 'azure'] as const) {
      const lines = formatRecords(name, published, { zone, resourceGroup: null }).split('\n');
      expect(new Set(lines).size).toBe(2);
    }
  });

  it('ends without a line feed, whatever the form', () => {
    for (const name of recordFormats) expect(format(name)).toMatch(/\S$/);
  });
});

describe('Windows DNS Server', () => {
  it('is spelled as the cmdlet wants it', () => {
    expect(format('windows', {}, null)).toBe(
      `Add-DnsServerResourceRecord -TLSA -ZoneName 'example.com' -Name '_25._tcp.mail' -CertificateUsage DomainIssuedCertificate -Selector SubjectPublicKeyInfo -MatchingType Sha256Hash -CertificateAssociationData '${digest}'`,
    );
  });

  it.each([
    [{ usage: 0 }, 'CAConstraint'],
    [{ usage: 1 }, 'ServiceCertificateConstraint'],
    [{ usage: 2 }, 'TrustAnchorAssertion'],
    [{ selector: 0 }, 'FullCertificate'],
    [{ matchingType: 0 }, 'ExactMatch'],
    [{ matchingType: 2 }, 'Sha512Hash'],
  ] as const)('calls %j %s', (change, word) => {
    expect(format('windows', change).split(' ')).toContain(word);
  });

  it.each([
    [0, '00:00:00'],
    [59, '00:00:59'],
    [3600, '01:00:00'],
    [86_399, '23:59:59'],
    [86_400, '1.00:00:00'],
    [90_061, '1.01:01:01'],
    [2_147_483_647, '24855.03:14:07'],
  ])('writes a time to live of %i s as %s', (ttl, timeSpan) => {
    expect(format('windows', {}, ttl)).toMatch(new RegExp(`-TimeToLive ${timeSpan}$`));
  });

  it('names the zone’s own host by port and protocol alone', () => {
    const apex = { owner: '_25._tcp.example.com.', ttl: null, record };
    expect(formatRecords('windows', [apex], { zone, resourceGroup: null })).toContain(
      "-Name '_25._tcp' ",
    );
  });

  it('is a command of parameters, words and verbatim strings, whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const hostile = { ascii: text, unicode: text };
        const published = { owner: `_25._tcp.${text}.`, ttl: 60, record };
        const command = formatRecords('windows', [published], {
          zone: hostile,
          resourceGroup: null,
        });
        const strings = powerShellTokens(command).filter(({ kind }) => kind === 'string');
        expect(strings).toHaveLength(3);
        expect(strings[0]?.value).toBe(text);
        expect(strings[2]?.value).toBe(digest);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('Azure DNS', () => {
  it('is spelled as the command line wants it', () => {
    expect(format('azure', {}, 3600, 'mail (prod)')).toBe(
      `az network dns record-set tlsa add-record --resource-group 'mail (prod)' --zone-name example.com --record-set-name _25._tcp.mail --certificate-usage 3 --selector 1 --matching-type 1 --certificate-data ${digest}`,
    );
  });

  it('leaves a placeholder for the resource group', () => {
    expect(format('azure')).toContain('--resource-group RESOURCE-GROUP ');
  });
});

describe('Cloudflare', () => {
  it('is the body of its API', () => {
    expect(JSON.parse(format('cloudflare'))).toEqual({
      type: 'TLSA',
      name: '_25._tcp.mail.example.com',
      ttl: 3600,
      data: { usage: 3, selector: 1, matching_type: 1, certificate: digest },
    });
  });

  it('says "automatic" where no time to live is given', () => {
    expect(JSON.parse(format('cloudflare', {}, null))).toMatchObject({ ttl: 1 });
  });

  it('is one batch for several records', () => {
    const published = [1, 2].map(() => ({ owner, ttl: null, record }));
    const body = formatRecords('cloudflare', published, { zone, resourceGroup: null });
    expect(JSON.parse(body)).toMatchObject({ posts: [{ type: 'TLSA' }, { type: 'TLSA' }] });
  });
});

describe('Amazon Route 53', () => {
  it('is a change batch that never replaces a set', () => {
    expect(JSON.parse(format('route53', {}, null))).toEqual({
      Changes: [
        {
          Action: 'CREATE',
          ResourceRecordSet: {
            Name: owner,
            Type: 'TLSA',
            TTL: 3600,
            ResourceRecords: [{ Value: `3 1 1 ${digest}` }],
          },
        },
      ],
    });
  });

  it('puts the records of a name into one set, each once', () => {
    const published = [3, 2, 3].map((usage) => ({
      owner,
      ttl: 600,
      record: { ...record, usage: usage as 2 | 3 },
    }));
    const batch = formatRecords('route53', published, { zone, resourceGroup: null });
    expect(JSON.parse(batch)).toMatchObject({
      Changes: [
        {
          ResourceRecordSet: {
            TTL: 600,
            ResourceRecords: [{ Value: `3 1 1 ${digest}` }, { Value: `2 1 1 ${digest}` }],
          },
        },
      ],
    });
  });
});

describe('plain JSON', () => {
  it('holds the parts of the record', () => {
    expect(JSON.parse(format('json', {}, null))).toEqual({
      owner,
      ttl: null,
      class: 'IN',
      type: 'TLSA',
      ...record,
    });
  });
});
