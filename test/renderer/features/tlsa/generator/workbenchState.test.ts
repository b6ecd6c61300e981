import { describe, expect, test } from 'vitest';
import { certificateNamed } from '../../../../support/certificate.ts';
import {
  initialState,
  withFileState,
  withFiles,
  withProgress,
  withSelected,
  withoutFile,
} from '../../../../../renderer/features/tlsa/generator/workbenchState.ts';
import type {
  FileState,
  WorkbenchState,
} from '../../../../../renderer/features/tlsa/generator/workbenchState.ts';
import type { Certificate } from '../../../../../shared/contract/certificates.ts';

const waiting = { kind: 'waiting' } as const;
const twoFiles = withFiles(
  initialState,
  [
    { id: 'a', name: 'a.pem', state: waiting },
    { id: 'b', name: 'b.pem', state: waiting },
  ],
  0,
);
const read = (...certificates: readonly Certificate[]): FileState => ({
  kind: 'read',
  file: { name: '', format: 'pem', certificates: [...certificates], notes: [] },
});
const stateOf = (state: WorkbenchState, id: string) =>
  state.files.find((file) => file.id === id)?.state;

const issuer = certificateNamed('issuer', { role: 'issuer', isCa: true });
const leaf = certificateNamed('mail.example.com');
const other = certificateNamed('mx.example.net');

describe('the files on the page', () => {
  test('the first server certificate is selected, before any issuer', () => {
    const state = withFileState(twoFiles, 'a', read(issuer, leaf));
    expect(state.selected).toBe(leaf.fingerprint);
    expect(state.draft.host).toBe('mail.example.com');
  });

  test('what is selected stays selected when another file has been read', () => {
    const first = withFileState(twoFiles, 'a', read(leaf));
    expect(withFileState(first, 'b', read(other)).selected).toBe(leaf.fingerprint);
  });

  test('the next is selected when the file of the selected one goes', () => {
    const both = withFileState(withFileState(twoFiles, 'a', read(leaf)), 'b', read(other));
    const left = withoutFile(both, 'a');
    expect(left.selected).toBe(other.fingerprint);
    expect(withoutFile(left, 'b')).toMatchObject({ selected: null, files: [] });
  });

  test('another certificate brings its own host, unless one was typed', () => {
    const both = withFileState(withFileState(twoFiles, 'a', read(leaf)), 'b', read(other));
    expect(withSelected(both, other.fingerprint).draft.host).toBe('mx.example.net');
    const typed = { ...both, draft: { ...both.draft, host: 'typed.example', hostTyped: true } };
    expect(withSelected(typed, other.fingerprint).draft.host).toBe('typed.example');
  });

  test('progress that comes late does not undo what was read', () => {
    const reading = withFileState(twoFiles, 'a', { kind: 'reading', progress: null });
    const half = withProgress(reading, 'a', { done: 1, total: 2 });
    expect(stateOf(half, 'a')).toEqual({ kind: 'reading', progress: { done: 1, total: 2 } });
    const done = withFileState(half, 'a', read(leaf));
    expect(withProgress(done, 'a', { done: 2, total: 2 })).toBe(done);
  });
});
