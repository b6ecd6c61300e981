import { chooseResolvers } from '../../dns/chooseResolvers.ts';
import { openDnsTools } from '../openDnsTools.ts';
import { success } from '../../../../shared/errors.ts';
import type { OpenDnsTools } from '../openDnsTools.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { TenantWorld } from './tenantWorld.ts';

/**
 * The DNS by the app's own settings. A machine without any resolver still reads what is not DNS.
 * Errors: `resolver-invalid`, those of trust anchors.
 */
export function openOwnDns({
  ports,
  configuredResolvers,
  anchors,
}: TenantWorld): Result<OpenDnsTools> {
  const resolvers = chooseResolvers(configuredResolvers());
  if (!resolvers.ok && resolvers.error.code !== 'resolver-unreachable') return resolvers;
  const trust = anchors();
  if (!trust.ok) return trust;
  return success(openDnsTools(resolvers.ok ? resolvers.value : [], ports.clock, trust.value));
}
