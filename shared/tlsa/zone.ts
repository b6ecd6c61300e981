import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { parseDomainName } from './domainName.ts';
import type { DomainName } from './domainName.ts';
import { shown } from './hostName.ts';

/**
 * The zone in which a host's records probably live: the host without its first label, or the host
 * itself where only a top-level domain would remain. A guess: zones end where their owner cut them.
 */
export function guessZone(host: DomainName): DomainName {
  return host.ascii.split('.').length > 2
    ? { ascii: withoutFirstLabel(host.ascii), unicode: withoutFirstLabel(host.unicode) }
    : host;
}

/**
 * The zone that the person names: the host itself (its apex) or any domain above it. Errors:
 * `zone-invalid` with a `problem` of `NameProblem`, `zone-not-parent`.
 */
export function parseZone(text: string, host: DomainName): Result<DomainName> {
  const outcome = parseDomainName(text);
  if (!outcome.ok) {
    return failure('zone-invalid', { suggestion: 'none', ...outcome.problem, value: shown(text) });
  }
  const zone = outcome.name;
  if (host.ascii !== zone.ascii && !host.ascii.endsWith(`.${zone.ascii}`)) {
    return failure('zone-not-parent', { zone: zone.unicode, host: host.unicode });
  }
  return success(zone);
}

/**
 * An absolute owner name (`_25._tcp.mail.example.com.`) as a DNS console of the zone wants it:
 * `_25._tcp.mail`, or `_25._tcp` for a host that is the zone's own name.
 */
export function relativeOwner(owner: string, zone: DomainName): string {
  const absolute = owner.replace(/\.$/, '');
  const suffix = `.${zone.ascii}`;
  return absolute.endsWith(suffix) ? absolute.slice(0, -suffix.length) : owner;
}

function withoutFirstLabel(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}
