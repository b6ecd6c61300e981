import { describe, expect, it } from 'vitest';
import {
  parsePort,
  parseTtl,
  serviceOfPort,
  servicePresets,
} from '../../../shared/tlsa/service.ts';

describe('servicePresets', () => {
  it('offers SMTP first, then what the IANA registry lists under these ports', () => {
    expect(servicePresets.map(({ id, port }) => [id, port])).toEqual([
      ['smtp', 25],
      ['submission', 587],
      ['https', 443],
      ['imaps', 993],
      ['pop3s', 995],
      ['submissions', 465],
    ]);
    expect(serviceOfPort(995)).toBe('pop3s');
    expect(serviceOfPort(143)).toBe('imap');
    expect(serviceOfPort(8443)).toBeNull();
  });
});

describe('parsePort', () => {
  it.each([
    ['1', 1],
    ['25', 25],
    [' 65535 ', 65_535],
  ])('reads %j', (text, port) => {
    expect(parsePort(text)).toEqual({ ok: true, value: port });
  });

  it.each(['0', '65536', '-1', '25.0', '0x19', '1e2', '', 'smtp', '٢٥'])('refuses %j', (text) => {
    expect(parsePort(text)).toMatchObject({ error: { code: 'port-invalid' } });
  });
});

describe('parseTtl', () => {
  it.each([
    ['0', 0],
    ['3600', 3600],
    ['2147483647', 2_147_483_647],
  ])('reads %s', (text, ttl) => {
    expect(parseTtl(text)).toEqual({ ok: true, value: ttl });
  });

  it.each(['2147483648', '-1', '1h', '', '1.5'])('refuses %j', (text) => {
    expect(parseTtl(text)).toMatchObject({ error: { code: 'ttl-invalid' } });
  });
});
