import { describe, expect, it } from 'vitest';
import { rfc6698Sha256, rfc7671Full, rfc7671Sha256 } from '../../../support/tlsaExamples.ts';
import { runCli } from '../../../support/runCli.ts';
import { spawnCli } from '../../../support/spawnCli.ts';

const digest = 'ab'.repeat(32);
const good = `3 1 1 ${digest}`;
const explain = (...args: string[]) => runCli(['tlsa', 'explain', ...args]);

describe('tlsa explain', () => {
  it('answers with the schema, every property always there', async () => {
    const { exit, lines, stderr } = await spawnCli(['tlsa', 'explain', good, '--json']);
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toMatchObject({
      schema: 'exo-companion/tlsa-explanation@1',
      record: { usage: 3, selector: 1, matchingType: 1, data: digest },
      valid: true,
      usableForSmtp: true,
      warnings: [],
    });
    const parts = lines()[0]?.['parts'] as readonly Record<string, unknown>[];
    expect(parts.map(({ field, value, name }) => [field, value, name])).toEqual([
      ['usage', 3, 'DANE-EE'],
      ['selector', 1, 'SPKI'],
      ['matchingType', 1, 'SHA2-256'],
      ['data', digest, null],
    ]);
    for (const { meaning } of parts) expect(meaning).toMatch(/^\S.*\.$/);
    expect(stderr).toBe('');
    expect(exit).toBe(0);
  });

  it('reads records as RFCs and zones write them', async () => {
    const { lines, exit } = await explain(rfc6698Sha256, rfc7671Sha256, rfc7671Full, '--json');
    expect(lines.map(({ valid, usableForSmtp, owner }) => [valid, usableForSmtp, owner])).toEqual([
      [true, false, '_443._tcp.www.example.com.'],
      [true, true, '_25._tcp.mail.example.com.'],
      [true, true, '_25._tcp.mail.example.com.'],
    ]);
    expect(lines[2]?.['warnings']).toEqual(['full-public-key']);
    expect(exit).toBe(0);
  });

  it('takes a record without quotes around it', async () => {
    const quoted = await explain(good, '--json');
    expect(await explain('--json', ...good.split(' '))).toEqual(quoted);
    const line = `_25._tcp.mail.example.com. 60 IN TLSA ${good}`;
    expect(await explain('--json', ...line.split(' '))).toEqual(await explain(line, '--json'));
  });

  it('reads the records of a zone from stdin, one by one', async () => {
    const stdin = `; a zone\n${rfc7671Sha256}\n${good}\n3 1 1 abc\n`;
    const { lines, exit } = await runCli(['tlsa', 'explain', '-', '--json'], { stdin });
    expect(lines.map(({ valid }) => valid)).toEqual([true, true, false]);
    expect(exit).toBe(2);
  });

  it.each([
    ['3 1 1', 'dataMissing'],
    ['3 1 1 xyz', 'dataNotHex'],
    ['3 1 1 abc', 'dataOdd'],
    ['999 1 1 ab', 'fieldNotNumber'],
    ['', 'empty'],
    ['hello', 'notRecognized'],
    [`${good}\n${good}`, 'severalRecords'],
  ])('calls %j not valid, exit 2', async (text) => {
    const { lines, exit } = await explain(text, '--json');
    expect(lines).toMatchObject([
      {
        schema: 'exo-companion/tlsa-explanation@1',
        record: null,
        valid: false,
        usableForSmtp: false,
        parts: [],
        warnings: [],
        error: { code: 'tlsa-record-invalid' },
      },
    ]);
    expect(exit).toBe(2);
    const text2 = await explain(text);
    expect(text2.stdout).toBe('');
    expect(text2.stderr).toMatch(/\.\n {2}\S/);
    expect(text2.exit).toBe(2);
  });

  it.each(['3 1 1 abcd', '3 1 2 abcd', '3 0 0 abcd', `2 1 0 ${digest}`])(
    'calls %s not valid: its data can’t be what its numbers say',
    async (text) => {
      const { lines, exit } = await explain(text, '--json');
      expect(lines).toMatchObject([{ valid: false, usableForSmtp: false }]);
      expect(lines[0]?.['record']).not.toBeNull();
      expect(lines[0]?.['parts']).toHaveLength(4);
      expect(exit).toBe(2);
    },
  );

  it.each([
    [`0 0 1 ${digest}`, ['usage-unusable-for-smtp']],
    [`1 1 1 ${digest}`, ['usage-unusable-for-smtp']],
    [`4 1 1 ${digest}`, ['usage-unknown']],
    [`255 1 1 ${digest}`, ['usage-unknown']],
    [`3 2 1 ${digest}`, ['selector-unknown']],
    ['3 1 3 ab', ['matching-type-unknown']],
  ])('calls %s a record, but none for SMTP', async (text, warnings) => {
    const { lines, exit } = await explain(text, '--json');
    expect(lines).toMatchObject([{ valid: true, usableForSmtp: false, warnings }]);
    expect(exit).toBe(0);
  });

  it('tells people what each part means and what to mind', async () => {
    const { stdout, exit } = await explain(
      `_25._tcp.mail.example.com. 60 IN TLSA 1 0 2 ${digest}${digest}`,
    );
    expect(stdout).toContain('PKIX-EE');
    expect(stdout).toContain('Senders of mail can’t use this record.');
    expect(stdout).toContain('RFC 7672 §3.1.3');
    expect(exit).toBe(0);
  });
});
