import { describe, expect, it } from 'vitest';
import { publicResolvers } from '../../../../electron/service/dns/publicResolvers.ts';
import { parseResolver } from '../../../../electron/service/dns/resolver.ts';
import { systemResolvers } from '../../../../electron/service/dns/systemResolvers.ts';

function parsed(text: string): unknown {
  const result = parseResolver(text);
  return result.ok ? result.value : result.error.params['problem'];
}

describe('a resolver, as a person writes it', () => {
  it('has the usual port of its protocol unless one is named', () => {
    expect(parsed('udp://192.0.2.1')).toMatchObject({ address: '192.0.2.1', port: 53 });
    expect(parsed('tcp://192.0.2.1')).toMatchObject({ protocol: 'tcp', port: 53 });
    expect(parsed('tls://192.0.2.1')).toMatchObject({ port: 853, serverName: null });
    expect(parsed('https://dns.example/dns-query')).toMatchObject({
      host: 'dns.example',
      port: 443,
      path: '/dns-query',
      addresses: [],
    });
    expect(parsed('udp://192.0.2.1:5353')).toMatchObject({ port: 5353 });
    expect(parsed('https://dns.example:8443/x?y=z')).toMatchObject({ port: 8443, path: '/x?y=z' });
  });

  it('puts IPv6 addresses in brackets', () => {
    expect(parsed('udp://[2001:db8::1]')).toMatchObject({ address: '2001:db8::1', port: 53 });
    expect(parsed('tls://[::1]:8853#DNS.example.')).toMatchObject({
      address: '::1',
      port: 8853,
      serverName: 'dns.example',
    });
    expect(parsed('https://[::1]:8443/dns-query')).toMatchObject({ host: '::1', port: 8443 });
    expect(parsed('udp://[fe80::1%eth0]:53')).toMatchObject({ address: 'fe80::1%eth0' });
  });

  it('keeps the text that names it', () => {
    expect(parsed(' udp://192.0.2.1 ')).toMatchObject({ text: 'udp://192.0.2.1' });
  });

  it('takes a URI template as RFC 8484 writes it', () => {
    expect(parsed('https://dns.example/dns-query{?dns}')).toMatchObject({ path: '/dns-query' });
  });

  it.each([
    ['192.0.2.1', 'scheme'],
    ['http://dns.example/dns-query', 'scheme'],
    ['udp:192.0.2.1', 'scheme'],
    ['', 'scheme'],
    ['udp://dns.example', 'address'],
    ['udp://', 'address'],
    ['udp://2001:db8::1', 'address'],
    ['udp://[192.0.2.1]', 'address'],
    ['udp://192.0.2.1/x', 'address'],
    ['udp://192.0.2.1#name', 'address'],
    ['udp://192.0.2.256', 'address'],
    ['udp://192.0.2.1:0', 'port'],
    ['udp://192.0.2.1:65536', 'port'],
    ['https://dns.example:0/', 'port'],
    ['tls://192.0.2.1#a b', 'serverName'],
    ['tls://192.0.2.1#192.0.2.1', 'serverName'],
    ['tls://192.0.2.1#', 'address'],
    ['https://user:secret@dns.example/', 'url'],
    ['https://dns.example/#x', 'url'],
    ['https://', 'url'],
    [`https://dns.example/${'x'.repeat(600)}`, 'url'],
  ])('%s is none', (text, problem) => {
    expect(parsed(text)).toBe(problem);
  });

  it('knows the addresses of public ones, so that no other resolver need be asked', () => {
    for (const { text, host, addresses } of publicResolvers) {
      expect(parsed(text)).toMatchObject({ host, addresses });
      expect(addresses.length).toBeGreaterThan(1);
    }
  });
});

describe('the resolvers of the system', () => {
  it('read back from their text', () => {
    for (const resolver of systemResolvers()) expect(parsed(resolver.text)).toEqual(resolver);
  });
});
