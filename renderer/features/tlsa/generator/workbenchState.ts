import { initialDraft, suggestDraft } from './draft.ts';
import { listCertificates } from './certificates.ts';
import type { AppError } from '../../../../shared/errors.ts';
import type { CertificateFile } from '../../../../shared/contract/certificates.ts';
import type { Draft } from './draft.ts';
import type { JobProgress } from '../../../app/call.ts';

/** A file that the person gave, and how far its reading is. */
export interface FileEntry {
  readonly id: string;
  readonly name: string;
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
  /** Files that were given last and left out, since too many are here. */
  readonly refused: number;
  /** Fingerprint of the certificate that the record is made from. */
  readonly selected: string | null;
  readonly draft: Draft;
}

export const initialState: WorkbenchState = {
  files: [],
  refused: 0,
  selected: null,
  draft: initialDraft,
};

/** Files that are kept at a time; a thousand certificates each would fill the page's memory. */
export const filesMax = 100;

export function withFiles(
  state: WorkbenchState,
  added: readonly FileEntry[],
  refused: number,
): WorkbenchState {
  return { ...state, refused, files: [...state.files, ...added] };
}

export function withFileState(state: WorkbenchState, id: string, file: FileState): WorkbenchState {
  return withSelection({
    ...state,
    files: state.files.map((entry) => (entry.id === id ? { ...entry, state: file } : entry)),
  });
}

/** Progress may arrive after its result; what is read stays read. */
export function withProgress(
  state: WorkbenchState,
  id: string,
  progress: JobProgress,
): WorkbenchState {
  const reading = state.files.find((entry) => entry.id === id)?.state.kind === 'reading';
  return reading ? withFileState(state, id, { kind: 'reading', progress }) : state;
}

export function withoutFile(state: WorkbenchState, id: string): WorkbenchState {
  const files = state.files.filter((entry) => entry.id !== id);
  return withSelection({ ...state, refused: 0, files });
}

/** Selects a certificate, and fills in what it suggests and the person has not typed. */
export function withSelected(state: WorkbenchState, selected: string | null): WorkbenchState {
  const certificate = listCertificates(state.files).find(
    ({ fingerprint }) => fingerprint === selected,
  );
  const draft = certificate === undefined ? state.draft : suggestDraft(state.draft, certificate);
  return { ...state, selected, draft };
}

/** Selects the first leaf when nothing is selected, or what was is gone. */
function withSelection(state: WorkbenchState): WorkbenchState {
  const certificates = listCertificates(state.files);
  if (certificates.some(({ fingerprint }) => fingerprint === state.selected)) return state;
  const first = certificates.find(({ role }) => role === 'leaf') ?? certificates[0];
  return withSelected(state, first?.fingerprint ?? null);
}
