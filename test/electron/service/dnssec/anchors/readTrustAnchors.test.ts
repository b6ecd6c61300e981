import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatName } from '../../../../../electron/service/dns/name.ts';
import { readTrustAnchors } from '../../../../../electron/service/dnssec/anchors/readTrustAnchors.ts';
import { rootAnchor } from '../../../../../electron/service/dnssec/anchors/rootAnchors.ts';
import {
  coveringAnchor,
  usableAnchors,
  validKeys,
} from '../../../../../electron/service/dnssec/anchors/trustAnchors.ts';
import { name } from '../../../../support/dnssec.ts';

const digest2017 = 'E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D';
const digest2024 = '683D2D0ACB8C9B712A1948B27F741219298D0A450D612C483AF444A4C0FB2B16';

/** Shaped as IANA publishes it. */
const xml = `<?xml version="1.0" encoding="UTF-8"?>
<TrustAnchor id="0C05FDD6-422C-4910-8ED6-430ED15E11C2" source="http://data.iana.org/root-anchors/root-anchors.xml">
<!-- two keys -->
<Zone>.</Zone>
<KeyDigest id="Klajeyz" validFrom="2017-02-02T00:00:00+00:00" validUntil="2027-01-11T00:00:00+00:00">
<KeyTag>20326</KeyTag>
<Algorithm>8</Algorithm>
<DigestType>2</DigestType>
<Digest>${digest2017}</Digest>
<PublicKey>AwEAAaz=</PublicKey>
<Flags>257</Flags>
</KeyDigest>
<KeyDigest id="Kmyv6jo" validFrom="2024-07-18T00:00:00+00:00">
<KeyTag>38696</KeyTag>
<Algorithm>8</Algorithm>
<DigestType>2</DigestType>
<Digest>
  ${digest2024.slice(0, 32)}
  ${digest2024.slice(32)}
</Digest>
</KeyDigest>
</TrustAnchor>
`;

function read(text: string) {
  const anchors = readTrustAnchors(text);
  if (!anchors.ok) throw new Error(JSON.stringify(anchors.error));
  return anchors.value;
}

function problemOf(text: string): unknown {
  const anchors = readTrustAnchors(text);
  return anchors.ok ? 'read' : [anchors.error.code, anchors.error.params['problem']];
}

function byTag(a: { readonly keyTag: number }, b: { readonly keyTag: number }): number {
  return a.keyTag - b.keyTag;
}

const shown = (text: string) =>
  read(text).map(({ zone, keys }) => [
    formatName(zone),
    ...keys.map(({ keyTag, algorithm, digestType, digest }) =>
      [keyTag, algorithm, digestType, Buffer.from(digest).toString('hex').toUpperCase()].join(' '),
    ),
  ]);

describe('the built-in anchors', () => {
  it('are the two keys that IANA publishes, with their validity', () => {
    const [anchor] = read(xml);
    expect(rootAnchor.keys.toSorted(byTag)).toEqual(anchor?.keys.toSorted(byTag));
  });

  it.each([
    ['2016-01-01', []],
    ['2020-01-01', [20326]],
    ['2026-11-23', [38696, 20326]],
    ['2027-01-11', [38696]],
  ])('at %s those that are valid are %j', (at, tags) => {
    expect(validKeys(rootAnchor, new Date(at)).map(({ keyTag }) => keyTag)).toEqual(tags);
  });

  const debian = '/usr/share/dns/root.key';
  it.skipIf(!existsSync(debian))('are the keys of Debian’s dns-root-data', () => {
    const [anchor] = shown(readFileSync(debian, 'utf8'));
    expect(anchor?.toSorted()).toEqual(
      ['.', `20326 8 2 ${digest2017}`, `38696 8 2 ${digest2024}`].toSorted(),
    );
  });
});

