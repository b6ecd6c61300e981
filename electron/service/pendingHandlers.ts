import { failure } from '../../shared/errors.ts';
import { readinessChannels } from '../../shared/contract/readiness.ts';
import { checklistsChannels } from '../../shared/contract/checklists.ts';
import { tenantChannels } from '../../shared/contract/tenant.ts';
import type { Handlers } from './router.ts';

type Pending =
  | keyof typeof tenantChannels
  | keyof typeof readinessChannels
  | keyof typeof checklistsChannels;

/** Goes away channel by channel as each is built. */
export const pendingHandlers = Object.fromEntries(
  Object.keys({
    ...tenantChannels,
    ...readinessChannels,
    ...checklistsChannels,
  }).map((name) => [name, async () => failure('internal')]),
) as unknown as Pick<Handlers, Pending>;
