import { z } from 'zod';
import { failure, success } from '../errors.ts';
import type { Cloud } from './clouds.ts';
import type { Result } from '../errors.ts';

/** Characters of one file: a few roots, each some kilobytes. */
export const cloudFileMax = 256 * 1024;

const schema = z.object({
  name: z.string().min(1).max(200),
  authority: z.string().max(2048),
  graph: z.string().max(2048),
  exchange: z.string().max(2048),
  /** PEM, or the path of a PEM file as seen from this one. */
  ca: z.string().max(cloudFileMax).nullable().optional(),
});

/** `ca` as written; whoever reads the file turns a path into PEM. */
export type CloudFile = Cloud;

/**
 * A private or simulated cloud: `{name, authority, graph, exchange, ca}`. Addresses are https; the
 * authority may end in a tenant (`https://login.example/contoso.example`).
 * Error: `cloud-file-invalid`.
 */
export function parseCloudFile(text: string, file: string): Result<CloudFile> {
  const invalid = (problem: string) => failure('cloud-file-invalid', { file, problem });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return invalid('json');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) return invalid(String(parsed.error.issues[0]?.path[0] ?? 'json'));
  const { name, ca = null, ...addresses } = parsed.data;
  const authority = address(addresses.authority);
  const graph = address(addresses.graph);
  const exchange = address(addresses.exchange);
  if (authority === null || authority.path.length > 1) return invalid('authority');
  if (graph === null || graph.path.some((part) => part !== 'v1.0')) return invalid('graph');
  if (exchange === null || exchange.path.length > 0) return invalid('exchange');
  return success({
    id: 'private',
    name,
    authority: authority.origin,
    graph: graph.origin,
    exchange: exchange.origin,
    ca,
    tenant: authority.path[0] ?? null,
  });
}

/** Host and port as in a browser's address line; no user, query or fragment. */
const addressForm =
  /^https:\/\/((?:[a-z0-9-]+\.)*[a-z0-9-]+|\[[0-9a-f:.]+\])(?::(\d{1,5}))?(\/[\w./-]*)?$/i;

function address(
  text: string,
): { readonly origin: string; readonly path: readonly string[] } | null {
  const [, host, port, path = ''] = addressForm.exec(text) ?? [];
  if (host === undefined || Number(port ?? 443) > 65_535) return null;
  const suffix = port === undefined || Number(port) === 443 ? '' : `:${Number(port)}`;
  return {
    origin: `https://${host.toLowerCase()}${suffix}`,
    path: path.split('/').filter((part) => part !== ''),
  };
}
