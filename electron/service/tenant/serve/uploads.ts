import {
  appendFileSync,
  createReadStream,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';

/** Files that a page hands over in parts; they lie in the data directory until they are imported. */
export interface Uploads {
  /**
   * Adds the next part. Returns how many bytes there are. Errors: `upload-broken` (a part is missing),
   * `file-too-large`, `file-unwritable`.
   */
  add(part: UploadPart): Result<{ readonly bytes: number }>;
  /** `null`: there is no such file, or not any more. */
  open(id: string): UploadedFile | null;
  drop(ids: readonly string[]): void;
  /** Removes all of them. */
  close(): void;
}

export interface UploadPart {
  readonly uploadId: string;
  readonly name: string;
  readonly index: number;
  readonly base64: string;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array>;
}

interface Upload {
  readonly name: string;
  readonly file: string;
  readonly parts: number;
  readonly bytes: number;
}

/** An inventory of a million lines has some 200 MB. */
const bytesMax = 1024 * 1024 * 1024;
/** Of one import; what was never imported gives way to what comes. */
const uploadsMax = 20;

export function createUploads(dataDirectory: string): Uploads {
  const uploads = new Map<string, Upload>();
  let folder: string | null = null;

  function drop(id: string): void {
    const upload = uploads.get(id);
    uploads.delete(id);
    if (upload !== undefined) rmSync(upload.file, { force: true });
  }

  function begin({ uploadId, name }: UploadPart): Upload {
    drop(uploadId);
    const tooMany = Math.max(0, uploads.size + 1 - uploadsMax);
    for (const id of [...uploads.keys()].slice(0, tooMany)) drop(id);
    folder ??= makeFolder(dataDirectory);
    return { name, file: join(folder, uploadId), parts: 0, bytes: 0 };
  }

  return {
    add(part) {
      const { uploadId, index } = part;
      try {
        const upload = index === 0 ? begin(part) : uploads.get(uploadId);
        if (upload?.parts !== index) return failure('upload-broken', { name: part.name });
        const bytes = Buffer.from(part.base64, 'base64');
        const size = upload.bytes + bytes.length;
        if (size > bytesMax) {
          drop(uploadId);
          return failure('file-too-large', { name: upload.name, size, limit: bytesMax });
        }
        appendFileSync(upload.file, bytes, { mode: 0o600 });
        uploads.set(uploadId, { ...upload, parts: index + 1, bytes: size });
        return success({ bytes: size });
      } catch {
        drop(uploadId);
        return failure('file-unwritable', { name: dataDirectory });
      }
    },
    open(id) {
      const upload = uploads.get(id);
      if (upload === undefined) return null;
      const { name, file, bytes } = upload;
      return { name, bytes, read: () => createReadStream(file) as AsyncIterable<Uint8Array> };
    },
    drop: (ids) => ids.forEach(drop),
    close() {
      uploads.clear();
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
      folder = null;
    },
  };
}

const prefix = 'uploads-';
/** Milliseconds after which a folder is nobody's: the app that made it was ended in the middle. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Beside those of other processes; what one of them left behind goes away. */
function makeFolder(dataDirectory: string): string {
  for (const name of readdirSync(dataDirectory).filter((one) => one.startsWith(prefix))) {
    const folder = join(dataDirectory, name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (age > abandonedAfter) rmSync(folder, { recursive: true, force: true });
  }
  return mkdtempSync(join(dataDirectory, prefix));
}
