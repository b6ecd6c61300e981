import { aliasTable } from './tables/aliasTable.ts';
import { coverageOf } from './coverageOf.ts';
import { createLongTables } from './tables/longTables.ts';
import { createReadings } from './readings.ts';
import { createTraceBudgets } from '../microsoftTools.ts';
import { exportAudit } from './exportAudit.ts';
import { gatherTenant } from './gatherTenant.ts';
import { findTenant, listTenants, refOf } from './tenants.ts';
import { createUploads } from './uploads.ts';
import { importCommands } from '../../../../shared/tenant/importCommands.ts';
import { importFiles } from './importFiles.ts';
import { forgetTenant } from './forgetTenant.ts';
import { mailboxTable } from './tables/mailboxTable.ts';
import { openDemo } from './openDemo.ts';
import { outlookUserTable } from './tables/outlookUserTable.ts';
import { openLookTools } from './openLookTools.ts';
import { readAudit } from './readAudit.ts';
import { readSnapshotOf } from './readSnapshotOf.ts';
import { readSource } from './readSource.ts';
import { rereadSources } from './rereadSources.ts';
import { success } from '../../../../shared/errors.ts';
import { supportBundle } from './supportBundle.ts';
import { useTenant } from './useTenant.ts';
import type { Handlers } from '../../router.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { OpenDnsTools } from '../openDnsTools.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';
import type { TenantWorld } from './tenantWorld.ts';

type TenantChannel = Extract<keyof Handlers, `tenant.${string}`>;

export interface TenantFeature {
  readonly handlers: Pick<Handlers, TenantChannel>;
  /** Snapshots and audit lines of a tenant, for whoever forgets its accounts. */
  forget(key: string): Promise<void>;
  /** `null`: nothing is known under this key. */
  find(key: string): Promise<TenantView | null>;
  /** Sources of a tenant read anew, for whoever judges it. */
  reread(
    key: string,
    sources: readonly SourceId[],
    job: JobContext,
  ): Promise<Result<Output<'tenant.gather'>>>;
  /** The road to the DNS and to mail servers, for a tenant or for none; to be closed. */
  openLookTools(key: string | null): Promise<Result<OpenDnsTools>>;
  /** Ends what is being read; what came of it is kept. */
  close(): Promise<void>;
}

/** Tenants, what was read of them, and what went out for it. */
export function createTenantFeature(world: TenantWorld): TenantFeature {
  const readings = createReadings();
  const traceBudget = createTraceBudgets();
  const uploads = createUploads(world.ports.dataDirectory);
  const tables = createLongTables(world.snapshots, world.ports.clock);
  const forget = async (key: string) => {
    await forgetTenant(world, readings, key);
    tables.drop();
  };
  return {
    forget,
    find: (key) => findTenant(world, key),
    reread: (key, sources, job) => rereadSources(world, readings, traceBudget, key, sources, job),
    openLookTools: (key) => openLookTools(world, key),
    async close() {
      await readings.end(null);
      uploads.close();
      tables.drop();
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
      'tenant.mailboxes': (input) => tables.read(mailboxTable, input),
      'tenant.outlookUsers': (input) => tables.read(outlookUserTable, input),
      'tenant.aliases': (input) => tables.read(aliasTable, input),
      'tenant.audit': async (input) => success(readAudit(world.history(), input)),
      'tenant.auditExport': async (input) =>
        success(await exportAudit(world.history(), input, world.ports.clock())),
      'tenant.supportBundle': async () => success(await supportBundle(world)),
    },
  };
}
