import { permissions } from '../../../shared/identity/permissions.ts';
import type { Api, CloudTenant, CloudUser, Origins, Scenario } from '../types.ts';
import type { Resource } from '../../../shared/identity/permissions.ts';

export interface ScopeRequest {
  readonly resource: Resource;
  /** Without the resource's name; `.default` among them. */
  readonly scopes: readonly string[];
}

/** Who is there, and who has consented to what. */
export interface Directory {
  user(oid: string): CloudUser | undefined;
  userNamed(upn: string): CloudUser | undefined;
  /** By id or by one of its domains. */
  tenant(name: string): CloudTenant | undefined;
  /** The tenant that a person's tokens are for, in the tenant that the path names. */
  tenantFor(user: CloudUser, segment: string): CloudTenant | undefined;
  /** An AADSTS number, or what is asked for. Only one resource at a time, as Entra wants it. */
  parse(scope: string): ScopeRequest | number;
  /** Of these, the scopes that nobody has consented to. */
  missing(user: CloudUser, request: ScopeRequest): readonly string[];
  consented(user: CloudUser, resource: Resource): readonly string[];
  consent(user: CloudUser, scopes: readonly string[], forAll: boolean): void;
  withdraw(scope: string): void;
}

const signInScopes: ReadonlySet<string> = new Set(['openid', 'profile', 'offline_access', 'email']);
const anyTenant: ReadonlySet<string> = new Set(['organizations', 'common']);

export function createDirectory(scenario: Scenario, origins: Origins): Directory {
  const everyone = new Set<string>(scenario.app.consented);
  const own = new Map<string, Set<string>>();
  const prefixes: readonly (readonly [Api, string])[] = [
    ['graph', `${origins.graph}/`],
    ['exchange', `${origins.exchange}/`],
  ];
  const isConsented = (user: CloudUser, scope: string): boolean =>
    everyone.has(scope) || own.get(user.oid)?.has(scope) === true;

  function parse(text: string): ScopeRequest | number {
    const found: { resource: Resource; scope: string }[] = [];
    for (const word of text.split(' ').filter((part) => part !== '')) {
      if (signInScopes.has(word)) continue;
      const prefix = prefixes.find(([, start]) => word.startsWith(start));
      if (prefix === undefined && word.includes('://')) return 500011;
      const scope = prefix === undefined ? word : word.slice(prefix[1].length);
      const resource = prefix?.[0] ?? 'graph';
      if (scope !== '.default' && resourceOf(scope) !== resource) return 70011;
      found.push({ resource, scope });
    }
    const resource = found[0]?.resource ?? 'graph';
    if (found.some((one) => one.resource !== resource)) return 70011;
    const registered = scenario.app.permissions.some((scope) => resourceOf(scope) === resource);
    return registered ? { resource, scopes: found.map(({ scope }) => scope) } : 650057;
  }

  const tenant = (name: string): CloudTenant | undefined =>
    scenario.tenants.find(({ id, domains }) => id === name || domains.includes(name));

  return {
    user: (oid) => scenario.users.find((user) => user.oid === oid),
    userNamed: (upn) =>
      scenario.users.find((user) => user.upn.toLowerCase() === upn.trim().toLowerCase()),
    tenant,
    tenantFor(user, segment) {
      if (anyTenant.has(segment)) return tenant(user.tenantId);
      const named = tenant(segment);
      const belongs =
        named !== undefined &&
        (named.id === user.tenantId || user.guestOf?.includes(named.id) === true);
      return belongs ? named : undefined;
    },
    parse,
    // `.default` asks for nothing new: what was consented to, be it nothing.
    missing: (user, { scopes }) =>
      scopes.filter((scope) => scope !== '.default' && !isConsented(user, scope)),
    consented: (user, resource) =>
      permissions
        .filter((permission) => permission.resource === resource)
        .map(({ scope }) => scope)
        .filter((scope) => isConsented(user, scope)),
    consent(user, scopes, forAll) {
      const set = forAll ? everyone : (own.get(user.oid) ?? new Set<string>());
      if (!forAll) own.set(user.oid, set);
      for (const scope of scopes) set.add(scope);
    },
    withdraw(scope) {
      everyone.delete(scope);
      for (const set of own.values()) set.delete(scope);
    },
  };
}

function resourceOf(scope: string): Resource | undefined {
  return permissions.find((permission) => permission.scope === scope)?.resource;
}
