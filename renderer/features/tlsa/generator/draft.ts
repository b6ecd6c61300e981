import { success } from '../../../../shared/errors.ts';
import { guessZone, parseZone } from '../../../../shared/tlsa/zone.ts';
import { parseDomainName } from '../../../../shared/tlsa/domainName.ts';
import { parseHostName } from '../../../../shared/tlsa/hostName.ts';
import { parsePort, parseTtl, servicePresets } from '../../../../shared/tlsa/service.ts';
import { tlsaOwner } from '../../../../shared/tlsa/owner.ts';
import type { AppError, Result } from '../../../../shared/errors.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { CertificateUsage, MatchingType, Selector } from '../../../../shared/tlsa/record.ts';
import type { DomainName } from '../../../../shared/tlsa/domainName.ts';
import type { RecordFormat } from '../../../../shared/tlsa/formats/formatRecords.ts';
import type { Protocol, ServicePort } from '../../../../shared/tlsa/service.ts';

/** The form as the person left it: texts as typed, choices as chosen. */
export interface Draft {
  readonly port: string;
  readonly protocol: Protocol;
  readonly host: string;
  /** Whether the person typed the host; a suggestion never replaces that. */
  readonly hostTyped: boolean;
  /** `null` or empty: guessed from the host. */
  readonly zone: string | null;
  /** Empty: the zone's own. */
  readonly ttl: string;
  readonly usage: CertificateUsage;
  readonly selector: Selector;
  readonly matchingType: MatchingType;
  /** Fingerprint of the CA certificate for usages 0 and 2; `null`: the next above the certificate. */
  readonly anchor: string | null;
  /** The form in which the record is taken away. */
  readonly format: RecordFormat;
  /** Azure's; empty: not known. */
  readonly resourceGroup: string;
}

export const initialDraft: Draft = {
  port: '25',
  protocol: 'tcp',
  host: '',
  hostTyped: false,
  zone: null,
  ttl: '3600',
  usage: 3,
  selector: 1,
  matchingType: 1,
  anchor: null,
  format: 'zone',
  resourceGroup: '',
};

/** Where a record is published, read from the form. */
export interface Place {
  /** Absolute, with trailing dot: `_25._tcp.mail.example.com.`. */
  readonly owner: string;
  readonly service: ServicePort;
  readonly host: DomainName;
  readonly zone: DomainName;
  /** Seconds; `null`: the zone's own. */
  readonly ttl: number | null;
}

/** What the form says of each field: its value, or why it can't be read. */
export interface DraftReading {
  readonly port: Result<number>;
  readonly host: Result<DomainName>;
  /** `null` while there is no host to compare with. */
  readonly zone: Result<DomainName> | null;
  readonly ttl: Result<number | null>;
}

export function readDraft(draft: Draft): DraftReading {
  const host = parseHostName(draft.host);
  return {
    port: parsePort(draft.port),
    host,
    zone: host.ok ? readZone(draft.zone, host.value) : null,
    ttl: draft.ttl.trim() === '' ? success(null) : parseTtl(draft.ttl),
  };
}

function readZone(zone: string | null, host: DomainName): Result<DomainName> {
  return (zone ?? '').trim() === '' ? success(guessZone(host)) : parseZone(zone ?? '', host);
}

/** The place, or the first field's error. */
export function placeOf(draft: Draft): Result<Place> {
  const { port, host, ttl } = readDraft(draft);
  if (!host.ok) return host;
  if (!port.ok) return port;
  if (!ttl.ok) return ttl;
  const zone = readZone(draft.zone, host.value);
  if (!zone.ok) return zone;
  const service = { port: port.value, protocol: draft.protocol };
  const owner = tlsaOwner(service, host.value);
  if (!owner.ok) return owner;
  return success({
    owner: owner.value,
    service,
    host: host.value,
    zone: zone.value,
    ttl: ttl.value,
  });
}

/** The preset that the form's port and protocol are, or `own`. */
export function presetOf({ port, protocol }: Pick<Draft, 'port' | 'protocol'>): string {
  const found = servicePresets.find(
    (preset) => String(preset.port) === port.trim() && preset.protocol === protocol,
  );
  return found?.id ?? 'own';
}

/** A certificate's names that a record may stand under, likely mail hosts first. */
export function hostSuggestions(certificate: Certificate): readonly DomainName[] {
  const names = certificate.subjectAlternativeNames
    .filter(({ type }) => type === 'dns')
    .map(({ value }) => value);
  const candidates = names.length > 0 ? names : [certificate.commonName ?? ''];
  const found = new Map<string, DomainName>();
  for (const candidate of candidates) {
    const outcome = parseDomainName(candidate);
    if (outcome.ok && outcome.name.ascii.includes('.')) found.set(outcome.name.ascii, outcome.name);
  }
  return [...found.values()].toSorted((a, b) => mailLikelihood(a) - mailLikelihood(b));
}

const mailLabels = /^(?:mx|smtp|mail|edge|mta|relay|gateway|gw|in)[\d-]*\./;

/** Lower is likelier; stable for the rest, so that the certificate's own order stays. */
function mailLikelihood({ ascii }: DomainName): number {
  if (mailLabels.test(ascii)) return 0;
  return /^(?:autodiscover|www)\./.test(ascii) ? 2 : 1;
}

/** Fills in the host that the certificate suggests, unless the person typed one. */
export function suggestDraft(draft: Draft, certificate: Certificate): Draft {
  const [host] = hostSuggestions(certificate);
  const fresh = { ...draft, anchor: null };
  return draft.hostTyped || host === undefined ? fresh : { ...fresh, host: host.unicode };
}

/** The error to show under a field, or `null`. */
export function fieldError(result: Result<unknown> | null): AppError | null {
  return result === null || result.ok || isBlank(result.error) ? null : result.error;
}

/** Whether the error is only that nothing was typed yet, which is no mistake. */
export function isBlank({ code, params }: AppError): boolean {
  return params['problem'] === 'empty' || (code === 'port-invalid' && params['value'] === '');
}
