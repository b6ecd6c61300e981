import { createReadingQueue } from './readingQueue.ts';
import { createStore } from '../../../ui/store.ts';
import { encodeFile } from './certificateFile.ts';
import { startJob } from '../../../app/call.ts';
import {
  filesMax,
  initialState,
  withFileState,
  withFiles,
  withProgress,
  withSelected,
  withoutFile,
} from './workbenchState.ts';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { CertificateFile } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { FileState, WorkbenchState } from './workbenchState.ts';
import type { ReadTask } from './readingQueue.ts';
import type { Store } from '../../../ui/store.ts';

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

const readersMax = 3;

export function createWorkbench(): Workbench {
  const store = createStore(initialState);
  const queue = createReadingQueue(readersMax);
  /** Base64, by file: kept while a password is asked for. */
  const contents = new Map<string, string>();

  const setFile = (id: string, file: FileState) =>
    store.set((state) => withFileState(state, id, file));

  function readContent(id: string, name: string, password: string | null): ReadTask {
    return async (cancellable) => {
      const content = contents.get(id);
      if (content === undefined) return;
      setFile(id, { kind: 'reading', progress: null });
      const job = startJob('certificates.read', { name, content, password }, (progress) =>
        store.set((state) => withProgress(state, id, progress)),
      );
      cancellable(job.cancel);
      const state = stateAfter(await job.result);
      if (state.kind !== 'password') contents.delete(id);
      setFile(id, state);
    };
  }

  function readFile(id: string, file: File): ReadTask {
    return async (cancellable) => {
      const encoded = await encodeFile(file);
      if (!encoded.ok) return setFile(id, { kind: 'failed', error: encoded.error });
      contents.set(id, encoded.value);
      return readContent(id, file.name, null)(cancellable);
    };
  }

  return {
    store,
    addFiles(files) {
      const room = filesMax - store.get().files.length;
      const added = files
        .slice(0, room)
        .map((file) => ({ file, entry: { id: crypto.randomUUID(), name: file.name } }));
      const entries = added.map(({ entry }) => ({ ...entry, state: { kind: 'waiting' } as const }));
      store.set((state) => withFiles(state, entries, Math.max(0, files.length - room)));
      for (const { file, entry } of added) queue.add(entry.id, readFile(entry.id, file));
    },
    enterPassword(id, password) {
      const name = store.get().files.find((file) => file.id === id)?.name;
      if (name !== undefined) queue.add(id, readContent(id, name, password));
    },
    cancel: queue.cancel,
    remove(id) {
      queue.drop(id);
      contents.delete(id);
      store.set((state) => withoutFile(state, id));
    },
    select: (fingerprint) => store.set((state) => withSelected(state, fingerprint)),
    change: (change) => store.set((state) => ({ ...state, draft: { ...state.draft, ...change } })),
  };
}

function stateAfter(result: Result<CertificateFile>): FileState {
  if (result.ok) return { kind: 'read', file: result.value };
  return passwordQuestion(result.error) ?? { kind: 'failed', error: result.error };
}

/** The question that the error asks, or `null` where no password would help. */
function passwordQuestion({ code }: AppError): FileState | null {
  if (code === 'pkcs12-password-required') return { kind: 'password', wrong: false };
  if (code === 'pkcs12-password-wrong') return { kind: 'password', wrong: true };
  return null;
}
