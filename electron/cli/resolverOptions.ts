/** `--resolver`, `--resolver-ca` and `--trust-anchor`: the same for every command that asks the DNS. */
import { X509Certificate } from 'node:crypto';
import { failure, success } from '../../shared/errors.ts';
import { chooseResolvers } from '../service/dns/chooseResolvers.ts';
import { createExchange, defaultTimeout } from '../service/dns/exchange.ts';
import { readTextFile } from './readTextFile.ts';
import type { Result } from '../../shared/errors.ts';
import type { ExchangeHandle } from '../service/dns/exchange.ts';
import type { OptionSpecs, OptionValues } from './command.ts';

export const resolverOptions = {
  resolver: {
    type: 'string',
    placeholder: 'URL',
    multiple: true,
    description: 'dns.option.resolver',
  },
  'resolver-ca': { type: 'string', placeholder: 'PEM', description: 'dns.option.resolver-ca' },
  'trust-anchor': { type: 'string', placeholder: 'FILE', description: 'dns.option.trust-anchor' },
} as const satisfies OptionSpecs;

export type ResolverOptionValues = OptionValues<typeof resolverOptions>;

async function readResolverCa(file: string | null): Promise<Result<string | null>> {
  if (file === null) return success(null);
  const pem = await readTextFile(file);
  if (!pem.ok) return pem;
  return isCertificate(pem.value) ? pem : failure('certificate-none-found', { name: file });
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

/**
 * Opens the way to the resolvers that the options name; the caller closes it. `timeout` bounds one
 * question, milliseconds.
 */
export async function openExchange(
  values: ResolverOptionValues,
  timeout: number = defaultTimeout,
): Promise<Result<ExchangeHandle>> {
  const resolvers = chooseResolvers(values.resolver);
  if (!resolvers.ok) return resolvers;
  const ca = await readResolverCa(values['resolver-ca']);
  if (!ca.ok) return ca;
  return success(createExchange({ resolvers: resolvers.value, resolverCa: ca.value, timeout }));
}
