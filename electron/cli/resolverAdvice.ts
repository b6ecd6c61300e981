import { publicResolvers } from '../service/dns/publicResolvers.ts';
import { selfTest } from '../service/dns/selfTest.ts';
import { systemResolvers } from '../service/dns/systemResolvers.ts';
import type { Resolver } from '../service/dns/resolver.ts';
import type { ResolverOptionValues } from './resolverOptions.ts';
import type { Words } from './words.ts';

/**
 * For a question that came to nothing over the system's resolver: what is wrong with that resolver,
 * and which to name instead. `null` when a resolver was named, or when nothing is wrong with it. Asks
 * some questions more, for at most some seconds.
 */
export async function resolverAdvice(
  values: ResolverOptionValues,
  words: Words,
  signal: AbortSignal,
  system: readonly Resolver[] = systemResolvers(),
): Promise<string | null> {
  const [resolver] = system;
  if (values.resolver.length > 0 || resolver === undefined) return null;
  const { usable, verdict } = await selfTest(resolver, { resolverCa: null, signal });
  if (usable || signal.aborted) return null;
  return words('dns.cli.resolver-advice', {
    resolver: resolver.text,
    verdict: words(`dns.self-test.verdict.${verdict}`),
    example: publicResolvers.map(({ text }) => `--resolver ${text}`)[0] ?? '',
  });
}
