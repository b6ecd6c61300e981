import { isIP } from 'node:net';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../../shared/dane/target.ts';
import type { CheckService } from '../../../shared/dane/services.ts';

function labelOf(text: string, service: CheckService = 'smtp'): string {
  const target = parseTarget(text, service);
  return target.ok ? target.value.label : String(target.error.params['problem']);
}

describe('a mail domain', () => {
  test.each([
    ['contoso.com', 'contoso.com'],
    ['  Contoso.COM.  ', 'contoso.com'],
    ['jane.doe@contoso.com', 'contoso.com'],
    ['Jane Doe <jane@contoso.com>', 'contoso.com'],
    ['"a@b"@contoso.com', 'contoso.com'],
    ['mailto:jane@contoso.com', 'contoso.com'],
    ['https://www.contoso.com/path?x=1#y', 'www.contoso.com'],
    ['http://user:secret@contoso.com/', 'contoso.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['jürgen@bücher.example', 'xn--bcher-kva.example'],
    ['食狮.中国', 'xn--85x722f.xn--fiqs8s'],
    ['_dmarc.contoso.com', '_dmarc.contoso.com'],
  ])('is understood in %s', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['jane@', 'empty'],
    ['192.0.2.1', 'address'],
    ['jane@[192.0.2.1]', 'address'],
    ['jane@[IPv6:2001:db8::1]', 'address'],
    ['2001:db8::1', 'address'],
    ['[2001:db8::1]:25', 'address'],
    ['192.0.2.1:25', 'address'],
    ['https://192.0.2.1/', 'address'],
    ['contoso.com:25', 'port'],
    ['*.contoso.com', 'name'],
    ['contoso..com', 'name'],
    ['contoso.com; rm -rf /', 'name'],
    ['<script>alert(1)</script>', 'name'],
    [`${'a'.repeat(64)}.example`, 'name'],
  ])('is not seen in “%s”, and why is said', (text, problem) => {
    expect(labelOf(text)).toBe(problem);
  });
});

describe('a server of another service', () => {
  test('has the service’s port, or its own', () => {
    expect(labelOf('imap.contoso.com', 'imaps')).toBe('imap.contoso.com:993');
    expect(labelOf('https://www.contoso.com:8443/x', 'https')).toBe('www.contoso.com:8443');
    expect(labelOf('mail.contoso.com:587', 'submission')).toBe('mail.contoso.com:587');
  });

  test('needs a port where none is usual, and one that exists', () => {
    expect(labelOf('host.contoso.com', 'tls')).toBe('portMissing');
    expect(labelOf('host.contoso.com:0', 'tls')).toBe('port');
    expect(labelOf('host.contoso.com:65536', 'tls')).toBe('port');
  });
});

test('no address is ever taken for a name', () => {
  const addresses = fc.oneof(fc.ipV4(), fc.ipV6());
  fc.assert(
    fc.property(addresses, (address) => {
      expect(isIP(address)).not.toBe(0);
      expect(labelOf(address)).toBe('address');
      expect(labelOf(`[${address}]`)).toBe('address');
      expect(labelOf(`me@[${address}]`)).toBe('address');
    }),
  );
});

test('whatever is pasted, what comes out is a name of letters, digits, hyphens and underscores', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      const target = parseTarget(text, 'smtp');
      if (target.ok) expect(target.value.name).toMatch(/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/);
    }),
  );
});
