/** The two services that tokens are for. */
export const resources = ['graph', 'exchange'] as const;
export type Resource = (typeof resources)[number];

/** Application ids of the resources, the same in every cloud. */
export const resourceAppIds: Readonly<Record<Resource, string>> = {
  graph: '00000003-0000-0000-c000-000000000000',
  exchange: '00000002-0000-0ff1-ce00-000000000000',
};

export interface Permission {
  readonly resource: Resource;
  readonly scope: string;
  /** Id of the delegated permission on the resource, as a registration's manifest names it. */
  readonly id: string;
  /** Whether Microsoft wants an administrator to consent for the whole tenant. */
  readonly adminConsent: boolean;
  /** Asked for when signing in; the others when a source that needs them is chosen. */
  readonly atSignIn: boolean;
}

/**
 * Every delegated permission that this app can ask for. All of them read; `Exchange.Manage` could
 * change things, Exchange having none that only reads, so what leaves the machine under it is held to
 * an allow-list of `Get-*` cmdlets. Ids: Microsoft Graph permissions reference, and the delegated
 * permissions of "Office 365 Exchange Online".
 */
export const permissions = [
  graph('User.Read', 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', false, true),
  graph('Organization.Read.All', '4908d5b9-3fb2-4b1e-9336-1888b7937185', true, true),
  graph('Domain.Read.All', '2f9ee017-59c1-4f1d-9472-bd5529a7b311', true),
  graph('Policy.Read.All', '572fea84-0151-49b2-9301-11cb16974376', true),
  graph('AuditLog.Read.All', 'e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20', true),
  graph('Directory.Read.All', '06da0dbc-49e2-44d2-8312-53f166ab848a', true),
  graph('Reports.Read.All', '02e97553-ed7b-43d0-ab3c-f8bace0d040c', true),
  graph('ReportSettings.Read.All', '84fac5f4-33a9-4100-aa38-a20c6d29e5e7', true),
  graph('ServiceMessage.Read.All', 'eda39fa6-f8cf-4c3c-a909-432c683e4c9b', true),
  graph('ExchangeMessageTrace.Read.All', 'b2e7d27e-14e7-41ad-bb15-a88ceb9c3e90', true),
  graph('User.Read.All', 'a154be20-db9c-4678-8ab7-66f6cc099a59', true),
  {
    resource: 'exchange',
    scope: 'Exchange.Manage',
    id: 'ab4f2b77-0b06-4fc1-a9de-02113fc2ab7c',
    adminConsent: true,
    atSignIn: false,
  },
] as const satisfies readonly Permission[];

export type Scope = (typeof permissions)[number]['scope'];

function graph<const S extends string>(
  scope: S,
  id: string,
  adminConsent: boolean,
  atSignIn = false,
) {
  return { resource: 'graph' as const, scope, id, adminConsent, atSignIn };
}

/** Scopes that hold others in them: who has the first needs none of the second. */
const includes: Readonly<Record<string, readonly string[]>> = {
  'Organization.Read.All': ['User.Read'],
  'User.Read.All': ['User.Read'],
  'Directory.Read.All': ['User.Read', 'User.Read.All', 'Organization.Read.All', 'Domain.Read.All'],
};

/**
 * Of the scopes that are needed, those that the granted ones do not cover. Case does not count. A
 * server that grants `.default` by that name means everything that was consented to; Entra names each.
 */
export function missingScopes(
  needed: readonly string[],
  granted: readonly string[],
): readonly string[] {
  if (granted.includes('.default')) return [];
  const covered = new Set(
    granted.flatMap((scope) => [scope, ...(includes[scope] ?? [])]).map((s) => s.toLowerCase()),
  );
  return needed.filter((scope) => !covered.has(scope.toLowerCase()));
}
