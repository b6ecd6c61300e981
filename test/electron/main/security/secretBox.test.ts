import { describe, expect, test } from 'vitest';
import { createSecretBox } from '../../../../electron/main/security/secretBox.ts';
import type { SystemKeyStore } from '../../../../electron/main/security/secretBox.ts';

type Backend = ReturnType<SystemKeyStore['getSelectedStorageBackend']>;

/** A key store as Electron describes one; the "encryption" only has to be recognizable. */
function keyStore(available: boolean, backend: Backend, shouldReEncrypt = false): SystemKeyStore {
  return {
    isAsyncEncryptionAvailable: async () => available,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async (text) => Buffer.from(`sealed:${text}`).reverse(),
    decryptStringAsync: async (sealed) => {
      const text = Buffer.from(sealed).reverse().toString();
      if (!text.startsWith('sealed:')) throw new Error('not sealed here');
      return { result: text.slice('sealed:'.length), shouldReEncrypt };
    },
  };
}

describe('secrets at rest (SECURITY: S24)', () => {
  test('are kept only where a key store protects them', async () => {
    const matrix: readonly (readonly [NodeJS.Platform, boolean, Backend, boolean])[] = [
      ['linux', true, 'gnome_libsecret', true],
      ['linux', true, 'kwallet6', true],
      ['linux', true, 'basic_text', false],
      ['linux', true, 'unknown', false],
      ['linux', false, 'gnome_libsecret', false],
      ['linux', false, 'basic_text', false],
      ['darwin', true, 'unknown', true],
      ['darwin', false, 'unknown', false],
      ['win32', true, 'basic_text', true],
      ['win32', false, 'unknown', false],
    ];
    for (const [platform, available, backend, persistent] of matrix) {
      const box = createSecretBox(keyStore(available, backend), platform);
      const name = `${platform} ${available} ${backend}`;
      expect(await box.isPersistent(), name).toBe(persistent);
      // Nothing to write: no caller can put a secret on the disk unsealed.
      expect((await box.seal('token')) !== null, name).toBe(persistent);
    }
  });

  test('what was sealed opens again, and hides what it holds', async () => {
    const box = createSecretBox(keyStore(true, 'kwallet5'), 'linux');
    const sealed = await box.seal('a secret with “quotes” and\nlines');
    expect(Buffer.from(sealed ?? []).toString()).not.toContain('secret with');
    expect(await box.open(sealed ?? new Uint8Array())).toEqual({
      state: 'open',
      secret: 'a secret with “quotes” and\nlines',
      sealAgain: false,
    });
  });

  test('a key that the system renewed asks for sealing again', async () => {
    const sealed = await createSecretBox(keyStore(true, 'kwallet5'), 'linux').seal('x');
    const box = createSecretBox(keyStore(true, 'kwallet5', true), 'linux');
    expect(await box.open(sealed ?? new Uint8Array())).toMatchObject({ sealAgain: true });
  });

  test('another store, or none any more, is told apart from damage', async () => {
    const sealed = (await createSecretBox(keyStore(true, 'kwallet5'), 'linux').seal('x')) as Buffer;
    for (const store of [keyStore(true, 'gnome_libsecret'), keyStore(false, 'kwallet5')]) {
      expect(await createSecretBox(store, 'linux').open(sealed)).toEqual({
        state: 'store-changed',
      });
    }
    const box = createSecretBox(keyStore(true, 'kwallet5'), 'linux');
    const damaged = [
      Buffer.alloc(0),
      Buffer.from('not a secret'),
      Buffer.from(`${'x'.repeat(100)}\n`),
      sealed.subarray(0, 20),
      Buffer.concat([sealed, Buffer.from('x')]),
    ];
    for (const bytes of damaged) expect(await box.open(bytes)).toEqual({ state: 'damaged' });
  });
});
