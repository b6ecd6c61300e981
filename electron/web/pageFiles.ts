import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly content: Buffer;
}

/** By request path (`/`, `/assets/main.js`), nothing else can be asked for. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const companionPath = '/companion.js';

/**
 * Reads the built page into memory, once: a request is then looked up and never becomes a path, so
 * that no spelling of it reaches another file, and a build that comes later changes nothing in a host
 * that runs. Links and unknown types are left out.
 * SECURITY: S18
 */
export function loadPage(rendererFolder: string, companionScript: string): PageFiles {
  const files = new Map<string, PageFile>();
  for (const inside of filesIn(rendererFolder, '')) {
    const type = types[extname(inside)];
    if (type === undefined) continue;
    files.set(`/${inside}`, { type, content: readFileSync(join(rendererFolder, inside)) });
  }
  files.set(companionPath, {
    type: types['.js'] as string,
    content: readFileSync(companionScript),
  });
  const index = files.get('/index.html');
  if (index === undefined) throw new Error(`${rendererFolder} holds no index.html`);
  files.delete('/index.html');
  files.set('/', { ...index, content: withCompanion(index.content.toString('utf8')) });
  return files;
}

/** Paths with `/`. Not the recursive listing of Node, which follows links to folders. */
function filesIn(folder: string, inside: string): string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(inside, entry.name);
    if (entry.isDirectory()) return filesIn(folder, path);
    return entry.isFile() ? [path] : [];
  });
}

/** A classic script at the head's beginning runs before the page's modules, which wait for the end. */
function withCompanion(html: string): Buffer {
  const tag = `<head>\n    <script src="${companionPath}"></script>`;
  const changed = html.replace(/<head>/i, () => tag);
  if (changed === html) throw new Error('index.html has no <head>');
  return Buffer.from(changed);
}
