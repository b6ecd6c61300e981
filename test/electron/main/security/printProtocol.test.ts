import { describe, expect, test } from 'vitest';
import { createPrintProtocol } from '../../../../electron/main/security/printProtocol.ts';

const url = 'app://companion/print/1';
const answer = createPrintProtocol(new Map([[url, '<p>Söhne</p>']]));

describe('what a window that prints may ask for', () => {
  test('SECURITY: S7 is the document that waits for it, which may load and run nothing', async () => {
    const response = answer(new Request(url));
    expect(await response.text()).toBe('<p>Söhne</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'",
    );
  });

  test.each([
    new Request('app://companion/print/2'),
    new Request('app://companion/index.html'),
    new Request(url, { method: 'POST' }),
  ])('is nothing else', (request) => {
    expect(answer(request).status).toBe(404);
  });
});
