import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import type { AccountView } from '../../../../shared/contract/identity.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { StoredSnapshot } from '../store/snapshotStore.ts';
import type { TenantView, Tenants } from '../../../../shared/contract/tenant.ts';
import type { TenantWorld } from './tenantWorld.ts';

type SnapshotRef = Output<'tenant.snapshots'>[number];

export function refOf({ id, takenAt, finished }: StoredSnapshot): SnapshotRef {
  return { id, takenAt, finished };
}

/** The newest that was read to its end, else the newest of those that were not. */
export function newestOf(snapshots: readonly StoredSnapshot[]): StoredSnapshot | null {
  return snapshots.find(({ finished }) => finished) ?? snapshots[0] ?? null;
}

/** Whoever can read the tenant: the active account where it is one of them. */
function accountFor(tenantId: string, accounts: readonly AccountView[]): AccountView | null {
  const able = accounts.filter((account) => account.tenantId.toLowerCase() === tenantId);
  return able.find(({ active }) => active) ?? able[0] ?? null;
}

/** What a tenant is called before anything of it was read. */
export function nameOfAccount({ username }: Pick<AccountView, 'username'>): string {
  return username.slice(username.lastIndexOf('@') + 1);
}

function viewOf(
  key: string,
  snapshots: readonly StoredSnapshot[],
  accounts: readonly AccountView[],
): TenantView {
  const account = accountFor(key, accounts);
  const newest = newestOf(snapshots);
  return {
    key,
    id: newest === null ? key : newest.tenantId,
    name: newest?.name ?? (account === null ? key : nameOfAccount(account)),
    demo: key === demoTenantId,
    accountId: account?.id ?? null,
    newest: newest === null ? null : refOf(newest),
    snapshots: snapshots.length,
  };
}

/** Every tenant that something was read of, or that somebody is signed in to. */
export async function listTenants(world: TenantWorld): Promise<Tenants> {
  const { lasting, keptAside } = world.history();
  const { accounts } = await world.identity.state();
  const stored = world.snapshots().list('all');
  // In the order of the newest reading, then those that were never read.
  const keys = new Set([
    ...stored.map(({ tenant }) => tenant),
    ...accounts.map(({ tenantId }) => tenantId.toLowerCase()),
  ]);
  const tenants = [...keys].map((key) =>
    viewOf(
      key,
      stored.filter(({ tenant }) => tenant === key),
      accounts,
    ),
  );
  const chosen = world.settings.get().tenant;
  const active = accounts.find((account) => account.active)?.tenantId.toLowerCase();
  const inUse =
    tenants.find(({ key }) => key === chosen) ??
    tenants.find(({ key }) => key === active) ??
    tenants.find(({ demo }) => !demo) ??
    null;
  return { inUse: inUse?.key ?? null, tenants, storage: { lasting, keptAside } };
}

/** `null`: nothing is known under this key. */
export async function findTenant(world: TenantWorld, key: string): Promise<TenantView | null> {
  const { tenants } = await listTenants(world);
  return tenants.find((tenant) => tenant.key === key) ?? null;
}
