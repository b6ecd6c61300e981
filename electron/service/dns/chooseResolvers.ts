import { failure, success } from '../../../shared/errors.ts';
import { parseResolver } from './resolver.ts';
import { systemResolvers } from './systemResolvers.ts';
import type { Result } from '../../../shared/errors.ts';
import type { Resolver } from './resolver.ts';

/**
 * The resolvers that a person named, in that order, or the system's when none is named. Errors:
 * `resolver-invalid`; `resolver-unreachable` when the system has none.
 */
export function chooseResolvers(texts: readonly string[]): Result<readonly Resolver[]> {
  const resolvers: Resolver[] = [];
  for (const text of texts) {
    const resolver = parseResolver(text);
    if (!resolver.ok) return resolver;
    resolvers.push(resolver.value);
  }
  if (texts.length > 0) return success(resolvers);
  const system = systemResolvers();
  return system.length > 0 ? success(system) : failure('resolver-unreachable', { resolver: '' });
}
