import type { AccountInfo, AuthenticationResult } from '@azure/msal-node';
import type { Application } from './application.ts';
import type { StoredAccount, Vault } from './vault.ts';

/** The accounts of the vault, and what becomes of their tokens. */
export interface Accounts {
  list(): readonly StoredAccount[];
  get(id: string): StoredAccount | undefined;
  active(): StoredAccount | undefined;
  /** Keeps who has just signed in, and makes the account the active one. */
  add(application: Application, result: AuthenticationResult): StoredAccount;
  switchTo(id: string): boolean;
  /** Every tenant of the account goes with it: they share its refresh token. */
  remove(account: StoredAccount, application: Application): Promise<void>;
  /** The one tenant alone; another tenant of the same account stays signed in. */
  removeTenant(account: StoredAccount, application: Application): Promise<void>;
}

export function createAccounts(vault: Vault): Accounts {
  const list = (): readonly StoredAccount[] => vault.content().accounts;

  function keep(accounts: readonly StoredAccount[]): void {
    vault.change((content) => ({
      ...content,
      accounts: [...accounts],
      active: accounts.some(({ id }) => id === content.active)
        ? content.active
        : (accounts[0]?.id ?? null),
    }));
  }

  async function remove(account: StoredAccount, application: Application): Promise<void> {
    keep(list().filter((other) => !same(other, account)));
    await forget(application, (known) => known.homeAccountId === account.homeAccountId);
  }

  return {
    list,
    get: (id) => list().find((account) => account.id === id),
    active: () => list().find(({ id }) => id === vault.content().active),
    add({ cloud, clientId }, { account, tenantId }) {
      if (account === null) throw new Error('a sign-in without an account');
      const tenant = tenantId === '' ? account.tenantId : tenantId;
      const added: StoredAccount = {
        id: `${account.homeAccountId}@${tenant}`,
        cloud: cloud.id,
        clientId,
        homeAccountId: account.homeAccountId,
        tenantId: tenant,
        username: account.username,
        displayName: account.name ?? null,
      };
      vault.change((content) => ({
        ...content,
        accounts: [...content.accounts.filter(({ id }) => id !== added.id), added],
        active: added.id,
      }));
      return added;
    },
    switchTo(id) {
      if (!list().some((account) => account.id === id)) return false;
      vault.change((content) => ({ ...content, active: id }));
      return true;
    },
    remove,
    async removeTenant(account, application) {
      const others = list().filter((other) => other.id !== account.id);
      if (!others.some((other) => same(other, account))) {
        await remove(account, application);
        return;
      }
      keep(others);
      await application.forgetTenant(account.tenantId);
    },
  };
}

/** Whether the two share their refresh token. */
function same(a: StoredAccount, b: StoredAccount): boolean {
  return a.homeAccountId === b.homeAccountId && a.cloud === b.cloud && a.clientId === b.clientId;
}

/** Takes the accounts' tokens out of msal's cache, which writes the vault. */
export async function forget(
  { client }: Application,
  which: (account: AccountInfo) => boolean,
): Promise<void> {
  for (const account of await client.getAllAccounts()) {
    if (which(account)) await client.signOut({ account });
  }
}
