import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseType, rrType, typeName } from '../../../../electron/service/dns/codes.ts';
import { formatName, parseName } from '../../../../electron/service/dns/name.ts';
import { formatRdata, formatRecord } from '../../../../electron/service/dns/rdata/format.ts';
import { parseNsec } from '../../../../electron/service/dns/rdata/parse.ts';
import { parseZoneText } from '../../../../electron/service/dns/zoneText.ts';
import { describeWith } from '../../../support/requirements.ts';
import { record } from './arbitraries.ts';
import type { ResourceRecord } from '../../../../electron/service/dns/types.ts';

function records(text: string, origin = '.'): ResourceRecord[] {
  const name = parseName(origin);
  const result = parseZoneText(text, { origin: name.ok ? name.value : [] });
  if (!result.ok) {
    const { line, problem } = result.error;
    throw new Error(`line ${line}: ${problem}: ${text.split('\n')[line - 1]}`);
  }
  return result.value;
}

function failureOf(text: string): unknown {
  const result = parseZoneText(text);
  return result.ok ? null : result.error;
}

/** The data of one record, read and written again. */
function data(text: string): string {
  const [first] = records(`@ ${text}`, 'example.');
  return first === undefined ? '' : formatRdata(first.type, first.rdata);
}

function hex(text: string): string {
  return Buffer.from(records(`@ ${text}`)[0]?.rdata ?? []).toString('hex');
}

