import { isIP } from 'node:net';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { parseServerName } from '../../../../shared/dane/serverName.ts';
import { serviceKinds } from '../../../../shared/dane/services.ts';
import type { CheckService } from '../../../../shared/dane/services.ts';
import { parseName } from '../../dns/name.ts';
import type { DomainName } from '../../dns/types.ts';

export interface CheckTarget {
  /** As results call it: the domain, or `host:port`. */
  readonly label: string;
  readonly name: DomainName;
  readonly nameText: string;
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

/**
 * Reads what a person wants checked: for `smtp` a mail domain or an address in it, else a host with
 * or without port. Error: `target-invalid`.
 */
export function checkTarget(text: string, service: CheckService): Result<CheckTarget> {
  const host = hostPart(text);
  if (host === '') return invalid(text, 'empty');
  const bare = host.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^IPv6:/i, '');
  if (isIP(bare) !== 0 || isIP(host.replace(/:\d+$/, '')) !== 0) return invalid(text, 'address');
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
  const name = parseName(ascii.value);
  if (!name.ok) return invalid(text, 'name');
  return success({
    label: service === 'smtp' ? ascii.value : `${ascii.value}:${port}`,
    name: name.value,
    nameText: ascii.value,
    port,
  });
}
