import { nameOfAccount, newestOf } from './tenants.ts';
import { readStored } from '../store/readStored.ts';
import type { Readings } from './readings.ts';
import type { TenantWorld } from './tenantWorld.ts';

/** Deletes snapshots, what is judged of them and audit lines of a tenant, and ends what reads it. */
export async function forgetTenant(
  world: TenantWorld,
  readings: Readings,
  key: string,
): Promise<void> {
  await readings.end(key);
  const domains = await domainsOf(world, key);
  world.history().calls.forget(key, domains);
  world.forgetJudged(key);
  // Last: it empties the log of the database, where what was deleted before still stands.
  world.snapshots().forget(key);
  if (world.settings.get().tenant === key) world.settings.set({ tenant: undefined });
  world.emit('tenant.changed', {});
}

/** By which a sign-in may have named the tenant. */
async function domainsOf({ snapshots, identity }: TenantWorld, key: string) {
  const store = snapshots();
  const newest = newestOf(store.list('all').filter(({ tenant }) => tenant === key));
  const data = newest === null ? null : readStored(store, newest, ['acceptedDomains']).data;
  const accepted = (data?.acceptedDomains ?? []).map(({ domainName }) => domainName);
  const { accounts } = await identity.state();
  const own = accounts.filter(({ tenantId, guest }) => tenantId.toLowerCase() === key && !guest);
  const names = [...accepted, ...own.map(nameOfAccount)].filter((name) => name !== null);
  return [...new Set(names)];
}
