import { createStore } from '../../../ui/store.ts';
import { startJob } from '../../../app/call.ts';
import { uploadFile } from './upload.ts';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { JobProgress } from '../../../app/call.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Store } from '../../../ui/store.ts';

export const filesMax = 20;

export interface ImportFile {
  readonly id: string;
  readonly file: File;
  /** Of its bytes, those that the service has; `null`: not begun. */
  readonly share: number | null;
  /** Once the service has the whole of it. */
  readonly uploadId: string | null;
}

export type ImportState =
  | { readonly kind: 'choosing' }
  | { readonly kind: 'uploading' }
  | { readonly kind: 'reading'; readonly progress: JobProgress | null }
  | { readonly kind: 'mixed'; readonly error: AppError }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'done'; readonly value: Output<'tenant.import'> };

export interface Importing {
  readonly files: readonly ImportFile[];
  readonly leftOut: boolean;
  /** Key of the tenant that was chosen; `null`: a new one; `undefined`: nobody has chosen. */
  readonly tenant: string | null | undefined;
  readonly name: string;
  readonly state: ImportState;
}

/** The import page; what was begun goes on while other pages are shown. */
export interface ImportDesk {
  readonly store: Store<Importing>;
  readonly add: (files: readonly File[]) => void;
  readonly remove: (id: string) => void;
  readonly whose: (tenant: string | null) => void;
  readonly rename: (name: string) => void;
  /** `tenant` `null`: a new one. `mix`: the files are another tenant's, and the person wants them in this one. */
  readonly start: (tenant: string | null, mix: boolean) => Promise<void>;
  readonly cancel: () => void;
  readonly clear: () => void;
}

const nothing: Importing = {
  files: [],
  leftOut: false,
  tenant: undefined,
  name: '',
  state: { kind: 'choosing' },
};

function nothingToStop(): void {}

function unsent(file: ImportFile): ImportFile {
  return { ...file, share: null, uploadId: null };
}

export function createImportDesk(): ImportDesk {
  const store = createStore<Importing>(nothing);
  let stop: () => void = nothingToStop;
  const setState = (state: ImportState) => store.set((old) => ({ ...old, state }));
  const changeFile = (id: string, change: Partial<ImportFile>) =>
    store.set((old) => ({
      ...old,
      files: old.files.map((each) => (each.id === id ? { ...each, ...change } : each)),
    }));

  async function upload(): Promise<Result<readonly string[]>> {
    const controller = new AbortController();
    stop = () => controller.abort();
    for (const { id, file, uploadId } of store.get().files) {
      if (uploadId !== null) continue;
      const sent = await uploadFile(file, controller.signal, (share) => changeFile(id, { share }));
      if (!sent.ok) {
        changeFile(id, { share: null });
        return sent;
      }
      changeFile(id, { uploadId: sent.value });
    }
    const uploads = store.get().files.flatMap(({ uploadId }) => uploadId ?? []);
    return { ok: true, value: uploads };
  }

  return {
    store,
    add: (files) =>
      store.set((old) => {
        const room = filesMax - old.files.length;
        const added = files
          .slice(0, room)
          .map((file) => ({ id: crypto.randomUUID(), file, share: null, uploadId: null }));
        return {
          ...old,
          files: [...old.files, ...added],
          leftOut: files.length > room,
          state: { kind: 'choosing' },
        };
      }),
    remove: (id) =>
      store.set((old) => ({
        ...old,
        files: old.files.filter((each) => each.id !== id),
        leftOut: false,
        state: { kind: 'choosing' },
      })),
    whose: (tenant) => store.set((old) => ({ ...old, tenant, state: { kind: 'choosing' } })),
    rename: (name) => store.set((old) => ({ ...old, name })),
    async start(tenant, mix) {
      setState({ kind: 'uploading' });
      const uploads = await upload();
      if (!uploads.ok) return setState({ kind: 'failed', error: uploads.error });
      setState({ kind: 'reading', progress: null });
      const { name } = store.get();
      const job = startJob(
        'tenant.import',
        { uploads: [...uploads.value], key: tenant, name: name.trim(), mix },
        (progress) =>
          store.set((old) =>
            old.state.kind === 'reading' ? { ...old, state: { kind: 'reading', progress } } : old,
          ),
      );
      stop = job.cancel;
      const result = await job.result;
      if (result.ok) return store.set(() => ({ ...nothing, state: { kind: 'done', ...result } }));
      // The service has lost a file: the next try hands it over again.
      if (result.error.code === 'upload-broken') {
        store.set((old) => ({ ...old, files: old.files.map(unsent) }));
      }
      const isMixed = result.error.code === 'tenant-mixed';
      setState({ kind: isMixed ? 'mixed' : 'failed', error: result.error });
    },
    cancel: () => stop(),
    clear: () => store.set(() => nothing),
  };
}