describe('the text of a record', () => {
  it.each([
    ['A 192.0.2.1', '192.0.2.1'],
    ['AAAA 2001:DB8:0:0:1::1', '2001:db8::1:0:0:1'],
    ['AAAA ::', '::'],
    ['AAAA 1:2:3:4:5:6:7:0', '1:2:3:4:5:6:7:0'],
    ['AAAA ::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['MX 10 Mail', '10 Mail.example.'],
    ['MX 0 .', '0 .'],
    ['NS @', 'example.'],
    ['TXT "a b" c "" "\\"\\\\\\009"', '"a b" "c" "" "\\"\\\\\\009"'],
    ['CAA 128 issue "ca.example; x=1"', '128 issue "ca.example; x=1"'],
    ['TLSA 3 1 1 AB CD\tEF', '3 1 1 abcdef'],
    [
      'DS 60485 RSASHA1 1 2BB183AF5F22588179A53B0A 98631FAD1A292118',
      '60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118',
    ],
    ['NSEC host A MX RRSIG NSEC TYPE1234', 'host.example. A MX RRSIG NSEC TYPE1234'],
    [
      'NSEC3 1 1 12 aabbccdd 2vptu5timamqttgl4luu9kg21e0aor3s A RRSIG',
      '1 1 12 aabbccdd 2vptu5timamqttgl4luu9kg21e0aor3s A RRSIG',
    ],
    ['NSEC3 1 0 0 - 2VPTU5TIMAMQTTGL4LUU9KG21E0AOR3S', '1 0 0 - 2vptu5timamqttgl4luu9kg21e0aor3s'],
    ['NSEC3PARAM 1 0 0 -', '1 0 0 -'],
    ['TYPE65280 \\# 4 0A00 0001', '\\# 4 0a000001'],
    ['TYPE65280 \\# 0', '\\# 0'],
    ['A \\# 4 0A000001', '10.0.0.1'],
    [
      'RRSIG A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1',
      'A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1',
    ],
  ])('%s', (text, shown) => {
    expect(data(text)).toBe(shown);
  });

  it('follows the examples of RFC 3597, 4034 and 5155 in octets', () => {
    // RFC 4034 §4.3.
    expect(hex('NSEC host.example.com. A MX RRSIG NSEC TYPE1234')).toBe(
      `04686f7374076578616d706c6503636f6d000006400100000003041b${'00'.repeat(26)}20`,
    );
    // RFC 3597 §5.
    expect(hex('CLASS32 TYPE731 \\# 6 abcd ef 01 23 45')).toBe('abcdef012345');
    // RFC 4648 §10 with the extended hex alphabet: "foobar".
    expect(hex('NSEC3 1 0 0 - CPNMUOJ1E8')).toBe('010000000006666f6f626172');
  });
});

describe('a zone file', () => {
  it('has origins, default TTLs, comments, parentheses and owners left out', () => {
    const text = [
      '$ORIGIN example.com. ; the zone',
      '$TTL 1h',
      '@ IN SOA ns hostmaster (',
      '  1 ; serial',
      '  2h 30 1w 300 )',
      '  NS ns',
      'ns 60 IN A 192.0.2.1',
      '   IN 5m AAAA ::1',
      '$ORIGIN sub',
      'www CNAME ns.example.com.',
      'txt TXT "; no comment (" ; a comment',
    ].join('\n');
    expect(() => records(text)).toThrow('line 3: rdata: @ IN SOA');
    expect(records(text.replace('2h 30 1w 300', '7200 30 604800 300')).map(formatRecord)).toEqual([
      'example.com. 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 30 604800 300',
      'example.com. 3600 IN NS ns.example.com.',
      'ns.example.com. 60 IN A 192.0.2.1',
      'ns.example.com. 300 IN AAAA ::1',
      'www.sub.example.com. 3600 IN CNAME ns.example.com.',
      'txt.sub.example.com. 3600 IN TXT "; no comment ("',
    ]);
  });

  it('reads with the line ends of Windows, and without one at the end', () => {
    expect(records('a. A 192.0.2.1\r\nb. A 192.0.2.2')).toHaveLength(2);
  });

  it.each([
    ['a. A 192.0.2', 1, 'rdata'],
    ['a. A 192.0.2.1 x', 1, 'rdata'],
    ['\n\na. A', 3, 'rdata'],
    ['a. IN', 1, 'type'],
    ['a. NOTATYPE x', 1, 'type'],
    ['a..b A 192.0.2.1', 1, 'owner'],
    [' A 192.0.2.1', 1, 'owner'],
    ['a. TXT "open', 1, 'quote'],
    ['a. TXT ( "x"', 1, 'parenthesis'],
    ['a. TXT "x" )', 1, 'parenthesis'],
    ['$TTL x', 1, 'ttl'],
    ['$INCLUDE /etc/passwd', 1, 'directive'],
    ['a. MX 65536 b.', 1, 'rdata'],
    ['a. TLSA 3 1 1 abc', 1, 'rdata'],
    ['a. DNSKEY 257 3 8 @@@@', 1, 'rdata'],
    ['a. DS 1 8 2', 1, 'rdata'],
    ['a. TYPE65280 \\# 5 0a000001', 1, 'rdata'],
    ['a. A \\# 3 0a0000', 1, 'rdata'],
    ['a. AAAA 192.0.2.1', 1, 'rdata'],
    [`a. TXT ${'x'.repeat(256)}`, 1, 'rdata'],
    ['a. NSEC3 1 0 0 - x', 1, 'rdata'],
    ['a. RRSIG A 8 1 300 20301301000000 20300101000000 1 a. AAAA', 1, 'rdata'],
  ])('%s is none', (text, line, problem) => {
    expect(failureOf(text)).toEqual({ line, problem });
  });

  // Each of these would keep a reader that goes back and forth busy for longer than the test may take.
  it.each([
    ['digits without end', `a. ${'1'.repeat(60_000)}x IN A 192.0.2.1`],
    ['times without end', `a. ${'1h'.repeat(30_000)}x IN A 192.0.2.1`],
    ['blanks', ' '.repeat(60_000)],
    ['quotes', '"'.repeat(60_000)],
    ['a quote that does not end', `a. TXT "${'\\a'.repeat(30_000)}`],
    ['parentheses', '('.repeat(60_000)],
    ['lines', '\n'.repeat(60_000)],
    ['dots', `a. NS ${'.'.repeat(60_000)}`],
    ['labels', `a. NS ${'a.'.repeat(30_000)}`],
    ['numbers in a type', `a. TYPE${'1'.repeat(60_000)} A`],
    ['Base64', `a. DNSKEY 257 3 13 ${'A'.repeat(60_001)}`],
    ['words', `a. TXT ${'a '.repeat(30_000)}`],
    ['an address', `a. AAAA ${'1:'.repeat(30_000)}`],
  ])('%s are read, or refused, at once', (_, text) => {
    expect(typeof parseZoneText(text).ok).toBe('boolean');
  });

  it('never makes the reader throw', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'a.',
        '@',
        'IN',
        '300',
        'A',
        'MX',
        'TXT',
        '(',
        ')',
        '"',
        ';',
        '\\',
        '\\#',
        '\n',
        ' ',
        '$TTL',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        expect(typeof parseZoneText(words.join(' ')).ok).toBe('boolean');
      }),
      { numRuns: 3000 },
    );
  });
});

