import { alpineHost, cmdletAnswers } from './exchangeAnswers.ts';
import { alpineDomain } from './people.ts';
import { demoGraph } from './graphAnswers.ts';
import { isRecord } from '../../../../shared/tenant/readRecord.ts';
import type { DemoGraph } from './graphAnswers.ts';
import type { Fetch, HttpRequest } from '../../ports.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** Where the demo's reports are fetched; nothing ever goes there. */
const reportHost = 'reports.contoso.example';

/**
 * The two APIs of Microsoft as far as the demo tenant needs them, inside this process: requests of the
 * true clients come in, answers in Microsoft's shapes go out, and nothing touches a network.
 */
export function createDemoFetch(clock: () => Date): Fetch {
  const graph = demoGraph(clock());
  let requests = 0;

  function json(body: unknown, status = 200): Response {
    requests += 1;
    return new Response(JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', 'request-id': `demo-${requests}` },
    });
  }

  return async (address, request) => {
    request.signal?.throwIfAborted();
    const url = new URL(address);
    if (url.hostname === reportHost)
      return new Response(graph.reports[url.pathname.slice(1)] ?? '');
    if (url.pathname.startsWith('/adminapi/')) return json(adminAnswer(url, request));
    const report = /^\/v1\.0\/reports\/(\w+)\(/.exec(url.pathname)?.[1];
    if (report !== undefined)
      return new Response(null, {
        status: 302,
        headers: { location: `https://${reportHost}/${report}` },
      });
    const body = graphAnswer(url, request, graph);
    return body === null ? json({ error: { code: 'NotFound', message: '' } }, 404) : json(body);
  };
}

function adminAnswer(url: URL, { body }: HttpRequest): RawRecord {
  if (url.pathname.endsWith('/EXOModuleFile'))
    return { value: [{ exportedCmdlets: Object.keys(cmdletAnswers).join(',') }] };
  const { CmdletInput: input } = JSON.parse(body ?? '{}') as {
    readonly CmdletInput: { readonly CmdletName: string; readonly Parameters: RawRecord };
  };
  const answer = cmdletAnswers[input.CmdletName] ?? [];
  const value = typeof answer === 'function' ? answer(input.Parameters) : answer;
  return { '@adminapi.warnings': [], value };
}

function graphAnswer(url: URL, { body }: HttpRequest, graph: DemoGraph): RawRecord | null {
  const path = decodeURIComponent(url.pathname);
  if (path === '/v1.0/$batch') return { responses: batchAnswers(body ?? '') };
  const object = graph.objects[path];
  if (object !== undefined) return object;
  const list = graph.lists[path];
  if (list === undefined) return null;
  // Traces are asked for by status, and the demo's all wait.
  const status = /status eq '(\w+)'/.exec(url.searchParams.get('$filter') ?? '')?.[1];
  const value = status === undefined ? list : list.filter((row) => row['status'] === status);
  return { value };
}

function batchAnswers(body: string): readonly RawRecord[] {
  const batch: unknown = JSON.parse(body);
  const requests = isRecord(batch) ? (batch['requests'] as readonly RawRecord[]) : [];
  return requests.map(({ id, url }) => {
    const domain = /^\/domains\/([^/]+)\//.exec(url as string)?.[1] ?? '';
    return { id, status: 200, body: { value: [mxRecord(decodeURIComponent(domain))] } };
  });
}

function mxRecord(domain: string): RawRecord {
  return {
    isOptional: false,
    label: domain,
    recordType: 'Mx',
    supportedService: 'Email',
    ttl: 3600,
    mailExchange:
      domain === alpineDomain
        ? alpineHost
        : `${domain.replaceAll('.', '-')}.mail.protection.outlook.com`,
    preference: 0,
  };
}
