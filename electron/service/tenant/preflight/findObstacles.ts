import { missingScopes, permissions } from '../../../../shared/identity/permissions.ts';
import { readOrganization } from '../read/organization.ts';
import { recordsOf, settingOf } from '../read/raw.ts';
import { signInFailure } from '../../microsoft/callMicrosoft.ts';
import type { CallFailure, Outcome } from '../../microsoft/failure.ts';
import type { GraphClient } from '../../graph/graphClient.ts';
import type { MicrosoftTools } from '../source.ts';
import type { Resource, Scope } from '../../../../shared/identity/permissions.ts';
import type { TenantSession } from '../../identity/types.ts';

/** What the token of one resource allows, by the token itself; a failure says why there is none. */
export type Grant = Outcome<readonly string[]>;

/** What can be known of the way before anything of the tenant is read. */
export interface Obstacles {
  readonly grants: Readonly<Record<Resource, Grant>>;
  /** What the account's Exchange roles hold. `null`: no token to ask with. */
  readonly cmdlets: Outcome<ReadonlySet<string>> | null;
  /** `null`: can't be told. Likewise the next two. */
  readonly hasPremium: boolean | null;
  readonly hasTracePrincipal: boolean | null;
  readonly areNamesConcealed: boolean | null;
}

/** Any scope that the resource has: the token tells all that were granted. */
const askedFor = { graph: 'User.Read', exchange: 'Exchange.Manage' } as const satisfies Record<
  Resource,
  Scope
>;

/** The application by which Microsoft's tracing works in a tenant (Graph, "Message trace: prerequisites"). */
const tracingApp = '8bd644d1-64a1-4d4b-ae52-2e0cbf64e373';

/** Asks for tokens, the administrator's cmdlets and four small answers of Graph. */
export async function findObstacles(
  session: Pick<TenantSession, 'token'>,
  { exchange, graph }: Pick<MicrosoftTools, 'exchange' | 'graph'>,
  signal: AbortSignal,
): Promise<Obstacles> {
  const grants = {
    graph: await findGrant(session, 'graph', signal),
    exchange: await findGrant(session, 'exchange', signal),
  };
  const holds = (resource: Resource, scope: Scope) => {
    const grant = grants[resource];
    return grant.ok && missingScopes([scope], grant.value).length === 0;
  };
  const can = (scope: Scope) => holds('graph', scope);
  const [cmdlets, hasPremium, hasTracePrincipal, areNamesConcealed] = await Promise.all([
    holds('exchange', 'Exchange.Manage') ? exchange.cmdlets(signal) : null,
    can('Organization.Read.All') ? premiumOf(graph, signal) : null,
    can('Directory.Read.All') ? tracingOf(graph, signal) : null,
    can('ReportSettings.Read.All') ? concealedOf(graph, signal) : null,
  ]);
  return { grants, cmdlets, hasPremium, hasTracePrincipal, areNamesConcealed };
}

/** A token from the cache may be older than a consent: where it lacks something, another is fetched. */
async function findGrant(
  session: Pick<TenantSession, 'token'>,
  resource: Resource,
  signal: AbortSignal,
): Promise<Grant> {
  const scopes = [askedFor[resource]];
  const kept = await session.token({ resource, scopes, signal });
  const wanted = permissions.filter((one) => one.resource === resource).map(({ scope }) => scope);
  const isWhole = kept.ok && missingScopes(wanted, kept.value.scopes).length === 0;
  const token = isWhole ? kept : await session.token({ resource, scopes, signal, renew: true });
  if (token.ok) return { ok: true, value: token.value.scopes };
  const failure = signInFailure(token.error);
  return failure.reason === 'consent-required' ? { ok: true, value: [] } : { ok: false, failure };
}

async function premiumOf(graph: GraphClient, signal: AbortSignal): Promise<boolean | null> {
  const scopes = ['Organization.Read.All'] as const;
  const outcome = await graph.get({ path: '/organization', scopes }, signal);
  if (!outcome.ok) return null;
  const [first] = recordsOf(outcome.value.body['value']);
  return first === undefined ? null : (readOrganization(first)?.hasEntraPremium ?? null);
}

async function tracingOf(graph: GraphClient, signal: AbortSignal): Promise<boolean | null> {
  const path = `/servicePrincipals(appId='${tracingApp}')`;
  const outcome = await graph.get({ path, scopes: ['Directory.Read.All'] }, signal);
  return outcome.ok ? true : isMissing(outcome.failure) ? false : null;
}

function isMissing({ status }: CallFailure): boolean {
  return status === 404;
}

async function concealedOf(graph: GraphClient, signal: AbortSignal): Promise<boolean | null> {
  const scopes = ['ReportSettings.Read.All'] as const;
  const outcome = await graph.get({ path: '/admin/reportSettings', scopes }, signal);
  return outcome.ok ? settingOf(outcome.value.body['displayConcealedNames']) : null;
}
