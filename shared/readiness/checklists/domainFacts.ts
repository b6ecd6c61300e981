import { stsAllows } from '../../dane/mtaSts.ts';
import { domainKey } from '../domains.ts';
import { isSignedHost, isStsUnread } from '../inboundDane.ts';
import { readSource } from '../readNeeds.ts';
import type { StepContext, StepEvidence } from './checklist.ts';
import type { DomainLook } from './progress.ts';

/** The newest that is known of the domain's DNS, live or from the snapshot; `null`: nothing. */
export function domainLook({ subject, snapshot, progress }: StepContext): DomainLook | null {
  const live = progress.domain;
  const dns =
    snapshot === null
      ? undefined
      : readSource(snapshot, 'dns')?.find(({ domain }) => domainKey(domain) === subject);
  const at = snapshot?.sources.find(({ id }) => id === 'dns')?.at ?? null;
  if (dns === undefined || at === null) return live;
  if (live !== null && Date.parse(live.at) >= Date.parse(at)) return live;
  return { at, dns, mxTtl: null };
}

export interface MailHosts {
  /** Hosts of Exchange Online that Microsoft signs. */
  readonly signed: readonly string[];
  /** Hosts of Exchange Online that it does not sign. */
  readonly old: readonly string[];
  /** The domain's MX answer is one to go by. */
  readonly known: boolean;
}

export function mailHosts({ dns: { mx } }: DomainLook): MailHosts {
  const hosts = mx.records.map(({ exchange }) => domainKey(exchange));
  const own = mx.records.filter(({ isMicrosoft }) => isMicrosoft);
  return {
    signed: hosts.filter((host) => isSignedHost(host)),
    old: own.map(({ exchange }) => domainKey(exchange)).filter((host) => !isSignedHost(host)),
    known: mx.status === 'secure' || mx.status === 'insecure',
  };
}

/** The host under mx.microsoft that Exchange names for the domain. It is never guessed. */
export function expectedHost({ subject, snapshot }: StepContext): string | null {
  const statuses = snapshot === null ? null : readSource(snapshot, 'dnssecStatus');
  const own = statuses?.find(({ domain }) => domainKey(domain) === subject);
  return own?.expectedMx == null ? null : domainKey(own.expectedMx);
}

/**
 * What the domain's MTA-STS policy does to a host: `absent`: there is none in force that could matter;
 * `testing`: it is only tried out.
 */
export type StsEffect = 'absent' | 'testing' | 'allows' | 'refuses' | 'unread';

export function stsEffect({ dns }: DomainLook, host: string): StsEffect {
  const { state, mode, mx } = dns.mtaSts;
  if (isStsUnread(dns)) return 'unread';
  if (state !== 'found' || mode === 'none') return 'absent';
  if (mode === 'testing') return 'testing';
  return stsAllows(mx, host) ? 'allows' : 'refuses';
}

export function zoneEvidence({ dns, at }: DomainLook): readonly StepEvidence[] {
  return [{ what: `${dns.domain} SOA`, value: dns.zone.status, at }];
}

export function mxEvidence({ dns, at }: DomainLook): readonly StepEvidence[] {
  const { records, status } = dns.mx;
  const text = records.map(({ preference, exchange }) => `${preference} ${exchange}`).join(', ');
  return [{ what: `${dns.domain} MX (${status})`, value: text, at }];
}

export function stsEvidence({ dns, at }: DomainLook): readonly StepEvidence[] {
  const { state, mode, mx } = dns.mtaSts;
  const value = state === 'found' ? [mode ?? '', ...mx].join(' ') : state;
  return [{ what: `mta-sts.${dns.domain}`, value, at }];
}
