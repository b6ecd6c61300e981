import { describe, expect, it } from 'vitest';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import { redact } from '../../../electron/service/redact.ts';
import { patience } from '../../support/patience.ts';

describe('redaction', () => {
  it.each([
    ['a password in JSON', '{"password": "hunter2 \\" more"}', 'hunter2'],
    ['a password in a list of options', "password='hunter2', name=x", 'hunter2'],
    ['a password in a form', 'user=me&password=hunter2&x=1', 'hunter2'],
    ['a client secret', 'client_secret: hunter2', 'hunter2'],
    ['a bearer token', 'Authorization: Bearer hunter2.abc', 'hunter2'],
    ['basic authentication', 'Authorization: Basic aHVudGVyMg==', 'aHVudGVyMg'],
    ['a JSON Web Token', 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiJtZSJ9.sig here', 'eyJzdWIi'],
    ['the query of an address', 'GET https://login.example/?code=hunter2 failed', 'hunter2'],
    ['the fragment of an address', 'open http://127.0.0.1:1/#token=hunter2', 'hunter2'],
    ['a person’s address', 'no mailbox megan.bowen@contoso.example', 'megan'],
    ['a person’s name in a path', 'ENOENT /home/megan/data/x', 'megan'],
    ['a person’s name in a Windows path', 'ENOENT C:\\Users\\Megan Bowen\\x', 'Bowen'],
    ['a person’s name in a macOS path', 'ENOENT /Users/megan/Library', 'megan'],
  ])('takes out %s', (_, text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it('takes out keys and certificates, whole ones and cut ones', () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const middle = pem.split('\n')[1] ?? '';
    for (const text of [
      `before ${pem} after`,
      pem.slice(0, -40),
      middle,
      `"${pem.replaceAll('\n', '\\n')}"`,
    ])
      expect(redact(text)).not.toContain(middle.slice(0, 44));
    expect(redact(`before ${pem} after`)).toBe('before [pem]\n after');
  });

  it('takes out any run of key material', () => {
    fc.assert(
      fc.property(fc.integer({ min: 32, max: 512 }), (length) => {
        const bytes = randomBytes(length);
        const spellings = (['hex', 'base64', 'base64url'] as const).map((way) =>
          bytes.toString(way),
        );
        return spellings.every((text) => !redact(`x ${text} y`).includes(text.slice(0, 20)));
      }),
    );
  });

  it('leaves what a bug is found by', () => {
    const stack =
      "TypeError: Cannot read properties of undefined (reading 'port')\n    at startWebServer (/opt/app/out/web/web.mjs:120:11)";
    expect(redact(stack)).toBe(stack);
    const deep =
      '/opt/Exchange-Companion-1/app/node_modules/@azure/msal-node/dist/client/OnBehalfOf';
    expect(redact(`at ${deep}.mjs`)).toBe(`at ${deep}.mjs`);
  });

  it('is bounded in what it keeps, and in time', () => {
    for (const text of [
      'a'.repeat(1e6),
      '-----BEGIN '.repeat(1e5),
      'password='.repeat(1e5),
      'a@'.repeat(1e5),
    ]) {
      const started = performance.now();
      expect(redact(text).length).toBeLessThanOrEqual(10_000);
      expect(performance.now() - started).toBeLessThan(patience);
    }
  });
});
