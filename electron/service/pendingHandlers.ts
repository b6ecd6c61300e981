import { failure } from '../../shared/errors.ts';
import { tenantChannels } from '../../shared/contract/tenant.ts';
import type { Handlers } from './router.ts';

type Pending = keyof typeof tenantChannels;

/** Goes away channel by channel as each is built. */
export const pendingHandlers = Object.fromEntries(
  Object.keys(tenantChannels).map((name) => [name, async () => failure('internal')]),
) as unknown as Pick<Handlers, Pending>;
