import { join } from 'node:path';

/** The build's folders, from that of the main bundle (`out/main`). */
export function buildPaths(mainFolder: string): {
  readonly preload: string;
  readonly page: string;
} {
  return {
    preload: join(mainFolder, '..', 'preload', 'preload.cjs'),
    page: join(mainFolder, '..', 'renderer'),
  };
}
