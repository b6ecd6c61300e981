import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe } from 'vitest';

/**
 * Tests that need programs or vectors from outside. Where one is missing the tests count as skipped,
 * with the reason in their title; with `CI=true` a missing program fails the run instead.
 */
export function describeWith(programs: readonly string[], title: string, tests: () => void): void {
  const missing = programs.filter((program) => findProgram(program) === null);
  if (missing.length === 0) {
    describe(title, tests);
    return;
  }
  const reason = `needs ${missing.join(', ')}`;
  if (process.env['CI'] === 'true') throw new Error(`${title}: ${reason}`);
  describe.skip(`${title} (skipped: ${reason})`, tests);
}

/** Where a program lies, or `null`. */
export function findProgram(name: string): string | null {
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/sbin',
    '/sbin',
    '/usr/lib/postfix/sbin',
  ];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** Tests over conformance vectors of others; `folder` is below the one that `VECTORS` names. */
export function describeWithVectors(
  folder: string,
  title: string,
  tests: (path: string) => void,
): void {
  const root = process.env['VECTORS'];
  const path = join(root ?? '', folder);
  if (root !== undefined && existsSync(path)) describe(title, () => tests(path));
  else
    describe.skip(`${title} (skipped: VECTORS does not name a folder with ${folder})`, () =>
      tests(path));
}