describe('lines of records', () => {
  it('are read with TTL, class, comments, parentheses, several zones and keys', () => {
    const text = `
; a private root
. 3600 IN DS ( 1 8 2 ${'AA'.repeat(32)} ) ; the first
.\tIN\tDS\t2 13 4 ${'bb'.repeat(20)} ${'bb'.repeat(28)}
Corp.Example. DS 3 RSASHA256 1 ${'cc'.repeat(20)}
`;
    expect(shown(text)).toEqual([
      ['.', `1 8 2 ${'AA'.repeat(32)}`, `2 13 4 ${'BB'.repeat(48)}`],
      ['Corp.Example.', `3 8 1 ${'CC'.repeat(20)}`],
    ]);
  });

  it('take a DNSKEY by its digest (RFC 4509 §2.3)', () => {
    const text = `dskey.example.com. 86400 IN DNSKEY 256 3 5 ( AQOeiiR0GOMYkDshWoSKz9Xz
      fwJr1AYtsmx3TGkJaNXVbfi/ 2pHm822aJ5iI9BMzNXxeYCmZ DRD99WYwYqUSdjMmmAphXdvx
      egXd/M5+X7OrzKBaMbCVdFLU Uh6DhweJBjEVv5f2wwjM9Xzc nOf+EPbtG9DMBmADjFDc2w/r ljwvFw== )`;
    expect(shown(text)).toEqual([
      [
        'dskey.example.com.',
        '60485 5 2 D4B7D520E7BB5F0F67674A0CCEB1E3E0614B93C4F9E99B8383F6A1E4469DA50A',
      ],
    ]);
  });

  it.each([
    ['', 'trust-anchor-missing'],
    ['; nothing but a comment\n', 'trust-anchor-missing'],
    ['. IN A 192.0.2.1', 'record'],
    ['. IN DS 1 8 2 AABB', 'record'],
    ['. IN DS 1 8 2', 'rdata'],
    ['. IN DS 1 8 2 XY', 'rdata'],
    ['. IN DNSKEY 0 3 8 AwEAAQ==', 'record'],
    ['. IN DNSKEY 385 3 8 AwEAAQ==', 'record'],
    ['. IN DNSKEY 257 2 8 AwEAAQ==', 'record'],
    ['. IN DS ( 1 8 2', 'parenthesis'],
    ['hello', 'type'],
    ['-----BEGIN CERTIFICATE-----', 'type'],
  ])('%j is no anchor', (text, problem) => {
    expect(problemOf(text)).toEqual(
      problem === 'trust-anchor-missing'
        ? [problem, undefined]
        : ['trust-anchor-malformed', problem],
    );
  });
});

describe('root-anchors.xml (RFC 9718)', () => {
  it('is read with a byte-order mark, comments and line breaks', () => {
    expect(shown(`\uFEFF${xml}`)).toEqual([
      ['.', `20326 8 2 ${digest2017}`, `38696 8 2 ${digest2024}`],
    ]);
  });

  it.each([
    ['another document', '<html><body/></html>', 'xmlElement'],
    ['a document type', `<!DOCTYPE x [<!ENTITY e "x">]>${xml}`, 'xml'],
    ['an entity', xml.replace('20326', '&#50;0326'), 'xml'],
    ['an end that is missing', xml.replace('</TrustAnchor>', ''), 'xml'],
    ['tags that cross', xml.replace('</KeyTag>', '</Algorithm>'), 'xml'],
    ['two documents', xml + xml.replace(/^.*\n/, ''), 'xml'],
    ['an element that is unknown', xml.replace('<Flags>257</Flags>', '<Evil/>'), 'xmlElement'],
    ['a digest that is cut', xml.replace(digest2017, digest2017.slice(2)), 'xmlKey'],
    ['a tag that is no number', xml.replace('20326', '-1'), 'xmlKey'],
    [
      'two digests in one',
      xml.replace('<Flags>257</Flags>', `<Digest>${digest2024}</Digest>`),
      'xmlKey',
    ],
    ['a date that is none', xml.replace('2024-07-18T00:00:00+00:00', 'yesterday'), 'xmlDate'],
    ['no date', xml.replace(' validFrom="2024-07-18T00:00:00+00:00"', ''), 'xmlDate'],
    ['a zone that is no name', xml.replace('<Zone>.', '<Zone>a..b'), 'xmlZone'],
    ['depth', `${'<a>'.repeat(50)}${'</a>'.repeat(50)}`, 'xml'],
  ])('%s is refused', (_, text, problem) => {
    expect(problemOf(text)).toEqual(['trust-anchor-malformed', problem]);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.nat(xml.length), fc.nat(40), fc.string(), (at, cut, text) => {
        readTrustAnchors(xml.slice(0, at) + text + xml.slice(at + cut));
      }),
    );
  });
});

describe('the anchor of a name', () => {
  const anchors = read(`
. DS 1 8 2 ${'AA'.repeat(32)}
corp.example. DS 2 8 2 ${'BB'.repeat(32)}
`);

  it.each([
    ['mail.corp.example.', 'corp.example.'],
    ['corp.example.', 'corp.example.'],
    ['xcorp.example.', '.'],
    ['.', '.'],
  ])('%s is that of %s', (subject, zone) => {
    expect(formatName(coveringAnchor(anchors, name(subject))?.zone ?? [])).toBe(zone);
  });

  it('is none outside an island', () => {
    expect(coveringAnchor(anchors.slice(1), name('example.'))).toBeNull();
  });

  it('that is not valid now is an error, not an insecure zone', () => {
    const late = usableAnchors(
      read(xml.replace(/<KeyDigest id="Kmyv6jo"[^]*<\/KeyDigest>/, '')),
      new Date('2027-02-01'),
    );
    expect(late).toEqual({
      ok: false,
      error: { code: 'trust-anchor-expired', params: { zone: '.', until: '2027-01-11' } },
    });
    expect(usableAnchors([rootAnchor], new Date('2015-01-01'))).toMatchObject({
      error: { code: 'trust-anchor-expired', params: { zone: '.', until: 'none' } },
    });
    expect(usableAnchors([], new Date())).toMatchObject({
      error: { code: 'trust-anchor-missing' },
    });
    expect(usableAnchors([rootAnchor], new Date('2026-11-23')).ok).toBe(true);
  });
});
