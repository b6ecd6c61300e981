import { failure, success } from '../../../../shared/errors.ts';
import { microsoftTools } from '../microsoftTools.ts';
import { readCoverage } from '../preflight/readCoverage.ts';
import { recorder } from './gatherTenant.ts';
import type { Asker } from '../preflight/readCoverage.ts';
import type { JobContext } from '../../jobs.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { RollingBudget } from '../../microsoft/rollingBudget.ts';
import type { TenantWorld } from './tenantWorld.ts';

/** Error: `account-unknown`. */
export async function coverageOf(
  world: TenantWorld,
  traceBudget: (tenantId: string) => RollingBudget,
  accountId: string | null,
  job: JobContext,
): Promise<Result<Output<'tenant.coverage'>>> {
  const { identity, ports } = world;
  job.progress(0, null);
  let asker: Asker | null = null;
  let cloud = identity.cloud().id;
  if (accountId !== null) {
    const opened = await identity.session(accountId);
    if (!opened.ok) return opened;
    const session = opened.value;
    cloud = session.cloud.id;
    const microsoft = microsoftTools({
      session,
      clock: ports.clock,
      record: recorder(world),
      traceBudget: traceBudget(session.account.tenantId),
    });
    asker = { session, microsoft };
  }
  const at = ports.clock().toISOString();
  const { sources, consent } = await readCoverage(cloud, asker, job.signal);
  if (job.signal.aborted) return failure('cancelled');
  for (const source of sources) job.item(source);
  return success({ at, sources: [...sources], consent: [...consent] });
}
