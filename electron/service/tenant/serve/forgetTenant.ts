import type { Readings } from './readings.ts';
import type { TenantWorld } from './tenantWorld.ts';

/** Deletes snapshots, what is judged of them and audit lines of a tenant, and ends what reads it. */
export async function forgetTenant(
  world: TenantWorld,
  readings: Readings,
  key: string,
): Promise<void> {
  await readings.end(key);
  const { database, calls } = world.history();
  // What is deleted is overwritten; forgetting the snapshots then empties the log of the database.
  database.exec('PRAGMA secure_delete = ON');
  calls.forget(key);
  world.forgetJudged(key);
  world.snapshots().forget(key);
  if (world.settings.get().tenant === key) world.settings.set({ tenant: undefined });
  world.emit('tenant.changed', {});
}
