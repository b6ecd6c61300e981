import { basename } from 'node:path';
import { createReadStream } from 'node:fs';
import { addImports } from '../../service/tenant/import/addImports.ts';
import { defineCommand } from '../command.ts';
import { describeSource } from '../../../shared/tenant/sources.ts';
import { failure } from '../../../shared/errors.ts';
import { keepSnapshot } from '../../service/tenant/store/keepSnapshot.ts';
import { openTenantStore } from '../tenantStore.ts';
import { printSnapshot } from '../printSnapshot.ts';
import { readImport } from '../../service/tenant/import/readImport.ts';
import { readStored } from '../../service/tenant/store/readStored.ts';
import { refuseMixed } from '../../service/tenant/import/refuseMixed.ts';
import { usageError } from '../options.ts';
import { worstExitCode } from '../exitCode.ts';
import type { ExitCode } from '../exitCode.ts';
import type { ImportedFile } from '../../service/tenant/import/readImport.ts';
import type { Invocation } from '../command.ts';
import type { Result } from '../../../shared/errors.ts';
import type { Snapshot } from '../../../shared/tenant/snapshot.ts';
import type { SnapshotStore } from '../../service/tenant/store/snapshotStore.ts';

const options = {
  tenant: { type: 'string', placeholder: 'NAME', description: 'tenant.option.name' },
  out: { type: 'string', placeholder: 'FILE', description: 'tenant.option.out' },
} as const;

type ImportInvocation = Invocation<typeof options>;

async function readFileOf(file: string, { io }: ImportInvocation): Promise<Result<ImportedFile>> {
  const name = file === '-' ? 'stdin' : basename(file);
  try {
    const chunks = file === '-' ? io.stdin : (createReadStream(file) as AsyncIterable<Uint8Array>);
    return await readImport(name, chunks, io.signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const isMissing = error.code === 'ENOENT' || error.code === 'ENOTDIR';
    return failure(isMissing ? 'file-not-found' : 'file-unreadable', { name: file });
  }
}

/** The newest snapshot of the tenant that this name, id or first domain means. */
function baseOf(store: SnapshotStore, name: string): Snapshot | null {
  const wanted = name.trim().toLowerCase();
  const stored = store
    .list()
    .find((one) => one.finished && [one.tenant, one.name.toLowerCase()].includes(wanted));
  return stored === undefined ? null : readStored(store, stored);
}

async function readAll(
  invocation: ImportInvocation,
  base: Snapshot | null,
): Promise<{ readonly files: readonly ImportedFile[]; readonly codes: readonly ExitCode[] }> {
  const { output, positionals, words } = invocation;
  const files: ImportedFile[] = [];
  const codes: ExitCode[] = [];
  for (const file of positionals) {
    const read = await readFileOf(file, invocation);
    if (!read.ok) {
      codes.push(await output.error(read.error, file));
      continue;
    }
    const fits = refuseMixed([...files, read.value], base);
    if (!fits.ok) {
      codes.push(await output.error(fits.error, file));
      continue;
    }
    files.push(read.value);
    for (const { id, records } of read.value.sources) {
      const source = describeSource(id).api === 'import' ? id : describeSource(id).call;
      await output.message(words('tenant.cli.imported', { name: file, records, source }));
    }
  }
  return { files, codes };
}

export const command = defineCommand({
  usage: 'FILE… --tenant NAME [--out FILE]',
  description: 'tenant.cli.import.description',
  options,
  examples: [
    'tenant import organizationConfig.json casMailboxes.csv --tenant Contoso',
    'tenant import inventory.csv --tenant Contoso --out contoso.json',
  ],
  async run(invocation): Promise<ExitCode> {
    const { positionals, values, output, words, clock, dataDirectory } = invocation;
    if (positionals.length === 0)
      return output.error(usageError({ problem: 'missingArgument', argument: 'FILE' }).error);
    const name = values.tenant?.trim() ?? '';
    if (name === '')
      return output.error(usageError({ problem: 'missingOption', option: '--tenant' }).error);
    using kept = openTenantStore(dataDirectory, clock);
    if (!kept.lasting) await output.message(words('tenant.cli.not-kept'));
    const base = baseOf(kept.store, name);
    const { files, codes } = await readAll(invocation, base);
    if (files.length === 0) return worstExitCode(codes);
    const tenant = base?.tenant ?? { id: null, name };
    const snapshot = addImports(files, tenant, base, clock());
    if (kept.lasting) await keepSnapshot(kept.store, snapshot);
    const printed = await printSnapshot(snapshot, invocation);
    if (!printed.ok) return output.error(printed.error, values.out);
    return worstExitCode(codes);
  },
});
