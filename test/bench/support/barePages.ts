/**
 * A client that does nothing but fetch lists, page by page, each over a connection of its own, in a
 * thread of its own: what no reading of a tenant can be faster than.
 */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { Agent, request } from 'node:https';
import type { IncomingMessage } from 'node:http';

/** The first request of a list; the further ones are the same at the address of the link. */
export interface ListToFetch {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface PagesToFetch {
  readonly ca: string;
  readonly lists: readonly ListToFetch[];
}

export interface BarePages {
  readonly pages: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

export function fetchBarePages(work: PagesToFetch): Promise<BarePages> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: work });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function fetchAll({ ca, lists }: PagesToFetch): Promise<BarePages> {
  const agent = new Agent({ keepAlive: true, maxSockets: lists.length, ca });
  const started = performance.now();
  const counts = await Promise.all(lists.map((list) => fetchList(list, agent)));
  agent.destroy();
  return {
    pages: counts.reduce((sum, { pages }) => sum + pages, 0),
    bytes: counts.reduce((sum, { bytes }) => sum + bytes, 0),
    milliseconds: performance.now() - started,
  };
}

async function fetchList({ url, headers, body }: ListToFetch, agent: Agent) {
  let pages = 0;
  let bytes = 0;
  for (let next: string | null = url; next !== null;) {
    const page = await send(next, headers, body, agent);
    pages += 1;
    bytes += page.length;
    next = /"@odata\.nextLink":"([^"]+)"/.exec(page.toString('latin1'))?.[1] ?? null;
  }
  return { pages, bytes };
}

function send(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  agent: Agent,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, agent }, (response: IncomingMessage) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(parts);
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${response.statusCode}: ${text.toString('latin1', 0, 300)}`));
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

if (!isMainThread) {
  const done = await fetchAll(workerData as PagesToFetch);
  // eslint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none
  parentPort?.postMessage(done);
}
