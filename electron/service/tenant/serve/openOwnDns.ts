import { chooseResolvers } from '../../dns/chooseResolvers.ts';
import { openDnsTools } from '../openDnsTools.ts';
import { success } from '../../../../shared/errors.ts';
import type { CallNotes } from '../../noteCall.ts';
import type { OpenDnsTools } from '../openDnsTools.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { TenantWorld } from './tenantWorld.ts';

/**
 * The DNS by the app's own settings; `notes` hears of what a check of mail servers asks for. A machine without any resolver still reads what is not DNS.
 * Errors: `resolver-invalid`, those of trust anchors.
 */
export function openOwnDns(
  { ports, configuredResolvers, anchors }: TenantWorld,
  notes: CallNotes,
): Result<OpenDnsTools> {
  const resolvers = chooseResolvers(configuredResolvers());
  if (!resolvers.ok && resolvers.error.code !== 'resolver-unreachable') return resolvers;
  const trust = anchors();
  if (!trust.ok) return trust;
  const asked = resolvers.ok ? resolvers.value : [];
  return success(openDnsTools(asked, ports.clock, trust.value, notes));
}
