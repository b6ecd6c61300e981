import { missingScopes } from '../../../../shared/identity/permissions.ts';
import { describeSource, roadsIn } from '../../../../shared/tenant/sources.ts';
import type { CallFailure } from '../../microsoft/failure.ts';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { Coverage } from '../../../../shared/contract/tenant.ts';
import type { Obstacles } from './findObstacles.ts';
import type { SourceDescription, SourceId } from '../../../../shared/tenant/sources.ts';
import type { SourceReason } from '../../../../shared/tenant/snapshot.ts';

type Verdict = Pick<Coverage, 'state' | 'missing' | 'detail'>;

/**
 * What stands in the way of a source. Where two calls can give it, the one that is open counts, else the
 * one that consent would open. `null`: nobody is signed in.
 */
export function judgeSource(
  id: SourceId,
  cloud: CloudId | 'private',
  obstacles: Obstacles | null,
): Coverage {
  const roads = roadsIn(id, cloud);
  const judged = roads.map((road) => ({ road, verdict: judgeRoad(id, road, obstacles) }));
  const best = judged.toSorted((a, b) => rank(a.verdict) - rank(b.verdict))[0];
  const { road, verdict } = best ?? {
    road: describeSource(id),
    verdict: plain('not-in-this-cloud'),
  };
  const { api, call, scopes, cmdlets, roles, licence, clouds } = road;
  return {
    id,
    api,
    call,
    scopes: [...scopes],
    cmdlets: [...cmdlets],
    roles: [...roles],
    licence,
    clouds: [...clouds],
    ...verdict,
  };
}

const open: readonly Coverage['state'][] = ['ready', 'names-concealed', 'unknown'];

function rank({ state }: Verdict): number {
  const place = open.indexOf(state);
  if (place >= 0) return place;
  return state === 'consent-needed' ? open.length : open.length + 1;
}

function plain(state: Coverage['state'], more: Partial<Verdict> = {}): Verdict {
  return { state, missing: [], detail: null, ...more };
}

function judgeRoad(id: SourceId, road: SourceDescription, obstacles: Obstacles | null): Verdict {
  const { api } = road;
  if (api === 'import') return plain('import-only');
  if (api === 'dns') return plain('ready');
  if (obstacles === null) return plain('sign-in-needed');
  const grant = obstacles.grants[api];
  if (!grant.ok) return withoutToken(grant.failure);
  const missing = [...missingScopes(road.scopes, grant.value)];
  if (missing.length > 0) return plain('consent-needed', { missing });
  return api === 'exchange' ? byCmdlets(road, obstacles) : byTenant(id, road, obstacles);
}

/** No road, or no sign-in that Microsoft still takes. */
function withoutToken({ reason, code, detail }: CallFailure): Verdict {
  const isLost = reason === 'sign-in-required' || reason === 'token-refused';
  return plain(isLost ? 'sign-in-needed' : 'unknown', { detail: detail ?? code });
}

const states: ReadonlyMap<SourceReason, Coverage['state']> = new Map([
  ['role-missing', 'role-missing'],
  ['not-in-this-cloud', 'not-available'],
  ['sign-in-required', 'sign-in-needed'],
  ['token-refused', 'sign-in-needed'],
]);

function byCmdlets({ cmdlets }: SourceDescription, { cmdlets: held }: Obstacles): Verdict {
  if (held === null) return plain('unknown');
  if (!held.ok) {
    const { reason, detail } = held.failure;
    return plain(states.get(reason) ?? 'unknown', { detail });
  }
  const known = new Set(Array.from(held.value, (name) => name.toLowerCase()));
  const missing = cmdlets.filter((name) => !known.has(name.toLowerCase()));
  return missing.length > 0 ? plain('role-missing', { missing }) : plain('ready');
}

function byTenant(
  id: SourceId,
  { licence }: SourceDescription,
  { hasPremium, hasTracePrincipal, areNamesConcealed }: Obstacles,
): Verdict {
  if (licence !== null && hasPremium !== true)
    return plain(hasPremium === false ? 'licence-missing' : 'unknown');
  if (id === 'messageTraces' && hasTracePrincipal !== true)
    return plain(hasTracePrincipal === false ? 'trace-principal-missing' : 'unknown');
  if (id === 'appUsageUsers' && areNamesConcealed === true) return plain('names-concealed');
  return plain('ready');
}
