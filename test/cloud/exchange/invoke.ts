import { randomUUID } from 'node:crypto';
import { exchangeError, nulBytes } from '../api/refusals.ts';
import { mayRun } from './routes.ts';
import { typed } from './typed.ts';
import type { CloudAnswer, CloudContext, CloudRequest, Parameters, Row } from '../types.ts';

/** Rows that a cmdlet gives when `ResultSize` is not `Unlimited`. */
const resultSizeUsual = 1000;
const expired = 'Expired or Invalid pagination request. Default Expiry time is 00:30:00';
const serviceException = 'Microsoft.Exchange.Admin.OData.Core.ODataServiceException';

interface Input {
  readonly cmdlet: string;
  readonly parameters: Parameters;
}

/** Runs one cmdlet: its rows in pages, typed as the admin API types them. */
export function invoke(
  { user, tenant }: CloudRequest,
  body: unknown,
  headers: Readonly<Record<string, string>>,
  url: URL,
  { scenario, origins }: CloudContext,
): CloudAnswer {
  const input = readInput(body);
  if (input === null)
    return exchangeError(400, 'CmdletInput is malformed', 'Microsoft.OData.ODataException');
  const { cmdlet, parameters } = input;
  const known = Object.hasOwn(scenario.cmdlets, cmdlet) ? scenario.cmdlets[cmdlet] : undefined;
  if (known === undefined || !mayRun(user, cmdlet)) return nulBytes();
  const rows = typeof known === 'function' ? known(parameters, tenant) : known;
  if ('status' in rows) return rows;
  const select = url.searchParams.get('$select')?.split(',') ?? null;
  const [first] = rows;
  const wrong = select?.find((name) => first !== undefined && !Object.hasOwn(first, name));
  if (wrong !== undefined)
    return exchangeError(
      400,
      `Could not find a property named '${wrong}'.`,
      'Microsoft.OData.ODataException',
    );

  const unlimited = parameters['ResultSize'] === 'Unlimited';
  const limit = unlimited ? rows.length : Number(parameters['ResultSize'] ?? resultSizeUsual);
  const shown = Math.min(limit, rows.length);
  const anchor = headers['x-anchormailbox'] ?? '';
  const start = startOf(url.searchParams.get('$skiptoken'), anchor);
  if (start === null) return exchangeError(400, expired, serviceException);
  const size = Math.min(pageSize(headers['prefer'] ?? ''), 1000);
  const end = start + size;
  const warnings =
    shown < rows.length && end >= shown
      ? [
          'There are more results available than are currently displayed. To view them, increase the value for the ResultSize parameter.',
        ]
      : [];
  return {
    status: 200,
    headers: { 'request-id': randomUUID(), 'x-exchangeversion': 'Version 15.20 (Build 9000.10)' },
    body: {
      '@odata.context': `${origins.exchange}/adminapi/beta/${tenant.id}/$metadata#Collection(Exchange.GenericHashTable)`,
      'adminapi.warnings@odata.type': '#Collection(String)',
      '@adminapi.warnings': warnings,
      ...(end < shown ? { '@odata.nextLink': nextLink(url, end, anchor) } : {}),
      value: rows.slice(start, Math.min(end, shown)).map((row) => typed(chosen(row, select))),
    },
  };
}

function readInput(body: unknown): Input | null {
  if (typeof body !== 'object' || body === null) return null;
  const input = (body as { readonly CmdletInput?: unknown }).CmdletInput;
  if (typeof input !== 'object' || input === null) return null;
  const { CmdletName: cmdlet, Parameters: parameters } = input as Readonly<Record<string, unknown>>;
  if (typeof cmdlet !== 'string' || typeof parameters !== 'object' || parameters === null)
    return null;
  return { cmdlet, parameters: parameters as Parameters };
}

function pageSize(prefer: string): number {
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(prefer)?.[1] ?? 100);
  return size > 0 ? size : 100;
}

/** A link holds for the anchor that it was made for: elsewhere the page is on another server. */
function nextLink(url: URL, start: number, anchor: string): string {
  const link = new URL(url);
  link.searchParams.set('$skiptoken', Buffer.from(`${start}|${anchor}`).toString('base64url'));
  return link.href;
}

function startOf(token: string | null, anchor: string): number | null {
  if (token === null) return 0;
  const [start, ...rest] = Buffer.from(token, 'base64url').toString('utf8').split('|');
  return rest.join('|') === anchor && /^\d+$/.test(start ?? '') ? Number(start) : null;
}

function chosen(row: Row, select: readonly string[] | null): Row {
  return select === null
    ? row
    : Object.fromEntries(select.map((name) => [name, row[name] ?? null]));
}
