import type { HttpsResolver } from './resolver.ts';

/** A public service that answers DNSSEC questions over HTTPS; used only when a person chooses it. */
export interface PublicResolver extends HttpsResolver {
  readonly id: string;
  readonly operator: string;
  /** Where its privacy policy stands. */
  readonly policy: string;
}

function publicResolver(
  id: string,
  operator: string,
  host: string,
  policy: string,
  addresses: readonly string[],
): PublicResolver {
  const path = '/dns-query';
  const text = `https://${host}${path}`;
  return { protocol: 'https', id, operator, policy, text, host, port: 443, path, addresses };
}

/**
 * Well-known ones, with the addresses that their operators publish, so that asking them needs no
 * look-up through the resolver that is to be replaced.
 */
export const publicResolvers: readonly PublicResolver[] = [
  publicResolver('quad9', 'Quad9', 'dns.quad9.net', 'https://quad9.net/privacy/policy/', [
    '9.9.9.9',
    '149.112.112.112',
    '2620:fe::fe',
    '2620:fe::9',
  ]),
  publicResolver(
    'cloudflare',
    'Cloudflare',
    'cloudflare-dns.com',
    'https://developers.cloudflare.com/1.1.1.1/privacy/public-dns-resolver/',
    ['1.1.1.1', '1.0.0.1', '2606:4700:4700::1111', '2606:4700:4700::1001'],
  ),
  publicResolver(
    'google',
    'Google',
    'dns.google',
    'https://developers.google.com/speed/public-dns/privacy',
    ['8.8.8.8', '8.8.4.4', '2001:4860:4860::8888', '2001:4860:4860::8844'],
  ),
];