/** Types whose records BIND takes below the apex, and when it refuses their RDATA all the same. */
const takenByBind: ReadonlyMap<number, (rdata: Uint8Array) => boolean> = new Map<
  number,
  (rdata: Uint8Array) => boolean
>([
  ...['A', 'AAAA', 'MX', 'PTR', 'CNAME', 'DNAME', 'TXT', 'SPF', 'HINFO', 'MINFO', 'RP', 'AFSDB']
    .concat(['RT', 'PX', 'SRV', 'KX', 'TLSA', 'SMIMEA', 'OPENPGPKEY', 'CSYNC', 'CAA', 'NS'])
    .map((type) => [parseType(type) ?? 0, () => true] as const),
  // Of known algorithms and digests it knows how long their octets must be.
  [rrType.SSHFP, ([, digestType = 0]) => digestType > 2],
  [rrType.DS, ([, , , digestType = 0]) => digestType > 4],
  [rrType.RRSIG, ([, , algorithm = 0]) => algorithm > 16 && algorithm < 253],
  [rrType.NSEC3, ([hashAlgorithm = 0]) => hashAlgorithm > 1],
  // A name that exists has a type.
  [rrType.NSEC, (rdata) => (parseNsec(rdata)?.types.size ?? 0) > 0],
]);

/** Hundreds of them, the same in every run, so that a failure shows a difference and not a zone. */
const batches = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) =>
  fc.sample(
    record.filter(({ type, rdata }) => takenByBind.get(type)?.(rdata) ?? type >= 1000),
    { numRuns: 150, seed },
  ),
);

function generic({ ttl, type, rdata }: ResourceRecord, owner: string): string {
  const octets = Buffer.from(rdata).toString('hex');
  return `${owner} ${ttl} IN TYPE${type} \\# ${rdata.length} ${octets}`;
}

/** What BIND makes of a zone: one record a line, in its own writing. */
function compiled(lines: readonly string[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'exo-companion-zone-'));
  try {
    const head = [
      'types. 60 IN SOA ns.types. h.types. 1 1 1 1 1',
      'types. 60 IN NS ns.types.',
      'ns.types. 60 IN A 192.0.2.1',
    ];
    writeFileSync(join(folder, 'zone'), `${[...head, ...lines].join('\n')}\n`);
    const checks = ['-i', 'none', '-k', 'ignore', '-n', 'ignore', '-r', 'ignore', '-m', 'ignore'];
    const options = ['-s', 'full', ...checks, '-o', 'out', 'types.', 'zone'];
    const { status, stdout } = spawnSync('named-compilezone', options, { cwd: folder });
    if (status !== 0) throw new Error(stdout.toString());
    const text = readFileSync(join(folder, 'out'), 'utf8');
    return text
      .split('\n')
      .filter((line) => !line.startsWith(';'))
      .toSorted();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describeWith(['named-compilezone'], 'BIND', () => {
  it.each(batches)('reads in our text of a record what it reads in its octets', (...originals) => {
    const ours = originals.map((one, index) => {
      const text = formatRdata(one.type, one.rdata);
      return `r${index}.types. ${one.ttl} IN ${typeName(one.type)} ${text}`;
    });
    const theirs = originals.map((one, index) => generic(one, `r${index}.types.`));
    expect(compiled(ours)).toEqual(compiled(theirs));
  });

  it.each(batches)('writes text that we read to the same octets', (...originals) => {
    const lines = originals.map((one, index) => generic(one, `r${index}.types.`));
    const read = records(compiled(lines).join('\n'));
    const byOwner = new Map(read.map((one) => [formatName(one.owner), one.rdata]));
    for (const [index, { rdata }] of originals.entries()) {
      expect(byOwner.get(`r${index}.types.`)).toEqual(rdata);
    }
  });
});
