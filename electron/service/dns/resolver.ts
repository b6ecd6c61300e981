/** Where questions are sent, and how a person writes it. */
import { isIP } from 'node:net';
import { failure, success } from '../../../shared/errors.ts';
import { parseName } from './name.ts';
import { publicResolvers } from './publicResolvers.ts';
import type { Result } from '../../../shared/errors.ts';

export type Resolver = PlainResolver | TlsResolver | HttpsResolver;

interface ResolverBase {
  /** As the person named it. */
  readonly text: string;
  readonly port: number;
}

/** RFC 1035 §4.2, RFC 7766. UDP goes on over TCP where an answer is truncated. */
export interface PlainResolver extends ResolverBase {
  readonly protocol: 'udp' | 'tcp';
  /** An IP address, with a zone where it is link-local. */
  readonly address: string;
}

/** RFC 7858, RFC 8310. */
export interface TlsResolver extends ResolverBase {
  readonly protocol: 'tls';
  readonly address: string;
  /** What the certificate must name; `null`: the address itself. */
  readonly serverName: string | null;
}

/** RFC 8484. */
export interface HttpsResolver extends ResolverBase {
  readonly protocol: 'https';
  /** A name, or an IP address without brackets. */
  readonly host: string;
  readonly path: string;
  /** Where the host is; empty: the system's look-up tells. */
  readonly addresses: readonly string[];
}

export type ResolverProblem = 'scheme' | 'address' | 'port' | 'serverName' | 'url';

export const defaultPorts = { udp: 53, tcp: 53, tls: 853, https: 443 } as const;

const textMax = 512;
const addressPattern =
  /^(?<scheme>udp|tcp|tls):\/\/(?:\[(?<bracketed>[^\]]+)\]|(?<plain>[^:/#[\]]+))(?::(?<port>\d{1,5}))?(?:#(?<name>.+))?$/i;

function invalid(text: string, problem: ResolverProblem) {
  return failure('resolver-invalid', { resolver: text.slice(0, 120), problem });
}

function parsePort(digits: string | undefined, fallback: number): number | null {
  const port = digits === undefined ? fallback : Number(digits);
  return port >= 1 && port <= 65535 ? port : null;
}

/** The host name of a certificate: lower case, without the final dot. */
function parseServerName(text: string): string | null {
  const isHost = /^(?:[a-z0-9_-]+\.)*[a-z0-9_-]+\.?$/i.test(text);
  return isHost && isIP(text) === 0 && parseName(text).ok
    ? text.toLowerCase().replace(/\.$/, '')
    : null;
}

function parseAddressResolver(text: string): Result<Resolver> {
  const groups = addressPattern.exec(text)?.groups;
  if (groups === undefined) return invalid(text, 'address');
  const protocol = (groups['scheme'] ?? '').toLowerCase() as 'udp' | 'tcp' | 'tls';
  const address = groups['bracketed'] ?? groups['plain'] ?? '';
  if (isIP(address) !== (groups['bracketed'] === undefined ? 4 : 6)) {
    return invalid(text, 'address');
  }
  const port = parsePort(groups['port'], defaultPorts[protocol]);
  if (port === null) return invalid(text, 'port');
  const name = groups['name'];
  if (protocol !== 'tls') {
    return name === undefined
      ? success({ protocol, text, address, port })
      : invalid(text, 'address');
  }
  const serverName = name === undefined ? null : parseServerName(name);
  return name !== undefined && serverName === null
    ? invalid(text, 'serverName')
    : success({ protocol, text, address, port, serverName });
}

function parseHttpsResolver(text: string): Result<Resolver> {
  // A URI template (RFC 8484 §4.1) is the path with `{?dns}` behind it.
  const url = URL.parse(text.replace(/\{\?dns\}$/, ''));
  if (url === null || url.username !== '' || url.password !== '' || url.hash !== '') {
    return invalid(text, 'url');
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 && parseServerName(host) === null) return invalid(text, 'url');
  const port = parsePort(url.port === '' ? undefined : url.port, defaultPorts.https);
  if (port === null) return invalid(text, 'port');
  const path = `${url.pathname}${url.search}`;
  const known = publicResolvers.find((one) => one.host === host && one.port === port);
  return success({ protocol: 'https', text, host, port, path, addresses: known?.addresses ?? [] });
}

/**
 * Reads `udp://IP:PORT`, `tcp://IP:PORT`, `tls://IP:PORT#NAME` or `https://HOST/dns-query`; IPv6
 * addresses stand in brackets, ports default to 53, 53, 853 and 443. Errors: `resolver-invalid` with
 * a `ResolverProblem`.
 */
export function parseResolver(text: string): Result<Resolver> {
  const trimmed = text.trim();
  if (trimmed.length > textMax) return invalid(trimmed, 'url');
  if (/^https:\/\//i.test(trimmed)) return parseHttpsResolver(trimmed);
  if (/^(?:udp|tcp|tls):\/\//i.test(trimmed)) return parseAddressResolver(trimmed);
  return invalid(trimmed, 'scheme');
}
