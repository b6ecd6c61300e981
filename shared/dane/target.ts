import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { parseServerName } from './serverName.ts';
import { serviceKinds } from './services.ts';
import type { CheckService } from './services.ts';

/** What is to be checked, read from text. */
export interface TargetText {
  /** As results call it: the domain, or `host:port`. */
  readonly label: string;
  /** Lower-case A-labels without final dot. */
  readonly name: string;
  readonly port: number;
}

function invalid(target: string, problem: string): Result<never> {
  return failure('target-invalid', { target: target.slice(0, 100), problem });
}

/** Out of a mail address, `mailto:` and a web address too: people paste what they have at hand. */
function hostPart(text: string): string {
  const trimmed = text.trim().replace(/^mailto:/i, '');
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]+)/i.exec(trimmed)?.[1];
  const host = url ?? trimmed;
  return host.includes('@') ? host.slice(host.lastIndexOf('@') + 1).replace(/[>\s].*$/, '') : host;
}

/** An address of either kind, bare or in brackets, as an address literal, with or without port. */
function isAddress(host: string): boolean {
  if (/^\[.*\](?::\d*)?$/.test(host)) return true;
  const colons = host.split(':').length - 1;
  const looksLikeIpv6 = colons > 1 && /^(?:IPv6:)?[\da-f:.]+(?:%.*)?$/i.test(host);
  return looksLikeIpv6 || /^\d{1,3}(?:\.\d{1,3}){3}(?::\d*)?$/.test(host);
}

/**
 * Reads what a person wants checked: for `smtp` a mail domain or an address in it, else a host with
 * or without port. Error: `target-invalid`.
 */
export function parseTarget(text: string, service: CheckService): Result<TargetText> {
  const host = hostPart(text);
  if (host === '') return invalid(text, 'empty');
  if (isAddress(host)) return invalid(text, 'address');
  const [, namePart = host, portText] = /^(.*?)(?::(\d{1,5}))?$/s.exec(host) ?? [];
  const usual = serviceKinds[service].port;
  if (service === 'smtp' && portText !== undefined) return invalid(text, 'port');
  const port = portText === undefined ? usual : Number(portText);
  if (port === null) return invalid(text, 'portMissing');
  if (port < 1 || port > 65_535) return invalid(text, 'port');
  const ascii = parseServerName(namePart);
  if (!ascii.ok) {
    return invalid(text, ascii.error.params['problem'] === 'ipAddress' ? 'address' : 'name');
  }
  const name = ascii.value;
  return success({ label: service === 'smtp' ? name : `${name}:${port}`, name, port });
}
