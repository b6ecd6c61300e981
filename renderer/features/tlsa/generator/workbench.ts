import { createStore } from '../../../ui/store.ts';
import { encodeFile } from './certificateFile.ts';
import { startJob } from '../../../app/call.ts';
import { initialDraft, suggestDraft } from './draft.ts';
import { listCertificates } from './certificates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { CertificateFile } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { JobProgress } from '../../../app/call.ts';
import type { Store } from '../../../ui/store.ts';

/** A file that the person gave, and how far its reading is. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly state: FileState;
}

export type FileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reading'; readonly progress: JobProgress | null }
  | { readonly kind: 'password'; readonly wrong: boolean }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'read'; readonly file: CertificateFile };

export interface WorkbenchState {
  readonly files: readonly FileEntry[];
  /** Fingerprint of the certificate that the record is made from. */
  readonly selected: string | null;
  readonly draft: Draft;
}

/** The generator's state and what can be done to it; it outlives the page. */
export interface Workbench {
  readonly store: Store<WorkbenchState>;
  readonly addFiles: (files: readonly File[]) => void;
  /** Reads a PKCS#12 file again; the password is not kept. */
  readonly enterPassword: (id: string, password: string) => void;
  readonly cancel: (id: string) => void;
  readonly remove: (id: string) => void;
  readonly select: (fingerprint: string) => void;
  readonly change: (change: Partial<Draft>) => void;
}

/** Files read at the same time: a slow PKCS#12 file holds up no other. */
const readersMax = 3;

export function createWorkbench(): Workbench {
  const store = createStore<WorkbenchState>({ files: [], selected: null, draft: initialDraft });
  const contents = new Map<string, string>();
  const running = new Map<string, () => void>();
  const queue: { readonly id: string; read(): Promise<void> }[] = [];

  function setState(id: string, state: FileState): void {
    store.set((current) =>
      withSelection({
        ...current,
        files: current.files.map((file) => (file.id === id ? { ...file, state } : file)),
      }),
    );
  }

  function enqueue(id: string, read: () => Promise<void>): void {
    queue.push({ id, read });
    startNext();
  }

  function startNext(): void {
    if (running.size >= readersMax) return;
    const next = queue.shift();
    if (next === undefined) return;
    running.set(next.id, () => {});
    void next.read().finally(() => {
      running.delete(next.id);
      startNext();
    });
    startNext();
  }

  async function readFile(id: string, file: File): Promise<void> {
    const encoded = await encodeFile(file);
    if (!encoded.ok) return setState(id, { kind: 'failed', error: encoded.error });
    contents.set(id, encoded.value);
    await readContent(id, file.name, null);
  }

  async function readContent(id: string, name: string, password: string | null): Promise<void> {
    const content = contents.get(id);
    if (content === undefined) return;
    setState(id, { kind: 'reading', progress: null });
    const job = startJob('certificates.read', { name, content, password }, (progress) =>
      setState(id, { kind: 'reading', progress }),
    );
    running.set(id, job.cancel);
    const result = await job.result;
    const asks = result.ok ? null : passwordQuestion(result.error);
    if (asks !== null) return setState(id, asks);
    contents.delete(id);
    setState(
      id,
      result.ok ? { kind: 'read', file: result.value } : { kind: 'failed', error: result.error },
    );
  }

  return {
    store,
    addFiles(files) {
      const added = files.map((file) => ({ file, id: crypto.randomUUID() }));
      store.set((current) => ({
        ...current,
        files: [
          ...current.files,
          ...added.map(({ file, id }) => ({
            id,
            name: file.name,
            size: file.size,
            state: { kind: 'waiting' as const },
          })),
        ],
      }));
      for (const { file, id } of added) enqueue(id, () => readFile(id, file));
    },
    enterPassword(id, password) {
      const name = store.get().files.find((file) => file.id === id)?.name;
      if (name !== undefined) enqueue(id, () => readContent(id, name, password));
    },
    cancel: (id) => running.get(id)?.(),
    remove(id) {
      running.get(id)?.();
      contents.delete(id);
      const waiting = queue.findIndex((entry) => entry.id === id);
      if (waiting !== -1) queue.splice(waiting, 1);
      store.set((current) =>
        withSelection({ ...current, files: current.files.filter((file) => file.id !== id) }),
      );
    },
    select: (fingerprint) =>
      store.set((current) => withSuggestions({ ...current, selected: fingerprint })),
    change: (change) =>
      store.set((current) => ({ ...current, draft: { ...current.draft, ...change } })),
  };
}

/** The question that the error asks, or `null` where no password would help. */
function passwordQuestion(error: AppError): FileState | null {
  if (error.code === 'pkcs12-password-required') return { kind: 'password', wrong: false };
  if (error.code === 'pkcs12-password-wrong') return { kind: 'password', wrong: true };
  return null;
}

/** Selects the first leaf when nothing is selected, or what was is gone. */
function withSelection(state: WorkbenchState): WorkbenchState {
  const certificates = listCertificates(state.files);
  if (certificates.some(({ fingerprint }) => fingerprint === state.selected)) return state;
  const first = certificates.find(({ role }) => role === 'leaf') ?? certificates[0];
  return withSuggestions({ ...state, selected: first?.fingerprint ?? null });
}

/** Fills in what the newly selected certificate suggests and the person has not typed. */
function withSuggestions(state: WorkbenchState): WorkbenchState {
  const certificate = listCertificates(state.files).find(
    ({ fingerprint }) => fingerprint === state.selected,
  );
  return certificate === undefined
    ? state
    : { ...state, draft: suggestDraft(state.draft, certificate) };
}
