import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dnsAnswerSchema } from '../../../../shared/contract/dns.ts';
import { dnsLabPrograms, startDnsLab } from '../../../lab/dns/dnsLab.ts';
import { describeWith, findProgram } from '../../../support/requirements.ts';
import { runCli } from '../../../support/runCli.ts';
import { spawnCli } from '../../../support/spawnCli.ts';
import { startUdpServer } from '../../service/dns/transport/servers.ts';
import type { DnsLab } from '../../../lab/dns/dnsLab.ts';

const nobody = 'udp://127.0.0.1:9';

/** dig breaks hex and Base64 into words and writes hex in capitals. */
function plain(data: string): string {
  return data.includes('"') ? data : data.replaceAll(' ', '').toLowerCase();
}

function lookup(...args: readonly string[]) {
  return runCli(['dns', 'lookup', ...args]);
}

describe('dns lookup', () => {
  it.each([
    [['example.com'], 'usage'],
    [[], 'usage'],
    [['example.com', 'MX', 'more'], 'usage'],
    [['a..b', 'MX'], 'name-invalid'],
    [['example.com', 'MXX'], 'type-unknown'],
    [['example.com', 'MX', '--resolver', '192.0.2.1'], 'resolver-invalid'],
    [['example.com', 'MX', '--resolver', 'tls://dns.example'], 'resolver-invalid'],
    [['example.com', 'MX', '--resolver-ca', '/nowhere'], 'file-not-found'],
    [['example.com', 'MX', '--resolver-ca', 'package.json'], 'certificate-none-found'],
  ])('%j is not usable: %s', async (args, code) => {
    const { lines, exit } = await lookup(...args, '--json');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ schema: 'exo-companion/error@1', code });
    for (const sentence of [lines[0]?.['message'], lines[0]?.['action']]) {
      expect(sentence).toMatch(/^[^{}]+[.?]$/);
    }
    expect(exit).toBe(2);
  });

  it('asks for the A-label of an international name, in lower case', async () => {
    const { lines, exit } = await lookup(
      '_25._tcp.BÜCHER.example.',
      'tlsa',
      '--resolver',
      nobody,
      '--json',
    );
    expect(lines[0]).toEqual({
      schema: 'exo-companion/dns-answer@1',
      name: '_25._tcp.xn--bcher-kva.example',
      type: 'TLSA',
      reason: 'refused-connection',
      rcode: null,
      records: [],
      denial: null,
      resolver: { ad: null, rcode: null, ede: [] },
      expires: null,
    });
    expect(exit).toBe(3);
  });

  it('says in words what kept the answer away', async () => {
    const { stdout, exit } = await lookup('example.com', 'MX', '--resolver', nobody);
    expect(stdout).toContain('example.com MX: udp://127.0.0.1:9 refuses the connection');
    expect(exit).toBe(3);
  });

  it('answers 3 when the resolver refuses', async () => {
    const server = await startUdpServer((query, send) => {
      const bytes = Buffer.alloc(12);
      bytes.writeUInt16BE(query.id, 0);
      bytes.writeUInt16BE(0x8185, 2);
      send(bytes);
    });
    try {
      const { lines, exit } = await lookup(
        'a.example',
        'A',
        '--json',
        '--resolver',
        `udp://127.0.0.1:${server.port}`,
      );
      expect(lines[0]).toMatchObject({ rcode: 'REFUSED', reason: null, records: [] });
      expect(exit).toBe(3);
    } finally {
      await server.close();
    }
  });
});

