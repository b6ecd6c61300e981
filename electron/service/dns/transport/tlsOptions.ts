import { isIP } from 'node:net';
import { reasonOfError } from './transport.ts';
import type { ConnectionOptions } from 'node:tls';
import type { DnsFailureReason } from '../types.ts';

const unreachableCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EACCES',
  'EPERM',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Before the handshake is done, what is no fault of the way there is one of TLS. */
export function reasonOfTlsError(error: unknown, isReady: boolean): DnsFailureReason {
  const code = (error as { readonly code?: unknown } | null)?.code;
  return isReady || unreachableCodes.has(code) ? reasonOfError(error) : 'tls-failed';
}

/**
 * What a resolver's TLS must be: TLS 1.2 at least, a path to a root, the certificate names
 * `serverName` (RFC 8310 §8.1). `ca`, PEM, replaces the roots of the runtime.
 */
export function tlsOptions(serverName: string, ca: string | null): ConnectionOptions {
  return {
    ...(isIP(serverName) === 0 ? { servername: serverName } : {}),
    ...(ca === null ? {} : { ca }),
    minVersion: 'TLSv1.2',
    rejectUnauthorized: true,
  };
}
