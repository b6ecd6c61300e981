import { findObstacles } from './findObstacles.ts';
import { judgeSource } from './judgeSource.ts';
import { permissions, resources } from '../../../../shared/identity/permissions.ts';
import { sourceIds } from '../../../../shared/tenant/sources.ts';
import type { CloudId } from '../../../../shared/identity/clouds.ts';
import type { Coverage } from '../../../../shared/contract/tenant.ts';
import type { MicrosoftTools } from '../source.ts';
import type { Obstacles } from './findObstacles.ts';
import type { ScopeRequest } from '../../../../shared/contract/identity.ts';
import type { TenantSession } from '../../identity/types.ts';

export interface CoverageTable {
  readonly sources: readonly Coverage[];
  /** What to ask consent for so that all of it can be read. */
  readonly consent: readonly ScopeRequest[];
  /** `null`: nobody is signed in. */
  readonly obstacles: Obstacles | null;
}

export interface Asker {
  readonly session: Pick<TenantSession, 'token'>;
  readonly microsoft: Pick<MicrosoftTools, 'exchange' | 'graph'>;
}

/** What could be read of a tenant now, source by source. `null`: by nobody who is signed in. */
export async function readCoverage(
  cloud: CloudId | 'private',
  asker: Asker | null,
  signal: AbortSignal,
): Promise<CoverageTable> {
  const obstacles =
    asker === null ? null : await findObstacles(asker.session, asker.microsoft, signal);
  const sources = sourceIds.map((id) => judgeSource(id, cloud, obstacles));
  return { sources, consent: consentFor(sources), obstacles };
}

function consentFor(sources: readonly Coverage[]): readonly ScopeRequest[] {
  const lacking = new Set(
    sources.flatMap(({ state, missing }) => (state === 'consent-needed' ? missing : [])),
  );
  return resources.flatMap((resource) => {
    const scopes = permissions
      .filter((one) => one.resource === resource && lacking.has(one.scope))
      .map(({ scope }) => scope);
    return scopes.length === 0 ? [] : [{ resource, scopes }];
  });
}
