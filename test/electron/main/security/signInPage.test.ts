import { describe, expect, test } from 'vitest';
import { clouds } from '../../../../shared/identity/clouds.ts';
import { openSignInPage } from '../../../../electron/main/security/signInPage.ts';

async function opened(text: string): Promise<string | null> {
  let address: string | null = null;
  await openSignInPage(text, async (url) => void (address = url)).catch(() => {});
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

  test('a browser that fails is told to who asked', async () => {
    const failing = openSignInPage('https://login.microsoftonline.com/x', () =>
      Promise.reject(new Error('no browser')),
    );
    await expect(failing).rejects.toThrow('no browser');
  });
});
