import { appError } from '../../shared/errors.ts';
import type { AppError } from '../../shared/errors.ts';

/** Codes of OpenSSL and Chromium that say "I don't trust this certificate". */
const untrusted =
  /^(?:CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF))|ERR_CERT_/;
const late = /^(?:ETIMEDOUT|ESOCKETTIMEDOUT|UND_ERR_\w*TIMEOUT)$|ERR_(?:CONNECTION_)?TIMED_OUT/;
/** A proxy that wants credentials: Chromium has a code for it, Node the status in its message. */
const proxyWantsCredentials = /ERR_PROXY_AUTH|ERR_PROXY_TUNNEL.*\b407\b/s;

/** Why a `Fetch` rejected, for a person. `cancelled` where the caller's signal ended it. */
export function networkError(error: unknown, url: string): AppError {
  const host = URL.canParse(url) ? new URL(url).host : '';
  const { name, code, message } = facts(error);
  if (name === 'AbortError') return appError('cancelled');
  if (name === 'TimeoutError' || late.test(code)) return appError('network-timeout', { host });
  if (untrusted.test(code)) return appError('network-untrusted', { host, problem: code });
  if (proxyWantsCredentials.test(`${code} ${message}`)) return appError('network-proxy', { host });
  return appError('network-unreachable', { host });
}

/** Chromium puts its code in the message (`net::ERR_CERT_AUTHORITY_INVALID`), fetch in a cause. */
function facts(error: unknown): {
  readonly name: string;
  readonly code: string;
  readonly message: string;
} {
  if (!(error instanceof Error)) return { name: '', code: '', message: '' };
  const { name, message, cause } = error;
  const { code } = error as { readonly code?: unknown };
  const chromium = /net::(ERR_\w+)/.exec(message)?.[1];
  if (typeof code === 'string' && code !== 'ABORT_ERR') return { name, code, message };
  if (chromium !== undefined) return { name, code: chromium, message };
  return cause instanceof Error ? facts(cause) : { name, code: '', message };
}
