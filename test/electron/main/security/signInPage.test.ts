import { describe, expect, test } from 'vitest';
import { clouds } from '../../../../shared/identity/clouds.ts';
import { openSignInPage } from '../../../../electron/main/security/signInPage.ts';

async function opened(text: string, privateAuthority: string | null = null) {
  let address: string | null = null;
  const open = async (url: string) => void (address = url);
  await openSignInPage(text, open, privateAuthority).catch(() => {});
  return address;
}

describe('SECURITY: S15 the sign-in page', () => {
  test.each(Object.values(clouds).map(({ authority }) => authority))('%s opens', async (origin) => {
    const url = `${origin}/organizations/oauth2/v2.0/authorize?state=a%20b&claims=%7B%7D`;
    expect(await opened(url)).toBe(url);
  });

  test.each([
    'http://login.microsoftonline.com/x',
    'https://login.microsoftonline.com:444/x',
    'https://login.microsoftonline.com.example/x',
    'https://evil.example/login.microsoftonline.com',
    'https://user@login.microsoftonline.com/x',
    'https://user:secret@login.microsoftonline.com/x',
    'https://127.0.0.1/x',
    'file:///etc/passwd',
    'ms-settings:network',
    'javascript:alert(1)',
    '',
    `https://login.microsoftonline.com/${'x'.repeat(20_000)}`,
  ])('%s does not', async (text) => {
    expect(await opened(text)).toBeNull();
  });

  test('of a private cloud opens where that cloud is in use, and then no other', async () => {
    const authority = 'https://127.0.0.1:8443';
    expect(await opened(`${authority}/x`, authority)).toBe(`${authority}/x`);
    expect(await opened('https://127.0.0.1:8444/x', authority)).toBeNull();
    expect(await opened('https://login.microsoftonline.com/x', authority)).toBeNull();
  });

  test('a browser that fails is told to who asked', async () => {
    const failing = openSignInPage(
      'https://login.microsoftonline.com/x',
      () => Promise.reject(new Error('no browser')),
      null,
    );
    await expect(failing).rejects.toThrow('no browser');
  });
});
