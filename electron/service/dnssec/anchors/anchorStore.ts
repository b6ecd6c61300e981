/** The trust anchors in use: those that a person imported, kept as they were, or the root's built-in ones. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failure, success } from '../../../../shared/errors.ts';
import { readTrustAnchors } from './readTrustAnchors.ts';
import { rootAnchor } from './rootAnchors.ts';
import { usableAnchors } from './trustAnchors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { TrustAnchors } from './trustAnchors.ts';

export interface StoredAnchors {
  readonly source: 'built-in' | 'imported';
  readonly anchors: TrustAnchors;
}

export interface AnchorStore {
  /**
   * What is kept, valid now or not. Errors: those of `readTrustAnchors`, and `file-unreadable`: what
   * was imported is never passed over in silence.
   */
  read(): Result<StoredAnchors>;
  /** As above, and `trust-anchor-expired` or `trust-anchor-missing`. */
  usable(): Result<TrustAnchors>;
  /** Keeps the text when all its anchors can be used now. Errors: as above. */
  importText(text: string): Result<StoredAnchors>;
  reset(): StoredAnchors;
}

const builtIn: StoredAnchors = { source: 'built-in', anchors: [rootAnchor] };

function parse(text: string): Result<StoredAnchors> {
  const anchors = readTrustAnchors(text);
  return anchors.ok ? success({ source: 'imported', anchors: anchors.value }) : anchors;
}

export function createAnchorStore(dataDirectory: string, clock: () => Date): AnchorStore {
  const name = 'trust-anchors.txt';
  const file = join(dataDirectory, name);

  function stored(): Result<string | null> {
    try {
      return success(readFileSync(file, 'utf8'));
    } catch (error) {
      const isAbsent = (error as NodeJS.ErrnoException).code === 'ENOENT';
      return isAbsent ? success(null) : failure('file-unreadable', { name: file });
    }
  }

  function read(): Result<StoredAnchors> {
    const text = stored();
    if (!text.ok) return text;
    return text.value === null ? success(builtIn) : parse(text.value);
  }

  return {
    read,
    usable() {
      const kept = read();
      return kept.ok ? usableAnchors(kept.value.anchors, clock()) : kept;
    },
    importText(text) {
      const parsed = parse(text);
      if (!parsed.ok) return parsed;
      const usable = usableAnchors(parsed.value.anchors, clock());
      if (!usable.ok) return usable;
      mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
      writeFileSync(`${file}.new`, text, { mode: 0o600 });
      renameSync(`${file}.new`, file);
      return parsed;
    },
    reset() {
      rmSync(file, { force: true });
      return builtIn;
    },
  };
}
