import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openExternalLink } from '../../../../electron/main/security/externalLinks.ts';
import { externalHosts } from '../../../../shared/externalHosts.ts';
import { lookAlikes } from './lookAlikes.ts';

function opened(text: string): string | null {
  let address: string | null = null;
  const answer = openExternalLink(text, (url) => {
    address = url;
  });
  expect(answer).toBe(address !== null);
  return address;
}

describe('links to elsewhere (SECURITY: S15)', () => {
  test('every host of the list opens, in the normal form of its address', () => {
    for (const host of externalHosts) {
      expect(opened(`https://${host}/a b?x=1#y`)).toBe(`https://${host}/a%20b?x=1#y`);
    }
    expect(opened('HTTPS://LEARN.microsoft.com:443/../x')).toBe('https://learn.microsoft.com/x');
  });

  test('the list holds exact lower-case host names, each once', () => {
    expect(new Set(externalHosts).size).toBe(externalHosts.length);
    for (const host of externalHosts) expect(new URL(`https://${host}/`).host).toBe(host);
  });

  test('nothing else opens', () => {
    for (const url of [
      ...lookAlikes,
      'http://learn.microsoft.com/',
      'https://microsoft.com.outside.example/',
      'https://learn.microsoft.com.outside.example/',
      'https://sub.learn.microsoft.com/',
      'https://learn.microsoft.com./',
      'https://learn.microsoft.com@outside.example/',
      'https://user@learn.microsoft.com/',
      'https://:secret@learn.microsoft.com/',
      'https://learn.microsoft.com:8443/',
      'https://outside.example/learn.microsoft.com',
      'https:learn.microsoft.com.outside.example',
      'ms-settings:privacy',
      'search-ms:query=x',
      'file://learn.microsoft.com/share/x.exe',
      'smb://learn.microsoft.com/share',
      'mailto:someone@learn.microsoft.com',
      'exo-companion://tlsa/explain',
      `https://learn.microsoft.com/${'x'.repeat(3000)}`,
    ]) {
      expect(opened(url), url).toBeNull();
    }
  });

  test('whatever is asked for, what opens is https to a host of the list', () => {
    const text = fc.oneof(
      fc.webUrl({ withQueryParameters: true, withFragments: true }),
      fc.string().map((rest) => `https://learn.microsoft.com${rest}`),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (asked) => {
        const address = opened(asked);
        if (address === null) return;
        const { protocol, host, username, password } = new URL(address);
        expect({ protocol, username, password }).toEqual({
          protocol: 'https:',
          username: '',
          password: '',
        });
        expect(externalHosts).toContain(host);
      }),
    );
  });
});
