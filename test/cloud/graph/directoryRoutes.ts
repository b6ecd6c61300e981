import { graphError } from '../api/refusals.ts';
import { page, rowsOf } from './page.ts';
import type { CloudAnswer, CloudContext, CloudRequest, Route } from '../types.ts';

const userProperties = [
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'proxyAddresses',
  'userType',
  'accountEnabled',
];

/** Domains, users, and what hangs on policies. */
export const directoryRoutes: readonly Route[] = [
  {
    name: 'graph domains',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/domains',
    scopes: ['Domain.Read.All', 'Directory.Read.All'],
    query: ['$top', '$skiptoken'],
    answer: (request, cloud) => page(rowsOf(cloud, 'domains'), request, cloud, 100),
  },
  {
    name: 'graph service records',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/domains/{domain}/serviceConfigurationRecords',
    scopes: ['Domain.Read.All', 'Directory.Read.All'],
    answer: serviceRecords,
  },
  {
    name: 'graph users',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/users',
    scopes: ['User.Read.All', 'Directory.Read.All'],
    query: ['$top', '$skiptoken'],
    select: userProperties,
    answer: users,
  },
  {
    name: 'graph security defaults',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
    scopes: ['Policy.Read.All'],
    answer: (_, { scenario }) => ({ status: 200, body: scenario.graph['securityDefaults'] }),
  },
  {
    name: 'graph conditional access',
    api: 'graph',
    method: 'GET',
    path: '/v1.0/identity/conditionalAccess/policies',
    scopes: ['Policy.Read.All'],
    query: ['$filter', '$top', '$skiptoken'],
    answer: (request, cloud) => page(rowsOf(cloud, 'conditionalAccess'), request, cloud, 100),
  },
  ...(['v1.0', 'beta'] as const).map((version): Route => ({
    name: `graph sign-ins ${version}`,
    api: 'graph',
    method: 'GET',
    path: `/${version}/auditLogs/signIns`,
    scopes: ['AuditLog.Read.All'],
    query: ['$filter', '$top', '$skiptoken', '$orderby'],
    answer: (request, cloud) => signIns(version, request, cloud),
  })),
  {
    name: 'graph service principal',
    api: 'graph',
    method: 'GET',
    path: "/v1.0/servicePrincipals(appId='{app}')",
    scopes: ['Application.Read.All', 'Directory.Read.All'],
    select: ['id', 'appId', 'displayName'],
    answer: ({ parameters }, { scenario }) =>
      scenario.features.tracePrincipal
        ? { status: 200, body: { id: 'sp-1', appId: parameters['app'] } }
        : graphError(404, 'Request_ResourceNotFound', 'Resource does not exist.'),
  },
];

/** Without `$select` the addresses are not there; a page has 999 users at most. */
function users(request: CloudRequest, cloud: CloudContext): CloudAnswer {
  const { searchParams } = request.url;
  if (Number(searchParams.get('$top') ?? 100) > 999)
    return graphError(400, 'Request_UnsupportedQuery', 'Invalid page size specified.');
  const select = (searchParams.get('$select') ?? 'id,userPrincipalName,displayName,mail')
    .split(',')
    .map((name) => name.trim());
  const rows = rowsOf(cloud, 'users').map((row) =>
    Object.fromEntries(select.map((name) => [name, row[name] ?? null])),
  );
  return page(rows, request, cloud, searchParams.has('$top') ? 999 : 100);
}

export function serviceRecords({ parameters }: CloudRequest, cloud: CloudContext) {
  const domain = parameters['domain'] ?? '';
  const known = rowsOf(cloud, 'domains').find(({ id }) => id === domain);
  if (known === undefined)
    return graphError(404, 'Request_ResourceNotFound', `Resource '${domain}' does not exist.`);
  return {
    status: 200,
    body: {
      value: [
        {
          '@odata.type': '#microsoft.graph.domainDnsMxRecord',
          isOptional: false,
          label: domain,
          recordType: 'Mx',
          supportedService: 'Email',
          ttl: 3600,
          mailExchange: `${domain.replaceAll('.', '-')}.o-v1.mx.microsoft`,
          preference: 0,
        },
      ],
    },
  };
}

/** A tenant without P1 has no sign-ins to give; a filter that Graph would not take is refused. */
function signIns(version: 'v1.0' | 'beta', request: CloudRequest, cloud: CloudContext) {
  const { features } = cloud.scenario;
  if (!features.p1)
    return graphError(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      'Neither tenant is B2C or tenant doesn’t have premium license',
    );
  const filter = request.url.searchParams.get('$filter') ?? '';
  const asksOthers = filter.includes("signInEventTypes/any(t: t eq 'nonInteractiveUser')");
  if (asksOthers && version === 'v1.0')
    return graphError(400, 'BadRequest', "Could not find a property named 'signInEventTypes'.");
  const [, from = '', to = ''] =
    /createdDateTime ge (\S+Z) and createdDateTime le (\S+Z)/.exec(filter) ?? [];
  if (from === '' || to === '') return graphError(400, 'BadRequest', 'Invalid filter clause');
  const clients = new Set(
    [...filter.matchAll(/clientAppUsed eq '([^']+)'/g)].map(([, name]) => name),
  );
  const rows = rowsOf(cloud, 'signIns').filter(
    (row) =>
      clients.has(String(row['clientAppUsed'])) &&
      String(row['createdDateTime']) >= from &&
      String(row['createdDateTime']) <= to &&
      (row['isInteractive'] === false) === asksOthers,
  );
  return page(rows, request, cloud, 1000);
}
