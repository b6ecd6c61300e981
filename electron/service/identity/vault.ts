import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { cloudIds } from '../../../shared/identity/clouds.ts';
import type { Ports } from '../ports.ts';
import type { TokenKeeping } from '../../../shared/contract/identity.ts';

const accountSchema = z.strictObject({
  id: z.string(),
  cloud: z.enum([...cloudIds, 'private']),
  clientId: z.string(),
  /** msal's name for the account: object id and home tenant. */
  homeAccountId: z.string(),
  tenantId: z.string(),
  username: z.string(),
  displayName: z.string().nullable(),
});
export type StoredAccount = z.infer<typeof accountSchema>;

const contentSchema = z.strictObject({
  schema: z.literal('exo-companion/sign-ins@1'),
  active: z.string().nullable(),
  accounts: z.array(accountSchema).max(100),
  /** msal's serialized caches, by cloud and client id. */
  caches: z.record(z.string(), z.string()),
});
export type VaultContent = z.infer<typeof contentSchema>;

const empty: VaultContent = {
  schema: 'exo-companion/sign-ins@1',
  active: null,
  accounts: [],
  caches: {},
};

/**
 * Accounts and tokens: sealed by the operating system's key store in one file, or in memory alone.
 * Nothing of them is ever written in clear.
 * SECURITY: S24
 */
export interface Vault {
  /** Reads the file once; afterwards `content` is what counts. */
  open(): Promise<void>;
  content(): VaultContent;
  change(change: (content: VaultContent) => VaultContent): void;
  keeping(): TokenKeeping;
  /** Resolves when what was changed is on disk, or can't be. */
  settled(): Promise<void>;
}

export function createVault(ports: Pick<Ports, 'dataDirectory' | 'secrets' | 'reportBug'>): Vault {
  const file = join(ports.dataDirectory, 'sign-ins.sealed');
  const { secrets } = ports;
  let content = empty;
  let keeping: TokenKeeping = 'no-store';
  let opened: Promise<void> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let dirty = false;

  async function read(): Promise<void> {
    if (secrets === undefined || !(await secrets.isPersistent())) return;
    keeping = 'kept';
    let sealed: Uint8Array;
    try {
      sealed = await readFile(file);
    } catch {
      return;
    }
    const found = await secrets.open(sealed);
    const parsed = found.state === 'open' ? parse(found.secret) : null;
    if (found.state === 'open' && parsed !== null) {
      content = parsed;
      if (found.sealAgain) schedule();
      return;
    }
    keeping = found.state === 'store-changed' ? 'store-changed' : 'damaged';
    await rename(file, `${file}.unreadable`).catch(() => {});
  }

  function schedule(): void {
    if (dirty || secrets === undefined) return;
    dirty = true;
    writing = writing.then(write).catch((error: unknown) => {
      keeping = 'not-written';
      ports.reportBug(error, 'sign-ins.sealed');
    });
  }

  async function write(): Promise<void> {
    dirty = false;
    if (content.accounts.length === 0) {
      await rm(file, { force: true });
      return;
    }
    const sealed = await secrets?.seal(JSON.stringify(content));
    if (sealed === undefined || sealed === null) {
      keeping = 'no-store';
      return;
    }
    await mkdir(ports.dataDirectory, { recursive: true, mode: 0o700 });
    await writeFile(`${file}.new`, sealed, { mode: 0o600 });
    await rename(`${file}.new`, file);
    keeping = 'kept';
  }

  return {
    open: () =>
      (opened ??= read().catch((error: unknown) => {
        keeping = 'no-store';
        ports.reportBug(error, 'sign-ins.sealed');
      })),
    content: () => content,
    change(change) {
      content = change(content);
      schedule();
    },
    keeping: () => keeping,
    settled: () => writing,
  };
}

function parse(text: string): VaultContent | null {
  try {
    return contentSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
