import { demoTenantId } from '../../../../shared/tenant/demo.ts';
import { success } from '../../../../shared/errors.ts';
import { auditedDns } from '../auditedDns.ts';
import { openOwnDns } from './openOwnDns.ts';
import { recorder } from './gatherTenant.ts';
import type { OpenDnsTools } from '../openDnsTools.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { TenantWorld } from './tenantWorld.ts';

/**
 * The road to the DNS and to mail servers for one tenant, or for none: its own of the demo tenant, which
 * leads to nothing outside. To be closed. Errors: those of `openOwnDns`.
 */
export async function openLookTools(
  world: TenantWorld,
  key: string | null,
): Promise<Result<OpenDnsTools>> {
  if (key === demoTenantId) return success((await world.openDemo()).dns);
  const notes = { tenantId: key, clock: world.ports.clock, record: recorder(world) };
  const own = openOwnDns(world, notes);
  if (!own.ok) return own;
  const tools = own.value;
  return success({
    ...auditedDns(tools, notes),
    [Symbol.dispose]: () => tools[Symbol.dispose](),
  });
}
