import { readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** Every TypeScript source below the folders named, as paths from the repository's root. */
export function sourcesOf(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) =>
        relative(repository, join(entry.parentPath, entry.name)).split(sep).join('/'),
      ),
  );
}

export function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8');
}

/** Statements stand at the start of a line, as the formatter puts them; words in a string do not. */
const importPattern =
  /^(?:import|export)\s(?:[^'"();=]*?\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm;

/** The specifiers that a source imports, re-exports or loads. */
export function importsOf(source: string): string[] {
  const code = source.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return [...code.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}
