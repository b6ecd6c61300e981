import { failure, success } from '../errors.ts';
import type { Result } from '../errors.ts';

export const protocols = ['tcp', 'udp', 'sctp'] as const;
export type Protocol = (typeof protocols)[number];

/** Where a TLS server listens: the two labels in front of a TLSA record's host (RFC 6698 §3). */
export interface ServicePort {
  readonly port: number;
  readonly protocol: Protocol;
}

/** Services to choose from; SMTP between servers is what DANE is used for most. */
export const servicePresets = [
  { id: 'smtp', port: 25, protocol: 'tcp' },
  { id: 'submission', port: 587, protocol: 'tcp' },
  { id: 'https', port: 443, protocol: 'tcp' },
  { id: 'imaps', port: 993, protocol: 'tcp' },
  { id: 'pop3s', port: 995, protocol: 'tcp' },
  { id: 'submissions', port: 465, protocol: 'tcp' },
] as const satisfies readonly (ServicePort & { readonly id: string })[];

/** Services that an owner name may name beyond the presets. */
const otherServices = [
  { id: 'imap', port: 143 },
  { id: 'pop3', port: 110 },
] as const;

export type ServiceId = (typeof servicePresets | typeof otherServices)[number]['id'];

/** The mail or web service of a port, whatever the protocol; `null` for any other port. */
export function serviceOfPort(port: number): ServiceId | null {
  return [...servicePresets, ...otherServices].find((each) => each.port === port)?.id ?? null;
}

/** Server-to-server SMTP, for which RFC 7672 narrows the rules. */
export function isSmtp(service: ServicePort): boolean {
  return service.port === 25 && service.protocol === 'tcp';
}

/** A port from 1 to 65535 in decimal. Error: `port-invalid`. */
export function parsePort(text: string): Result<number> {
  const port = /^\d{1,5}$/.test(text.trim()) ? Number(text) : 0;
  return port >= 1 && port <= 65_535
    ? success(port)
    : failure('port-invalid', { value: text.slice(0, 20) });
}

/** Seconds, as a DNS record carries them: 31 bits (RFC 2181 §8). Error: `ttl-invalid`. */
export function parseTtl(text: string): Result<number> {
  const ttl = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return ttl <= 2_147_483_647 ? success(ttl) : failure('ttl-invalid', { value: text.slice(0, 20) });
}
