import { randomUUID } from 'node:crypto';
import { exchangeError, nulBytes } from '../api/refusals.ts';
import { invoke } from './invoke.ts';
import type { CloudAnswer, CloudContext, CloudRequest, CloudUser, Route } from '../types.ts';

/** Every path of the Exchange admin API in the simulated cloud. */
export const exchangeRoutes: readonly Route[] = [
  {
    name: 'exchange invoke',
    api: 'exchange',
    method: 'POST',
    path: '/adminapi/beta/{tenant}/InvokeCommand',
    scopes: ['Exchange.Manage'],
    query: ['$select', '$skiptoken'],
    answer: (request, cloud) =>
      forTenant(request, () => invoke(request, request.body, request.headers, request.url, cloud)),
  },
  {
    name: 'exchange batch',
    api: 'exchange',
    method: 'POST',
    path: '/adminapi/beta/{tenant}/$batch',
    scopes: ['Exchange.Manage'],
    answer: (request, cloud) => forTenant(request, () => batch(request, cloud)),
  },
  {
    name: 'exchange module',
    api: 'exchange',
    method: 'GET',
    path: '/adminapi/v1.0/{tenant}/EXOModuleFile',
    scopes: ['Exchange.Manage'],
    query: ['Version'],
    answer: (request, cloud) => forTenant(request, () => moduleFile(request, cloud)),
  },
];

/** Only one's own tenant, by id or domain. */
function forTenant({ tenant, parameters }: CloudRequest, answer: () => CloudAnswer): CloudAnswer {
  const named = parameters['tenant'] ?? '';
  return named === tenant.id || tenant.domains.includes(named) ? answer() : nulBytes();
}

export function mayRun(user: CloudUser, cmdlet: string): boolean {
  return user.cmdlets === 'all' || user.cmdlets.includes(cmdlet);
}

/** The cmdlets of this person's role. Without `CommandName: *` the real one gives the module itself. */
function moduleFile({ user, headers }: CloudRequest, { scenario }: CloudContext): CloudAnswer {
  if (headers['commandname'] !== '*')
    return exchangeError(400, 'CommandName is missing', 'System.ArgumentException');
  const exported = Object.keys(scenario.cmdlets).filter((cmdlet) => mayRun(user, cmdlet));
  return {
    status: 200,
    headers: { 'request-id': randomUUID() },
    body: { value: [{ moduleVersion: '3.9.2', exportedCmdlets: exported.join(',') }] },
  };
}

interface BatchItem {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** At most ten; each with a status of its own. */
function batch(request: CloudRequest, cloud: CloudContext): CloudAnswer {
  const items = (request.body as { readonly requests?: readonly BatchItem[] } | null)?.requests;
  if (!Array.isArray(items) || items.length === 0 || items.length > 10)
    return exchangeError(400, 'A batch has 1 to 10 requests', 'Microsoft.OData.ODataException');
  const responses = (items as readonly BatchItem[]).map((item) => {
    const headers = Object.fromEntries(
      Object.entries({ ...request.headers, ...item.headers }).map(([name, value]) => [
        name.toLowerCase(),
        value,
      ]),
    );
    const url = new URL(item.url, request.url);
    const { status, body } =
      item.method === 'POST' && /\/InvokeCommand$/i.test(url.pathname)
        ? invoke(request, item.body, headers, url, cloud)
        : { status: 404, body: '' };
    return { id: item.id, status, body: body instanceof Uint8Array ? null : body };
  });
  return { status: 200, headers: { 'request-id': randomUUID() }, body: { responses } };
}
