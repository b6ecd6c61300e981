import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';
import { nameOctetsMax } from './domainName.ts';
import type { DomainName } from './domainName.ts';
import { shown } from './hostName.ts';
import { protocols } from './service.ts';
import type { Protocol, ServicePort } from './service.ts';

/**
 * The owner name of a TLSA record (RFC 6698 §3), absolute: `_25._tcp.mail.example.com.`. A host so
 * long that the whole would not fit in the DNS is `host-invalid`.
 */
export function tlsaOwner(service: ServicePort, host: DomainName): Result<string> {
  const owner = `_${service.port}._${service.protocol}.${host.ascii}`;
  if (owner.length > nameOctetsMax) {
    return failure('host-invalid', {
      problem: 'tooLong',
      octets: owner.length,
      suggestion: 'none',
      value: shown(host.ascii),
    });
  }
  return success(`${owner}.`);
}

/** What an owner name says. Wildcards stand for every port (`*._tcp`). */
export interface OwnerParts {
  readonly port: number | '*';
  readonly protocol: Protocol;
  /** Host name as written, without trailing dot. */
  readonly host: string;
}

/** `null`: not the owner name of a TLSA record. */
export function parseOwner(owner: string): OwnerParts | null {
  const match = /^(?:_(\d{1,5})|\*)\._([a-z]+)\.([^.].*?)\.?$/i.exec(owner);
  if (match === null) return null;
  const port = match[1] === undefined ? '*' : Number(match[1]);
  const protocol = protocols.find((known) => known === match[2]?.toLowerCase());
  if (protocol === undefined || (port !== '*' && (port < 1 || port > 65_535))) return null;
  return { port, protocol, host: match[3] ?? '' };
}
