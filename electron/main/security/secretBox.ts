import type { SafeStorage } from 'electron';
import type { OpenedSecret, SecretBox } from '../../service/ports.ts';

/** The part of `safeStorage` that is used. The synchronous half is deprecated and stays unused. */
export type SystemKeyStore = Pick<
  SafeStorage,
  | 'isAsyncEncryptionAvailable'
  | 'encryptStringAsync'
  | 'decryptStringAsync'
  | 'getSelectedStorageBackend'
>;

/** Ours, on platforms that have one key store and no name for it. */
const platformStore: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'keychain',
  win32: 'dpapi',
};

/**
 * Linux names these where no key ring answers: the key is then a constant of Chromium's source, and
 * "encrypted" would be a word for "written down".
 */
const worthless: ReadonlySet<string> = new Set(['basic_text', 'unknown']);

const header = /^exo-companion-secret@1 ([a-z0-9_]{1,32})\n/;

/**
 * Secrets sealed by the operating system's key store, or not at all: where there is none, nothing is
 * written, in plain text least of all, and the caller keeps what it has in memory and says so.
 *
 * The name of the store stands before what it sealed, so that a change of store (another desktop
 * session, a lost key ring) is told apart from damage.
 *
 * SECURITY: S24
 */
export function createSecretBox(store: SystemKeyStore, platform: NodeJS.Platform): SecretBox {
  /** `null`: no store that protects anything. To be asked after the app is ready. */
  async function usableStore(): Promise<string | null> {
    if (!(await store.isAsyncEncryptionAvailable())) return null;
    const name = platformStore[platform] ?? store.getSelectedStorageBackend();
    return worthless.has(name) ? null : name;
  }

  return {
    isPersistent: async () => (await usableStore()) !== null,
    async seal(secret) {
      const name = await usableStore();
      if (name === null) return null;
      const sealed = await store.encryptStringAsync(secret);
      return Buffer.concat([Buffer.from(`exo-companion-secret@1 ${name}\n`), sealed]);
    },
    async open(sealed): Promise<OpenedSecret> {
      const bytes = Buffer.from(sealed);
      const match = header.exec(bytes.subarray(0, 64).toString('latin1'));
      if (match === null) return { state: 'damaged' };
      const name = await usableStore();
      if (name === null || name !== match[1]) return { state: 'store-changed' };
      try {
        const opened = await store.decryptStringAsync(bytes.subarray(match[0].length));
        return { state: 'open', secret: opened.result, sealAgain: opened.shouldReEncrypt };
      } catch {
        return { state: 'damaged' };
      }
    },
  };
}
