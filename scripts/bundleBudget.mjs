import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a browser must load before the page answers, in kB (1000 bytes) gzipped. */
export const budget = 350;

/** The scripts that `index.html` names, and what they import before they run. */
export function initialJavaScript(folder) {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = html.matchAll(/<(?:script|link)\b[^>]*\b(?:src|href)="\.?\/([^"]+\.js)"/g);
  const files = [...new Set([...scripts].map(([, path]) => path))];
  const bytes = files.map(
    (file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length,
  );
  return { files, budget, kilobytes: bytes.reduce((sum, size) => sum + size, 0) / 1000 };
}
