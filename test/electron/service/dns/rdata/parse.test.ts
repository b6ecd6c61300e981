import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rrType } from '../../../../../electron/service/dns/codes.ts';
import { formatName } from '../../../../../electron/service/dns/name.ts';
import {
  encodeTypeBitmap,
  parseTypeBitmap,
} from '../../../../../electron/service/dns/rdata/bitmap.ts';
import { rdataCanonical } from '../../../../../electron/service/dns/rdata/canonical.ts';
import {
  keyTag,
  parseCaa,
  parseDnskey,
  parseDs,
  parseMx,
  parseNsec,
  parseNsec3,
  parseNsec3Param,
  parseRrsig,
  parseSoa,
  parseSrv,
  parseTarget,
  parseTlsa,
  parseTxt,
} from '../../../../../electron/service/dns/rdata/parse.ts';
import { parseZoneText } from '../../../../../electron/service/dns/zoneText.ts';

function rdata(text: string): Uint8Array {
  const result = parseZoneText(`@ ${text}`);
  if (!result.ok) throw new Error(result.error.problem);
  return result.value[0]?.rdata ?? new Uint8Array();
}

function hex(octets: Uint8Array | undefined): string {
  return Buffer.from(octets ?? []).toString('hex');
}

describe('typed RDATA', () => {
  it('gives the parts of mail and service records', () => {
    const mx = parseMx(rdata('MX 10 Mail.example.'));
    expect([mx?.preference, formatName(mx?.exchange ?? [])]).toEqual([10, 'Mail.example.']);
    const srv = parseSrv(rdata('SRV 1 2 5061 sip.example.'));
    expect(srv).toMatchObject({ priority: 1, weight: 2, port: 5061 });
    expect(formatName(parseTarget(rdata('CNAME a.b.')) ?? [])).toBe('a.b.');
    expect(parseSoa(rdata('SOA a. b. 4294967295 2 3 4 5'))).toMatchObject({
      serial: 4294967295,
      refresh: 2,
      retry: 3,
      expire: 4,
      minimum: 5,
    });
    expect(
      parseTxt(rdata('TXT "a" "" "b c"'))?.map((text) => Buffer.from(text).toString()),
    ).toEqual(['a', '', 'b c']);
    const tlsa = parseTlsa(rdata('TLSA 3 1 2 abcd'));
    expect([tlsa?.usage, tlsa?.selector, tlsa?.matchingType, hex(tlsa?.data)]).toEqual([
      3,
      1,
      2,
      'abcd',
    ]);
    const caa = parseCaa(rdata('CAA 128 issuewild "ca.example"'));
    expect([caa?.critical, caa?.tag, Buffer.from(caa?.value ?? []).toString()]).toEqual([
      true,
      'issuewild',
      'ca.example',
    ]);
  });

  it('gives the key and the DS of the example in RFC 4034 section 5.4', () => {
    const key = parseDnskey(
      rdata(
        `DNSKEY 256 3 5 ( AQOeiiR0GOMYkDshWoSKz9Xz fwJr1AYtsmx3TGkJaNXVbfi/
          2pHm822aJ5iI9BMzNXxeYCmZ DRD99WYwYqUSdjMmmAphXdvx
          egXd/M5+X7OrzKBaMbCVdFLU Uh6DhweJBjEVv5f2wwjM9Xzc
          nOf+EPbtG9DMBmADjFDc2w/r ljwvFw== )`,
      ),
    );
    expect(key).toMatchObject({ flags: 256, protocol: 3, algorithm: 5, keyTag: 60485 });
    const ds = parseDs(rdata('DS 60485 5 1 ( 2BB183AF5F22588179A53B0A 98631FAD1A292118 )'));
    expect(ds).toMatchObject({ keyTag: 60485, algorithm: 5, digestType: 1 });
    expect(ds?.digest).toHaveLength(20);
  });

  it('gives the tags that the root zone keys are known by', () => {
    const ksk2017 =
      'DNSKEY 257 3 8 AwEAAaz/tAm8yTn4Mfeh5eyI96WSVexTBAvkMgJzkKTOiW1vkIbzxeF3+/4RgWOq7HrxRixHlFlExOLAJr5emLvN7SWXgnLh4+B5xQlNVz8Og8kvArMtNROxVQuCaSnIDdD5LKyWbRd2n9WGe2R8PzgCmr3EgVLrjyBxWezF0jLHwVN8efS3rCj/EWgvIWgb9tarpVUDK/b58Da+sqqls3eNbuv7pr+eoZG+SrDK6nWeL3c6H5Apxz7LjVc1uTIdsIXxuOLYA4/ilBmSVIzuDWfdRUfhHdY6+cn8HFRm+2hM8AnXGXws9555KrUB5qihylGa8subX2Nn6UwNR1AkUTV74bU=';
    expect(keyTag(rdata(ksk2017))).toBe(20326);
  });

  it('computes the tag of algorithm 1 from its modulus', () => {
    const octets = rdata('DNSKEY 256 3 1 AQPSKmynfzW4kyBv015MUG2DeIQ3Cbl+BBZH4b/0PY1kxkmvHjcZc8no');
    expect(keyTag(octets)).toBe((octets.at(-3) ?? 0) * 256 + (octets.at(-2) ?? 0));
  });

  it('gives the signature of the example in RFC 4034 section 3.3', () => {
    const signature = parseRrsig(
      rdata(
        `RRSIG A 5 3 86400 20030322173103 ( 20030220173103 2642 example.com.
          oJB1W6WNGv+ldvQ3WDG0MQkg5IEhjRip8WTr PYGv07h108dUKGMeDPKijVCHX3DDKdfb+v6o
          B9wfuh3DTJXUAfI/M0zmO/zz8bW0Rznl8O3t GNazPwQKkRN20XPXV6nwwfoXmJQbsLNrLfkG
          J5D6fwFm8nN+6pBzeDQfsS3Ap3o= )`,
      ),
    );
    expect(signature).toMatchObject({
      typeCovered: rrType.A,
      algorithm: 5,
      labels: 3,
      originalTtl: 86400,
      expiration: Date.UTC(2003, 2, 22, 17, 31, 3) / 1000,
      inception: Date.UTC(2003, 1, 20, 17, 31, 3) / 1000,
      keyTag: 2642,
    });
    expect(formatName(signature?.signer ?? [])).toBe('example.com.');
    expect(signature?.signature).toHaveLength(128);
  });

  it('gives the parts of denials', () => {
    const nsec = parseNsec(rdata('NSEC host.example. A MX RRSIG NSEC TYPE1234'));
    expect([...(nsec?.types ?? [])]).toEqual([1, 15, 46, 47, 1234]);
    const nsec3 = parseNsec3(rdata('NSEC3 1 1 12 aabb 2vptu5timamqttgl4luu9kg21e0aor3s A'));
    expect(nsec3).toMatchObject({ hashAlgorithm: 1, flags: 1, iterations: 12 });
    expect([hex(nsec3?.salt), nsec3?.nextHash.length]).toEqual(['aabb', 20]);
    expect(parseNsec3(rdata('NSEC3 1 0 0 - 2vptu5timamqttgl4luu9kg21e0aor3s'))?.types.size).toBe(0);
    const parameters = parseNsec3Param(rdata('NSEC3PARAM 1 0 5 -'));
    expect(parameters).toMatchObject({ iterations: 5, salt: new Uint8Array() });
  });

  it('refuses every cut of a record inside its fixed part, and octets behind a whole one', () => {
    const whole = [
      [rdata('MX 10 mail.example.'), parseMx],
      [rdata('SOA a. b. 1 2 3 4 5'), parseSoa],
      [rdata('SRV 1 2 3 a.'), parseSrv],
      [rdata('CNAME a.b.'), parseTarget],
      [rdata('NSEC3PARAM 1 0 5 aabb'), parseNsec3Param],
    ] as const;
    for (const [octets, parse] of whole) {
      expect(parse(octets)).not.toBe(null);
      for (let cut = 0; cut < octets.length; cut += 1)
        expect(parse(octets.subarray(0, cut))).toBe(null);
      expect(parse(Uint8Array.from([...octets, 0]))).toBe(null);
    }
  });

  it('never throws on any octets', () => {
    const parsers = [
      parseCaa,
      parseDnskey,
      parseDs,
      parseMx,
      parseNsec,
      parseNsec3,
      parseNsec3Param,
    ].concat([parseRrsig, parseSoa, parseSrv, parseTarget, parseTlsa, parseTxt] as never);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (octets) => {
        for (const parse of parsers) parse(octets);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a type bit map', () => {
  it('reads back to its types', () => {
    const types = fc.uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 30 });
    fc.assert(
      fc.property(types, (given) => {
        const read = parseTypeBitmap(encodeTypeBitmap(given));
        expect([...(read ?? [])]).toEqual(given.toSorted((a, b) => a - b));
      }),
    );
  });

  it.each([
    ['a window without octets', [0, 0]],
    ['more than 32 octets', [0, 33, ...Array.from({ length: 33 }, () => 1)]],
    ['a window cut short', [0, 2, 64]],
    ['windows out of order', [1, 1, 64, 0, 1, 64]],
    ['a window twice', [0, 1, 64, 0, 1, 64]],
    ['a trailing zero octet', [0, 2, 64, 0]],
    ['half a header', [0]],
  ])('with %s is none', (_, octets) => {
    expect(parseTypeBitmap(Uint8Array.from(octets))).toBe(null);
  });
});

describe('canonical RDATA', () => {
  /** Types whose names go into lower case: RFC 4034 §6.2 without HINFO and NSEC (RFC 6840 §5.1). */
  const lowered = [
    'NS A.B.',
    'CNAME A.B.',
    'SOA A. B. 1 2 3 4 5',
    'PTR A.B.',
    'MINFO A. B.',
    'MX 1 A.B.',
    'RP A. B.',
    'AFSDB 1 A.B.',
    'RT 1 A.B.',
    'PX 1 A. B.',
    'SRV 1 2 3 A.B.',
    'NAPTR 1 2 "" "" "" A.B.',
    'KX 1 A.B.',
    'DNAME A.B.',
    'RRSIG A 8 1 1 20300101000000 20290101000000 1 A.B. AAAA',
  ];

  it.each(lowered)('has the names of %s in lower case', (text) => {
    const type = parseZoneText(`@ ${text}`);
    const { type: number = 0 } = (type.ok ? type.value[0] : undefined) ?? {};
    expect(hex(rdataCanonical(number, rdata(text)))).toBe(
      hex(rdata(text.replaceAll(/\b([AB])\./g, (name) => name.toLowerCase()))),
    );
  });

  it.each([
    [rrType.NSEC, 'NSEC A.B. A'],
    [rrType.HINFO, 'HINFO "CPU" "OS"'],
    [rrType.TXT, 'TXT "ABC"'],
    [rrType.CAA, 'CAA 0 issue "ABC"'],
    [65280, String.raw`TYPE65280 \# 4 01414200`],
  ])('keeps type %i as it is', (type, text) => {
    expect(rdataCanonical(type, rdata(text))).toEqual(rdata(text));
  });

  it('keeps RDATA that does not fit its type', () => {
    const misfit = Uint8Array.of(0, 10, 1);
    expect(rdataCanonical(rrType.MX, misfit)).toBe(misfit);
  });
});
