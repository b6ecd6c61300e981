import { addImports, refuseMixed } from '../import/addImports.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { findTenant, newestOf } from './tenants.ts';
import { keepSnapshot } from '../store/keepSnapshot.ts';
import { readImport } from '../import/readImport.ts';
import { readingOf } from './readAndKeep.ts';
import { readStored } from '../store/readStored.ts';
import { tenantKey } from '../store/snapshotStore.ts';
import type { ImportedFile } from '../import/readImport.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { TenantWorld } from './tenantWorld.ts';
import type { Uploads } from './uploads.ts';

/**
 * Adds uploaded files to the newest snapshot of a tenant, whole or not at all. They are removed then, and
 * stay for another try where they were refused. Errors: `import-into-demo`, `snapshot-missing`,
 * `tenant-name-missing`, `upload-broken`, `tenant-mixed`, those of `readImport`.
 */
export async function importFiles(
  world: TenantWorld,
  uploads: Uploads,
  { uploads: ids, key, name, mix }: ParsedInput<'tenant.import'>,
  job: JobContext,
): Promise<Result<Output<'tenant.import'>>> {
  const target = await targetOf(world, key, name);
  if (!target.ok) return target;
  const { tenant, base } = target.value;
  const read = await readFiles(uploads, ids, job);
  if (!read.ok) return read;
  const files = read.value;
  const fits = mix ? success(null) : refuseMixed(files, base);
  if (!fits.ok) return fits;
  const snapshot = addImports(files, tenant, base, world.ports.clock());
  const id = await keep(world, snapshot);
  uploads.drop(ids);
  if (id !== null) world.settings.set({ tenant: tenantKey(tenant) });
  world.emit('tenant.changed', {});
  const reading = await readingOf(world, tenantKey(tenant), id, snapshot);
  return success({ ...reading, files: files.map(summaryOf) });
}

interface Target {
  readonly tenant: Snapshot['tenant'];
  readonly base: Snapshot | null;
}

async function targetOf(
  world: TenantWorld,
  key: string | null,
  typed: string,
): Promise<Result<Target>> {
  const name = typed.trim();
  if (key === null && name === '') return failure('tenant-name-missing');
  const wanted = key ?? tenantKey({ id: null, name });
  if (wanted === demoTenantId) return failure('import-into-demo');
  const known = await findTenant(world, wanted);
  if (known === null && key !== null) return failure('snapshot-missing', { tenant: key });
  const store = world.snapshots();
  const newest = newestOf(store.list('all').filter(({ tenant }) => tenant === wanted));
  const base = newest === null ? null : readStored(store, newest);
  return success({
    tenant: known === null ? { id: null, name } : { id: known.id, name: known.name },
    base,
  });
}

async function readFiles(
  uploads: Uploads,
  ids: readonly string[],
  job: JobContext,
): Promise<Result<readonly ImportedFile[]>> {
  const files: ImportedFile[] = [];
  for (const id of ids) {
    job.progress(files.length, ids.length);
    const file = uploads.open(id);
    if (file === null) return failure('upload-broken', { name: id });
    const read = await readImport(file.name, file.read(), job.signal);
    if (!read.ok) return read;
    files.push(read.value);
  }
  job.progress(files.length, ids.length);
  return success(files);
}

/** `null`: there was no room. */
async function keep(world: TenantWorld, snapshot: Snapshot): Promise<number | null> {
  try {
    return await keepSnapshot(world.snapshots(), snapshot);
  } catch (error) {
    world.ports.reportBug(error, 'tenant.import');
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

function summaryOf({ name, sources }: ImportedFile) {
  return {
    name,
    kinds: sources.map(({ id }) => id),
    records: sum(sources.map(({ records }) => records)),
    skipped: sum(sources.map(({ skipped }) => skipped)),
  };
}
