import { isChannelName } from '../../shared/contract/index.ts';
import { failure } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import type { Router } from '../service/router.ts';
import { isWithinLimits } from '../service/callLimits.ts';
import { isTrustedSender } from './security/senderGuard.ts';
import type { CallEvent } from './security/senderGuard.ts';

export interface CallHandlerOptions {
  readonly router: Router;
  /** Ids of the web contents of the windows that are open. */
  readonly windows: ReadonlySet<number>;
  /** Whether one more call under this key may pass. */
  readonly mayCall: (key: string) => boolean;
}

/**
 * The shell's side of `window.companion.call`: who speaks, how often, how much; what is said, the
 * router judges.
 *
 * @throws to a sender that may not speak at all; everyone else gets a `Result`.
 *
 * SECURITY: S17 SECURITY: S21
 */
export function createCallHandler({ router, windows, mayCall }: CallHandlerOptions) {
  return async (event: CallEvent, channel: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isTrustedSender(event, windows)) throw new Error('Calls are not accepted from here');
    const name = isChannelName(channel) ? channel : '';
    if (!mayCall(`${event.sender.id} ${name}`)) return failure('rate-limited');
    if (!isWithinLimits(input)) return failure('input-too-large');
    return router.handle(channel, input);
  };
}
