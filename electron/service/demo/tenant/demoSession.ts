import { clouds } from '../../../../shared/identity/clouds.ts';
import { createDemoFetch } from './demoFetch.ts';
import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import { mainDomain } from './people.ts';
import { success } from '../../../../shared/errors.ts';
import type { TenantSession } from '../../identity/types.ts';

/** A session of the demo tenant's administrator: no account, no token worth the name, no network. */
export function createDemoSession(clock: () => Date): TenantSession {
  return {
    account: {
      id: 'demo',
      username: `admin@${mainDomain}`,
      displayName: 'Demo administrator',
      tenantId: demoTenantId,
    },
    cloud: clouds.worldwide,
    fetch: createDemoFetch(clock),
    token: async ({ scopes }) =>
      success({
        scopes,
        expiresAt: new Date(clock().getTime() + 3_600_000),
        authorization: () => 'Bearer demo',
      }),
  };
}
