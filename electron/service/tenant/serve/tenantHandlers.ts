import { coverageOf } from './coverageOf.ts';
import { createReadings } from './readings.ts';
import { createTraceBudgets } from '../microsoftTools.ts';
import { gatherTenant } from './gatherTenant.ts';
import { listTenants, refOf } from './tenants.ts';
import { createUploads } from './uploads.ts';
import { importCommands } from '../../../../shared/tenant/importCommands.ts';
import { importFiles } from './importFiles.ts';
import { forgetTenant } from './forgetTenant.ts';
import { openDemo } from './openDemo.ts';
import { readAudit } from './readAudit.ts';
import { readSnapshotOf } from './readSnapshotOf.ts';
import { readSource } from './readSource.ts';
import { success } from '../../../../shared/errors.ts';
import { useTenant } from './useTenant.ts';
import type { Handlers } from '../../router.ts';
import type { TenantWorld } from './tenantWorld.ts';

type TenantChannel = Extract<keyof Handlers, `tenant.${string}`>;

export interface TenantFeature {
  readonly handlers: Partial<Pick<Handlers, TenantChannel>>;
  /** Snapshots and audit lines of a tenant, for whoever forgets its accounts. */
  forget(key: string): Promise<void>;
  /** Ends what is being read; what came of it is kept. */
  close(): Promise<void>;
}

/** Tenants, what was read of them, and what went out for it. */
export function createTenantFeature(world: TenantWorld): TenantFeature {
  const readings = createReadings();
  const traceBudget = createTraceBudgets();
  const uploads = createUploads(world.ports.dataDirectory);
  const forget = (key: string) => forgetTenant(world, readings, key);
  return {
    forget,
    async close() {
      await readings.end(null);
      uploads.close();
    },
    handlers: {
      'tenant.list': async () => success(await listTenants(world)),
      'tenant.use': ({ key }) => useTenant(world, key),
      async 'tenant.forget'({ key }) {
        await forget(key);
        return success(await listTenants(world));
      },
      'tenant.openDemo': (_input, job) => openDemo(world, readings, job),
      'tenant.coverage': ({ accountId }, job) => coverageOf(world, traceBudget, accountId, job),
      'tenant.gather': (input, job) => gatherTenant(world, readings, traceBudget, input, job),
      'tenant.upload': async (part) => uploads.add(part),
      'tenant.import': (input, job) => importFiles(world, uploads, input, job),
      'tenant.importCommands': async () => success([...importCommands]),
      'tenant.snapshots': async ({ key }) =>
        success(
          world
            .snapshots()
            .list('all')
            .filter(({ tenant }) => tenant === key)
            .map(refOf),
        ),
      'tenant.snapshot': async ({ key, snapshotId }) =>
        success(readSnapshotOf(world.snapshots(), key, snapshotId)),
      'tenant.source': async ({ snapshotId, source }) =>
        readSource(world.snapshots(), snapshotId, source),
      'tenant.audit': async (input) => success(readAudit(world.history(), input)),
    },
  };
}