describeWith([...dnsLabPrograms, 'dig'], 'dns lookup in the lab', () => {
  let lab: DnsLab;

  beforeAll(async () => {
    lab = await startDnsLab();
    writeFileSync(join(lab.folder, 'empty'), '');
  });

  afterAll(() => lab.stop());

  async function answer(name: string, type: string, ...options: readonly string[]) {
    const args = options.length > 0 ? options : ['--resolver', lab.validatingResolver];
    const { lines, exit } = await lookup(name, type, '--json', ...args);
    return { ...dnsAnswerSchema.parse(lines[0]), exit };
  }

  it('shows records as they are, and what the resolver makes of them', async () => {
    const { records, ...rest } = await answer('alg13.nsec', 'MX');
    expect(records.map(({ owner, type, data }) => `${owner} ${type} ${data}`).toSorted()).toEqual([
      'alg13.nsec. MX 10 mail.alg13.nsec.',
      'alg13.nsec. MX 20 Mail2.alg13.nsec.',
    ]);
    expect(rest).toEqual({
      schema: 'exo-companion/dns-answer@1',
      name: 'alg13.nsec',
      type: 'MX',
      reason: null,
      rcode: 'NOERROR',
      denial: null,
      resolver: { ad: true, rcode: 'NOERROR', ede: [] },
      expires: null,
      exit: 0,
    });
  });

  it('shows what the resolver holds back, and why it does', async () => {
    const { records, rcode, resolver, exit } = await answer('mail.corrupt.nsec', 'A');
    expect(records.map(({ data }) => data)).toEqual(['192.0.2.25']);
    expect([rcode, exit]).toEqual(['NOERROR', 0]);
    expect(resolver).toMatchObject({ ad: false, rcode: 'SERVFAIL' });
    expect(resolver.ede.map(({ code, name }) => [code, name])).toEqual([[6, 'DNSSEC Bogus']]);
  });

  it('takes what does not exist for an answer', async () => {
    const nxdomain = await answer('nowhere.alg13.nsec', 'A');
    expect([nxdomain.rcode, nxdomain.records, nxdomain.exit]).toEqual(['NXDOMAIN', [], 0]);
    const nodata = await answer('www.alg13.nsec', 'TLSA');
    expect([nodata.rcode, nodata.records, nodata.exit]).toEqual(['NOERROR', [], 0]);
  });

  it('follows aliases in their order', async () => {
    const { records } = await answer('alias2.alg8.nsec3', 'A');
    expect(records.map(({ owner, type }) => `${owner} ${type}`)).toEqual([
      'alias2.alg8.nsec3. CNAME',
      'alias.alg8.nsec3. CNAME',
      'www.alg8.nsec3. A',
    ]);
    const dname = await answer('a.tree.alg8.nsec3', 'A');
    expect(dname.records.map(({ owner, type }) => `${owner} ${type}`)).toEqual([
      'tree.alg8.nsec3. DNAME',
      'a.tree.alg8.nsec3. CNAME',
      'a.forest.alg8.nsec3. A',
    ]);
  });

  it('ends with a loop of aliases', async () => {
    const { records, exit } = await answer(
      'loop1.alg13.nsec',
      'A',
      '--resolver',
      lab.plainResolver,
    );
    expect(records.length).toBeLessThan(40);
    expect([0, 3]).toContain(exit);
  });

  it('asks over TLS and HTTPS with the CA of the resolver, and not without', async () => {
    for (const resolver of [lab.dotResolver, lab.dohResolver]) {
      const trusted = await answer(
        'www.alg15.nsec',
        'A',
        '--resolver',
        resolver,
        '--resolver-ca',
        lab.caFile,
      );
      expect(trusted.records.map(({ data }) => data)).toEqual(['192.0.2.80']);
      const untrusted = await answer('www.alg15.nsec', 'A', '--resolver', resolver);
      expect([untrusted.reason, untrusted.exit]).toEqual(['tls-failed', 3]);
    }
  });

  it('ends as soon as it has answered, whatever connections it had', async () => {
    const secondsOf = async (resolver: string): Promise<number> => {
      const started = performance.now();
      const args = ['dns', 'lookup', 'www.alg15.nsec', 'A', '--json', '--resolver', resolver];
      const { exit, lines } = await spawnCli([...args, '--resolver-ca', lab.caFile]);
      expect([exit, lines()[0]?.['rcode']]).toEqual([0, 'NOERROR']);
      return (performance.now() - started) / 1000;
    };
    const withoutConnection = await secondsOf(lab.validatingResolver);
    for (const resolver of [lab.dotResolver, lab.dohResolver]) {
      // A connection that nobody uses is kept for five seconds, or ten.
      expect((await secondsOf(resolver)) - withoutConnection).toBeLessThan(4.5);
    }
  });

  it('goes on to the next resolver', async () => {
    const { records, exit } = await answer(
      'www.alg15.nsec',
      'A',
      '--resolver',
      nobody,
      '--resolver',
      lab.plainResolver,
    );
    expect([records.length, exit]).toEqual([1, 0]);
  });

  it.each(['A', 'AAAA', 'MX', 'TXT', 'CAA', 'TLSA', 'DNSKEY', 'DS', 'SRV', 'HINFO', 'NSEC3PARAM'])(
    'shows %s records as dig does',
    async (type) => {
      const port = lab.plainResolver.replace(/.*:/, '');
      const owners = [
        'alg8.nsec3',
        'mail.alg8.nsec3',
        '_25._tcp.mail.alg8.nsec3',
        '_sip._tcp.alg8.nsec3',
        'hinfo.alg8.nsec3',
      ];
      let shown = 0;
      for (const owner of owners) {
        const { records } = await answer(owner, type);
        const output = execFileSync(findProgram('dig') ?? '', [
          '+short',
          '+tcp',
          '-p',
          port,
          '@127.0.0.1',
          owner,
          type,
        ]);
        const dig = output
          .toString()
          .split('\n')
          .filter((line) => line !== '');
        expect(records.map(({ data }) => plain(data)).toSorted()).toEqual(
          dig.map(plain).toSorted(),
        );
        shown += dig.length;
      }
      expect(shown).toBeGreaterThan(0);
    },
  );
});
