import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../../support/requirements.ts';
import { runCli } from '../../support/runCli.ts';
import { dnsLabPrograms } from '../dns/dnsLab.ts';
import { mailCases } from './mailCases.ts';
import type { FingerVerdict } from './mailCases.ts';
import { mailLabPrograms, startMailLab } from './mailLab.ts';
import type { MailLab } from './mailLab.ts';

/**
 * What the log of `posttls-finger` says where it and we agree. It exits 0 whatever it finds, calls a
 * server that DANE refuses "untrusted" like one without DANE, and of one without STARTTLS says nothing.
 */
const signs: Readonly<Record<Exclude<FingerVerdict, 'not-comparable'>, RegExp>> = {
  verified: /Verified TLS connection established/,
  trusted: /Trusted TLS connection established/,
  encrypted: /Untrusted TLS connection established/,
  refused: /^\s*$|certificate verification failed [^]*Untrusted TLS connection established/,
  'lookup-error': /lookup (?:failed|error)|Name service error/,
};

/** Ports 25 and 53 belong to root. */
const rights = process.getuid?.() === 0 ? [] : ['root rights'];
const programs = [...dnsLabPrograms, ...mailLabPrograms, ...rights];

describeWith(programs, 'BIND, Unbound and Postfix', () => {
  let lab: MailLab;
  let results: Map<string, Record<string, unknown>>;

  beforeAll(async () => {
    lab = await startMailLab();
    const { lines } = await runCli(
      [
        'dane',
        'check',
        ...lab.domains.map(({ domain }) => domain),
        '--json',
        '--resolver',
        lab.dns.plainResolver,
        '--trust-anchor',
        lab.dns.trustAnchorFile,
        '--allow-private',
        '--handshakes',
        'all',
      ],
      { clock: () => new Date() },
    );
    results = new Map(lines.map((line) => [String(line['domain']), line]));
  }, 120_000);

  afterAll(() => lab.stop());

  it.each(mailCases)('$name: $why', ({ name, verdict, protected: isProtected, finding }) => {
    const result = results.get(`${name}.lab`)!;
    expect(result).toMatchObject({ verdict, protectedByDane: isProtected });
    if (finding !== undefined) {
      expect(result['findings']).toContainEqual(expect.objectContaining({ code: finding }));
    }
  });

  it.each(mailCases.filter(({ finger }) => finger !== 'not-comparable'))(
    'posttls-finger agrees: $name',
    async ({ name, finger }) => {
      const log = await lab.run('posttls-finger', [
        '-c',
        '-l',
        'dane',
        '-t',
        '5',
        '-T',
        '5',
        `${name}.lab`,
      ]);
      if (finger !== 'not-comparable') expect(log).toMatch(signs[finger]);
    },
  );
});
