import type { MxHosts } from '../../tenant/records/domains.ts';
import type { Snapshot } from '../../tenant/snapshot.ts';
import { domainKey } from '../domains.ts';
import { cmdlet } from '../powerShell.ts';
import { readSource } from '../readNeeds.ts';
import { blocked, unknown } from './checklist.ts';
import type { StepContext, StepEvidence, StepFinding } from './checklist.ts';
import type { HostLook } from './hostLook.ts';

/** The look that a DANE check of the snapshot amounts to. */
function lookOf(host: MxHosts['hosts'][number], check: MxHosts): HostLook {
  const seen = check.certificates.find(({ hosts }) => hosts.includes(host.name));
  return {
    at: check.checkedAt,
    host: domainKey(host.name),
    addressStatus: host.addressStatus,
    tlsaStatus: host.tlsaStatus,
    owner: host.tlsaBase === null ? null : `_25._tcp.${host.tlsaBase}.`,
    tlsa: host.tlsa.map(({ record, usable, matches }) => ({ record, usable, matches })),
    ttl: null,
    publishedSince: null,
    verdict: host.verdict,
    certificate:
      seen === undefined
        ? null
        : { fingerprint: seen.fingerprint, publicKey: null, notAfter: seen.notAfter },
    withoutStartTls: host.findings.includes('starttls-not-offered'),
  };
}

/** The newest that is known of the mail server, live or from the snapshot; `null`: nothing. */
export function hostLook({ subject, snapshot, progress }: StepContext): HostLook | null {
  const live = progress.host;
  const kept = (snapshot === null ? null : readSource(snapshot, 'mxHosts'))?.flatMap((check) =>
    check.hosts.flatMap((host) => (domainKey(host.name) === subject ? [lookOf(host, check)] : [])),
  );
  const [first] = kept ?? [];
  if (first === undefined) return live;
  return live !== null && Date.parse(live.at) >= Date.parse(first.at) ? live : first;
}

/** The tenant's mail servers that are its own, as its MX records name them. */
export function ownHosts(snapshot: Snapshot): readonly string[] {
  const hosts = (readSource(snapshot, 'dns') ?? []).flatMap(({ mx }) =>
    mx.records.filter(({ isMicrosoft }) => !isMicrosoft).map(({ exchange }) => domainKey(exchange)),
  );
  return [...new Set(hosts)];
}

export function withHost(
  assess: (look: HostLook, context: StepContext) => StepFinding,
): (context: StepContext) => StepFinding {
  return (context) => {
    const look = hostLook(context);
    return look === null
      ? unknown('host-not-asked', { host: context.subject })
      : assess(look, context);
  };
}

export function certificateEvidence({ certificate, at, host }: HostLook): readonly StepEvidence[] {
  return certificate === null
    ? []
    : [{ what: `${host}:25, SHA-256`, value: certificate.fingerprint, at }];
}

export function tlsaEvidence({ tlsa, owner, host, at }: HostLook): readonly StepEvidence[] {
  return tlsa.map(({ record: { usage, selector, matchingType, data }, matches }) => ({
    what: `${owner ?? `_25._tcp.${host}.`} TLSA${matches === null ? '' : matches ? ' ✓' : ' ✗'}`,
    value: `${usage} ${selector} ${matchingType} ${data.slice(0, 128)}`,
    at,
  }));
}

export const isUnclearDns = ({ addressStatus, tlsaStatus }: HostLook): boolean =>
  [addressStatus, tlsaStatus].some((status) => status === 'bogus' || status === 'indeterminate');

/** Usable records that carry the certificate served, and those that don't. */
export function recordsOf({ tlsa }: HostLook) {
  const usable = tlsa.filter((view) => view.usable);
  return {
    usable,
    matching: usable.filter(({ matches }) => matches === true),
    others: usable.filter(({ matches }) => matches === false),
  };
}

const accepting: ReadonlySet<HostLook['verdict']> = new Set([
  'pass',
  'pass-with-warnings',
  'host-only',
]);

/** Whoever checks DANE accepts what the server shows, at every address and for every kind of key. */
export function isCovered(look: HostLook): boolean {
  return recordsOf(look).matching.length > 0 && accepting.has(look.verdict);
}

/** A step that could stop mail: not before the server was looked at, and the DNS answered. */
export function whenSeen(
  assess: (look: HostLook, context: StepContext) => StepFinding,
): (context: StepContext) => StepFinding {
  return (context) => {
    const look = hostLook(context);
    if (look === null) return blocked('host-not-asked', { host: context.subject });
    return isUnclearDns(look)
      ? blocked('dns-failed', {}, tlsaEvidence(look))
      : assess(look, context);
  };
}

/** The record that carries the key served now. */
export function wantedLine(look: HostLook): readonly string[] {
  const key = look.certificate?.publicKey ?? null;
  if (key === null) return [];
  const ttl = look.ttl === null ? '' : `${look.ttl} `;
  return [`${look.owner ?? `_25._tcp.${look.host}.`} ${ttl}IN TLSA 3 1 1 ${key}`];
}

/** Lists what an Exchange server has for the name, with the thumbprints that assigning one takes. */
export function exchangeCertificates({ subject }: StepContext): readonly string[] {
  return [cmdlet('Get-ExchangeCertificate', { DomainName: subject })];
}
