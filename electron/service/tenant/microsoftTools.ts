import { createExchangeClient } from '../exchange/exchangeClient.ts';
import { createGraphClient } from '../graph/graphClient.ts';
import { createRollingBudget } from '../microsoft/rollingBudget.ts';
import { realTiming } from '../microsoft/timing.ts';
import type { MicrosoftTools } from './source.ts';
import type { RecordOutsideCall } from '../outsideCalls.ts';
import type { RollingBudget } from '../microsoft/rollingBudget.ts';
import type { TenantSession } from '../identity/types.ts';
import type { Timing } from '../microsoft/timing.ts';

export interface ToolsOptions {
  readonly session: TenantSession;
  readonly clock: () => Date;
  readonly record: RecordOutsideCall;
  readonly traceBudget: RollingBudget;
  readonly timing?: Timing;
  /** Milliseconds for one answer; each API has its own when absent. */
  readonly timeout?: number;
}

/**
 * Microsoft takes 100 requests for message traces in five minutes from a tenant, the administrator's own
 * ones included, so that the app leaves some to spare. Lasts as long as the app runs.
 */
export function createTraceBudgets(
  now: () => number = realTiming.now,
): (tenantId: string) => RollingBudget {
  const budgets = new Map<string, RollingBudget>();
  return (tenantId) => {
    const budget = budgets.get(tenantId) ?? createRollingBudget(90, 300_000, now);
    budgets.set(tenantId, budget);
    return budget;
  };
}

export function microsoftTools({ timing = realTiming, ...options }: ToolsOptions): MicrosoftTools {
  return {
    exchange: createExchangeClient({ ...options, timing }),
    graph: createGraphClient({ ...options, timing }),
    traceBudget: options.traceBudget,
  };
}
