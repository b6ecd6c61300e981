import { graphError } from '../api/refusals.ts';
import type { CloudAnswer, CloudContext, CloudRequest, Row } from '../types.ts';

/** A page of rows, with the link to the next: `$skiptoken` counts the rows before it. */
export function page(
  rows: readonly Row[],
  { url }: CloudRequest,
  { origins }: CloudContext,
  size: number,
): CloudAnswer {
  const start = Number(url.searchParams.get('$skiptoken') ?? 0);
  if (!Number.isInteger(start) || start < 0)
    return graphError(400, 'BadRequest', 'The skip token is not valid.');
  const wanted = Number(url.searchParams.get('$top') ?? size);
  const end = start + Math.min(wanted, size);
  const link = new URL(`${origins.graph}${url.pathname}${url.search}`);
  link.searchParams.set('$skiptoken', String(end));
  return {
    status: 200,
    headers: { 'request-id': `page-${start}` },
    body: {
      '@odata.context': `${origins.graph}/v1.0/$metadata#x`,
      ...(end < rows.length ? { '@odata.nextLink': link.href } : {}),
      value: rows.slice(start, end),
    },
  };
}

/** Rows of the scenario under this key, or none. */
export function rowsOf({ scenario }: CloudContext, key: string): readonly Row[] {
  const rows = scenario.graph[key] ?? [];
  return (typeof rows === 'function' ? (rows as () => readonly Row[])() : rows) as readonly Row[];
}
