import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SecretBox } from '../../electron/service/ports.ts';

export interface TestSecretBox extends SecretBox {
  /** Another key from now on, as after a new profile or a lost key ring. */
  changeStore(): void;
  /** Whether there is a store at all. */
  available: boolean;
}

/** A key store that really encrypts (AES-256-GCM), with its key in memory. */
export function createTestSecretBox(): TestSecretBox {
  let key = randomBytes(32);
  let name = 'first';
  const box: TestSecretBox = {
    available: true,
    isPersistent: async () => box.available,
    async seal(secret) {
      if (!box.available) return null;
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from(`${name}\n`), iv, cipher.getAuthTag(), text]);
    },
    async open(sealed) {
      const bytes = Buffer.from(sealed);
      const end = bytes.indexOf('\n');
      if (bytes.subarray(0, end).toString() !== name) return { state: 'store-changed' };
      try {
        const iv = bytes.subarray(end + 1, end + 13);
        const decipher = createDecipheriv('aes-256-gcm', key, iv);
        decipher.setAuthTag(bytes.subarray(end + 13, end + 29));
        const text = Buffer.concat([decipher.update(bytes.subarray(end + 29)), decipher.final()]);
        return { state: 'open', secret: text.toString('utf8'), sealAgain: false };
      } catch {
        return { state: 'damaged' };
      }
    },
    changeStore() {
      key = randomBytes(32);
      name = 'second';
    },
  };
  return box;
}
