import { createDemoSession } from './demoSession.ts';
import { createRollingBudget } from '../../microsoft/rollingBudget.ts';
import { microsoftTools } from '../../tenant/microsoftTools.ts';
import { openDemoDns } from './demoDns.ts';
import { realTiming } from '../../microsoft/timing.ts';
import type { MicrosoftTools } from '../../tenant/source.ts';
import type { OpenDnsTools } from '../../tenant/openDnsTools.ts';
import type { RecordOutsideCall } from '../../outsideCalls.ts';
import type { TenantSession } from '../../identity/types.ts';

export interface DemoTenant {
  readonly session: TenantSession;
  readonly microsoft: MicrosoftTools;
  /** To be closed. */
  readonly dns: OpenDnsTools;
}

/** Contoso, read by the same clients and the same sources as a true tenant. */
export async function openDemoTenant(
  clock: () => Date,
  record: RecordOutsideCall,
): Promise<DemoTenant> {
  const session = createDemoSession(clock);
  const traceBudget = createRollingBudget(90, 300_000, realTiming.now);
  return {
    session,
    microsoft: microsoftTools({ session, clock, record, traceBudget }),
    dns: await openDemoDns(clock),
  };
}
