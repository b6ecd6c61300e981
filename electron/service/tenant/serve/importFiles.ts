import { createCounter } from './countBytes.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import { failure, success } from '../../../../shared/errors.ts';
import { findTenant, newestOf } from './tenants.ts';
import { importedSources } from '../import/importedSources.ts';
import { keepImport } from '../store/keepImport.ts';
import { markedSources, refuseMixed } from '../import/refuseMixed.ts';
import { putToUse, readingOf } from './readAndKeep.ts';
import { readImport } from '../import/readImport.ts';
import { readStored } from '../store/readStored.ts';
import { tenantKey } from '../store/snapshotStore.ts';
import type { ImportedFile } from '../import/readImport.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output, ParsedInput } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Snapshot } from '../../../../shared/tenant/snapshot.ts';
import type { StoredSnapshot } from '../store/snapshotStore.ts';
import type { TenantWorld } from './tenantWorld.ts';
import type { UploadedFile, Uploads } from './uploads.ts';

/**
 * Adds uploaded files to the newest snapshot of a tenant, whole or not at all. They are removed then, and
 * stay for another try where they were refused. Errors: `import-into-demo`, `snapshot-missing`,
 * `tenant-name-missing`, `upload-broken`, `tenant-mixed`, `file-unwritable`, those of `readImport`.
 */
export async function importFiles(
  world: TenantWorld,
  uploads: Uploads,
  { uploads: ids, key, name, mix }: ParsedInput<'tenant.import'>,
  job: JobContext,
): Promise<Result<Output<'tenant.import'>>> {
  if (key === null && name.trim() === '') return failure('tenant-name-missing');
  const read = await readFiles(uploads, ids, job);
  if (!read.ok) return read;
  const files = read.value;
  const target = await targetOf(world, key, name.trim(), files);
  if (!target.ok) return target;
  const { tenant, newest } = target.value;
  const store = world.snapshots();
  const base = newest === null ? null : readStored(store, newest, markedSources);
  const fits = mix ? success(null) : refuseMixed(files, base);
  if (!fits.ok) return fits;
  const at = world.ports.clock();
  const kept = await keepImport(
    store,
    {
      tenant,
      takenAt: at.toISOString(),
      parts: importedSources(files, at),
      base: newest?.id ?? null,
    },
    job.signal,
  );
  if (kept === null)
    return job.signal.aborted
      ? failure('cancelled')
      : failure('file-unwritable', { name: world.ports.dataDirectory });
  uploads.drop(ids);
  putToUse(world, tenantKey(tenant));
  world.emit('tenant.changed', {});
  const { id, sources } = kept;
  const reading = await readingOf(world, tenantKey(tenant), id, { tenant, sources: [...sources] });
  return success({ ...reading, files: files.map(summaryOf) });
}

interface Target {
  readonly tenant: Snapshot['tenant'];
  readonly newest: StoredSnapshot | null;
}

/** A new tenant is known by its id where a file tells it, so that what is read of it later meets this. */
async function targetOf(
  world: TenantWorld,
  key: string | null,
  name: string,
  files: readonly ImportedFile[],
): Promise<Result<Target>> {
  const [id = null] = key === null ? files.flatMap(({ marks }) => marks.ids) : [];
  const wanted = key ?? tenantKey({ id, name });
  if (wanted === demoTenantId) return failure('import-into-demo');
  const known = await findTenant(world, wanted);
  if (known === null && key !== null) return failure('snapshot-missing', { tenant: key });
  const own = world.snapshots().list('all');
  return success({
    tenant: known === null ? { id, name } : { id: known.id, name: known.name },
    newest: newestOf(own.filter(({ tenant }) => tenant === wanted)),
  });
}

async function readFiles(
  uploads: Uploads,
  ids: readonly string[],
  job: JobContext,
): Promise<Result<readonly ImportedFile[]>> {
  const uploaded: UploadedFile[] = [];
  for (const id of ids) {
    const file = uploads.open(id);
    if (file === null) return failure('upload-broken', { name: id });
    uploaded.push(file);
  }
  const count = createCounter(sum(uploaded.map(({ bytes }) => bytes)), job);
  const files: ImportedFile[] = [];
  for (const { name, read } of uploaded) {
    const file = await readImport(name, count(read()), job.signal);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return success(files);
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
