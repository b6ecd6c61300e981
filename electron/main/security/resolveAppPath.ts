import { isAbsolute, join, relative } from 'node:path';
import { isOwnUrl } from './origin.ts';

/** Longer than any file name that a build writes. */
const pathLengthMax = 512;

/**
 * The file that an address of ours names, or `null` where it names none.
 *
 * The path is decoded once and then judged segment by segment, and the result is compared with the
 * folder by `relative`: a prefix test would let `renderer-old` pass for `renderer`. Backslashes,
 * colons (drives, alternate data streams), NUL and what is still encoded after one decoding are
 * refused on every platform. Symbolic links are the reader's to refuse, since they need the disk.
 *
 * SECURITY: S18
 */
export function resolveAppPath(root: string, address: string): string | null {
  if (address.length > pathLengthMax || !isOwnUrl(address)) return null;
  const path = decodedPath(new URL(address).pathname);
  if (path === null) return null;
  const segments = path === '/' ? ['index.html'] : path.slice(1).split('/');
  if (!segments.every(isPlainSegment)) return null;
  const file = join(root, ...segments);
  return isBelow(root, file) ? file : null;
}

/** Whether `file` lies below `root`; both absolute. */
export function isBelow(root: string, file: string): boolean {
  const path = relative(root, file);
  return path !== '' && !isAbsolute(path) && path.split(/[\\/]/)[0] !== '..';
}

function decodedPath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** What our build names files: letters, digits, `_`, `-`, `.`; never hidden, never `.` or `..`. */
function isPlainSegment(segment: string): boolean {
  return /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(segment);
}
