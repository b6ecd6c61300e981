import { describe, expect, it } from 'vitest';
import { parseOwner, tlsaOwner } from '../../../shared/tlsa/owner.ts';

const name = (ascii: string) => ({ ascii, unicode: ascii });

describe('tlsaOwner', () => {
  it('puts port and protocol in front of the host (RFC 6698 §3)', () => {
    expect(tlsaOwner({ port: 25, protocol: 'tcp' }, name('mail.example.com'))).toEqual({
      ok: true,
      value: '_25._tcp.mail.example.com.',
    });
    expect(tlsaOwner({ port: 65_535, protocol: 'sctp' }, name('a.b'))).toMatchObject({
      value: '_65535._sctp.a.b.',
    });
  });

  it('refuses a host that leaves no room for them', () => {
    const host = `${'a.'.repeat(122)}b`;
    expect(host).toHaveLength(245);
    expect(tlsaOwner({ port: 25, protocol: 'tcp' }, name(host))).toMatchObject({
      error: { code: 'host-invalid', params: { problem: 'tooLong', octets: 254 } },
    });
    expect(tlsaOwner({ port: 25, protocol: 'tcp' }, name(host.slice(2)))).toMatchObject({
      ok: true,
    });
  });
});

describe('parseOwner', () => {
  it.each([
    ['_25._tcp.mail.example.com.', { port: 25, protocol: 'tcp', host: 'mail.example.com' }],
    ['_443._UDP.www.example.com', { port: 443, protocol: 'udp', host: 'www.example.com' }],
    ['*._tcp.mail.example.com.', { port: '*', protocol: 'tcp', host: 'mail.example.com' }],
    ['_25._tcp.mail', { port: 25, protocol: 'tcp', host: 'mail' }],
  ])('reads %s', (owner, parts) => {
    expect(parseOwner(owner)).toEqual(parts);
  });

  it.each([
    'mail.example.com.',
    '_tcp.mail.example.com.',
    '_25._smtp.mail.example.com.',
    '_0._tcp.mail.example.com.',
    '_65536._tcp.mail.example.com.',
    '_25.tcp.mail.example.com.',
    '_25._tcp.',
    '_25._tcp',
    '',
  ])('finds in %j no owner of a TLSA record', (owner) => {
    expect(parseOwner(owner)).toBeNull();
  });
});
