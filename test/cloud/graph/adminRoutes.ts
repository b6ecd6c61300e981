import { graphError, unauthorized } from '../api/refusals.ts';
import { page, rowsOf } from './page.ts';
import type { CloudAnswer, CloudContext, CloudRequest, Route } from '../types.ts';

/** Report settings, the message center, message traces. */
export const adminRoutes: readonly Route[] = [
  {
    name: 'graph report settings',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/admin/reportSettings',
    scopes: ['ReportSettings.Read.All'],
    answer: (_, cloud) =>
      onlyWorldwide(cloud, () => ({
        status: 200,
        body: { displayConcealedNames: cloud.scenario.features.concealedNames },
      })),
  },
  {
    name: 'graph messages',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/admin/serviceAnnouncement/messages',
    scopes: ['ServiceMessage.Read.All'],
    query: ['$filter', '$top', '$skiptoken', '$orderby'],
    answer: (request, cloud) => page(rowsOf(cloud, 'messages'), request, cloud, 100),
  },
  {
    name: 'graph traces',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/admin/exchange/tracing/messageTraces',
    scopes: ['ExchangeMessageTrace.Read.All'],
    query: ['$filter', '$top', '$skiptoken'],
    answer: (request, cloud) => onlyTraced(cloud, () => traces(request, cloud)),
  },
  {
    name: 'graph trace details',
    api: 'graph',
    method: 'GET',
    path: "/v1.0/admin/exchange/tracing/messageTraces/{trace}/getDetailsByRecipient(recipientAddress='{address}')",
    scopes: ['ExchangeMessageTrace.Read.All'],
    answer: ({ parameters }, cloud) =>
      onlyTraced(cloud, () => {
        const details = (cloud.scenario.graph['traceDetails'] ?? {}) as Record<string, unknown>;
        const value = details[`${parameters['trace']} ${parameters['address']}`];
        return value === undefined
          ? graphError(404, 'NotFound', 'No such message.')
          : { status: 200, body: { value } };
      }),
  },
];

function onlyWorldwide({ scenario }: CloudContext, answer: () => CloudAnswer): CloudAnswer {
  return scenario.environment === 'worldwide'
    ? answer()
    : graphError(400, 'BadRequest', "Resource not found for the segment 'admin'.");
}

/** Until tracing's service principal is in the tenant, Graph answers 401. */
function onlyTraced(cloud: CloudContext, answer: () => CloudAnswer): CloudAnswer {
  return onlyWorldwide(cloud, () =>
    cloud.scenario.features.tracePrincipal ? answer() : unauthorized('graph', null),
  );
}

/** One value of a property at a time, a span of ten days at most. */
function traces(request: CloudRequest, cloud: CloudContext): CloudAnswer {
  const filter = request.url.searchParams.get('$filter') ?? '';
  const [, from = '', to = ''] =
    /receivedDateTime ge (\S+Z) and receivedDateTime le (\S+Z)/.exec(filter) ?? [];
  const span = Date.parse(to) - Date.parse(from);
  if (!(span >= 0 && span <= 10 * 86_400_000) || / or /.test(filter))
    return graphError(400, 'BadRequest', 'Invalid filter clause');
  const status = /status eq '(\w+)'/.exec(filter)?.[1];
  const rows = rowsOf(cloud, 'traces').filter(
    (row) =>
      String(row['receivedDateTime']) >= from &&
      String(row['receivedDateTime']) <= to &&
      (status === undefined || String(row['status']).toLowerCase() === status),
  );
  return page(rows, request, cloud, 1000);
}
