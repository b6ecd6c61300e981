import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { genericLine, zoneLine } from '../../../shared/tlsa/formatRecord.ts';
import { arbitraryRecord } from '../../support/arbitraryTlsa.ts';
import { describeWith, findProgram } from '../../support/requirements.ts';

const head = `$ORIGIN example.com.
@ 3600 IN SOA ns.example.com. hostmaster.example.com. 1 7200 3600 1209600 3600
@ 3600 IN NS ns.example.com.
ns.example.com. 3600 IN A 192.0.2.1
`;

/** Records of one set, all different, as a name server has to read them. */
const records = fc
  .sample(arbitraryRecord, 40)
  .map((record) => ({ owner: '_25._tcp.mail.example.com.', ttl: 3600, record }));
const full = {
  owner: '_443._tcp.example.com.',
  ttl: null,
  record: { usage: 3, selector: 0, matchingType: 0, data: 'a5'.repeat(3000) },
};
const all = [...records, full];

/** RDATA that a program made of a zone, without the white space it puts into long data. */
function rdataOf(output: string): string[] {
  const lines = output.split('\n').filter((line) => /\sTLSA\s/.test(line));
  return lines.map((line) => {
    const [usage, selector, matchingType, ...data] = line.replace(/^.*\sTLSA\s+/, '').split(/\s+/);
    return [usage, selector, matchingType, data.join('').toLowerCase()].join(' ');
  });
}

const expected = new Set(
  all.map(({ record: { usage, selector, matchingType, data } }) =>
    [usage, selector, matchingType, data].join(' '),
  ),
);

function withZone<T>(lines: readonly string[], work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tlsa-zone-'));
  try {
    writeFileSync(join(folder, 'zone'), `${head}${lines.join('\n')}\n`);
    return work(join(folder, 'zone'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describeWith(['named-checkzone'], 'what BIND reads', () => {
  const program = findProgram('named-checkzone') ?? '';
  it.each([
    ['zone lines', zoneLine],
    ['generic lines', genericLine],
  ])('of %s is what they were made of', (_, format) => {
    const output = withZone(all.map(format), (path) =>
      execFileSync(program, ['-D', '-i', 'none', 'example.com', path], {
        encoding: 'utf8',
        stdio: 'pipe',
      }),
    );
    expect(new Set(rdataOf(output))).toEqual(expected);
  });
});

describeWith(['ldns-read-zone'], 'what ldns reads', () => {
  const program = findProgram('ldns-read-zone') ?? '';
  it.each([
    ['zone lines', zoneLine],
    ['generic lines', genericLine],
  ])('of %s is what they were made of', (_, format) => {
    const output = withZone(all.map(format), (path) =>
      execFileSync(program, [path], { encoding: 'utf8', stdio: 'pipe' }),
    );
    expect(new Set(rdataOf(output))).toEqual(expected);
  });
});
