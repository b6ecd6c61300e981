import { domainKey, isInitialDomain } from '../domains.ts';
import { cmdlet } from '../powerShell.ts';
import { readSource } from '../readNeeds.ts';
import { blocked, byHand, done, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import {
  domainLook,
  expectedHost,
  mailHosts,
  mxEvidence,
  stsEffect,
  stsEvidence,
  zoneEvidence,
} from './domainFacts.ts';
import type { DomainLook } from './progress.ts';
import { daneEnabled } from './inboundDaneSwitch.ts';
import { evidenceOf, readFact } from './tenantFacts.ts';

/** Seconds. What is lower makes resolvers ask all the time. */
const lowTtl = 300;
const movingTtl = 60;
/** Once nothing moves any more. */
const settledTtl = 3600;

/** The host to which mail moves, as the MX record or Exchange has it. */
function newHost(context: StepContext): string | null {
  const look = domainLook(context);
  const [signed] = look === null ? [] : mailHosts(look).signed;
  return signed ?? expectedHost(context);
}

type DnsAssess = (look: DomainLook, context: StepContext) => StepFinding;

function withDns(assess: DnsAssess): (context: StepContext) => StepFinding {
  return (context) => {
    const look = domainLook(context);
    return look === null ? unknown('dns-not-asked') : assess(look, context);
  };
}

function withMx(assess: DnsAssess): (context: StepContext) => StepFinding {
  return withDns((look, context) =>
    mailHosts(look).known ? assess(look, context) : unknown('dns-failed', {}, mxEvidence(look)),
  );
}

/** A step after which mail goes to the new host alone: not before it is known what that does. */
function whenSafe(
  assess: (look: DomainLook) => StepFinding,
): (context: StepContext) => StepFinding {
  return (context) => {
    const look = domainLook(context);
    if (look === null) return blocked('dns-not-asked');
    return mailHosts(look).known ? assess(look) : blocked('dns-failed', {}, mxEvidence(look));
  };
}

const zoneSigned = withDns((look) => {
  const evidence = zoneEvidence(look);
  const { status } = look.dns.zone;
  if (status === 'secure') return done('zone-signed', {}, evidence);
  if (status === 'insecure') return open('zone-unsigned', {}, evidence);
  return status === 'bogus'
    ? open('zone-bogus', {}, evidence)
    : unknown('dns-failed', {}, evidence);
});

const stsReady = withDns((look, context) => {
  const evidence = stsEvidence(look);
  const host = newHost(context);
  const effect = stsEffect(look, host ?? '');
  if (effect === 'unread') return unknown('mta-sts-unread', {}, evidence);
  if (effect === 'absent' || effect === 'testing') {
    return done('mta-sts-not-enforced', {}, evidence);
  }
  if (host === null) return open('mta-sts-enforced', {}, evidence);
  return effect === 'allows'
    ? done('mta-sts-allows', { host }, evidence)
    : open('mta-sts-refuses', { host }, evidence);
});

const ttlLowered = withMx((look) => {
  const { signed, old } = mailHosts(look);
  if (signed.length > 0 && old.length === 0) return done('mx-moved', {}, mxEvidence(look));
  if (look.mxTtl === null) return unknown('ttl-unknown');
  const ttl = look.mxTtl;
  const evidence = [{ what: `${look.dns.domain} MX TTL`, value: String(ttl), at: look.at }];
  return ttl <= lowTtl ? done('ttl-low', { ttl }, evidence) : open('ttl-high', { ttl }, evidence);
});

function dnssecEnabled(context: StepContext): StepFinding {
  const look = domainLook(context);
  const [signed] = look === null ? [] : mailHosts(look).signed;
  if (look !== null && signed !== undefined) {
    return done('mx-is-signed-host', { host: signed }, mxEvidence(look));
  }
  const read = readFact(context, 'dnssecStatus', ['dnssecFeatureStatus']);
  if (!read.ok) return read.finding;
  const own = read.data.find(({ domain }) => domainKey(domain) === context.subject);
  const value = own?.dnssecFeatureStatus ?? null;
  const evidence = [evidenceOf(read.entry, 'DnssecFeatureStatus', value)];
  if (value !== null && /^enabled$/i.test(value)) {
    return done('dnssec-enabled', { host: own?.expectedMx ?? '?' }, evidence);
  }
  return value !== null && /^disabled$/i.test(value)
    ? open('dnssec-disabled', {}, evidence)
    : unknown('value-unknown', { property: 'DnssecFeatureStatus', value: value ?? '–' }, evidence);
}

const mxAdded = withMx((look, context) => {
  const { signed } = mailHosts(look);
  const expected = expectedHost(context);
  const [host] = signed;
  const evidence = mxEvidence(look);
  if (host === undefined) return open('mx-missing', {}, evidence);
  return expected !== null && !signed.includes(expected)
    ? open('mx-other-host', { host: expected }, evidence)
    : done('mx-added', { host }, evidence);
});

/** What the MTA-STS policy does to mail that has to go to the host; `null`: nothing. */
function stsDanger(look: DomainLook, host: string): StepFinding | null {
  const effect = stsEffect(look, host);
  const seen = [...mxEvidence(look), ...stsEvidence(look)];
  if (effect === 'refuses') return blocked('mta-sts-refuses', { host }, seen);
  return effect === 'unread' ? blocked('mta-sts-unread', {}, seen) : null;
}

const mxPreferred = whenSafe((look) => {
  const { signed } = mailHosts(look);
  const evidence = mxEvidence(look);
  const [host] = signed;
  if (host === undefined) return open('mx-missing', {}, evidence);
  const first = Math.min(...look.dns.mx.records.map(({ preference }) => preference));
  const hosts = look.dns.mx.records.filter(({ preference }) => preference === first);
  return hosts.every(({ exchange }) => signed.includes(domainKey(exchange)))
    ? done('mx-preferred', {}, evidence)
    : (stsDanger(look, host) ?? open('mx-not-preferred', {}, evidence));
});

const oldMxRemoved = whenSafe((look) => {
  const { signed, old } = mailHosts(look);
  const evidence = mxEvidence(look);
  const [host] = signed;
  if (host === undefined) return blocked('old-mx-only', {}, evidence);
  if (old.length === 0) return done('mx-moved', {}, evidence);
  return stsDanger(look, host) ?? open('old-mx-there', { hosts: old.join(', ') }, evidence);
});

function tlsaSeen(context: StepContext): StepFinding {
  const host = newHost(context);
  const look = context.progress.host;
  if (host === null) return unknown('host-unknown');
  if (look === null || look.host !== host) return unknown('host-not-asked', { host });
  const value = `${look.tlsa.length} (${look.tlsaStatus ?? look.addressStatus})`;
  const evidence = [{ what: `_25._tcp.${host} TLSA`, value, at: look.at }];
  if (look.tlsaStatus === 'secure' && look.tlsa.length > 0) {
    return done('tlsa-published', { host, count: look.tlsa.length }, evidence);
  }
  const isKnown = look.tlsaStatus === 'secure' || look.tlsaStatus === 'insecure';
  return isKnown || look.addressStatus === 'insecure'
    ? open('tlsa-missing', { host }, evidence)
    : unknown('dns-failed', {}, evidence);
}

const stsFinal = withMx((look) => {
  const evidence = stsEvidence(look);
  const effects = look.dns.mx.records.map(({ exchange }) => ({
    host: domainKey(exchange),
    effect: stsEffect(look, domainKey(exchange)),
  }));
  const has = (effect: string) => effects.find((one) => one.effect === effect);
  if (effects.length === 0) return unknown('dns-failed', {}, mxEvidence(look));
  if (has('unread') !== undefined) return unknown('mta-sts-unread', {}, evidence);
  const refused = has('refuses');
  if (refused !== undefined) return open('mta-sts-refuses', { host: refused.host }, evidence);
  if (has('testing') !== undefined) return open('mta-sts-testing', {}, evidence);
  return has('absent') !== undefined
    ? done('mta-sts-absent', {}, evidence)
    : done('mta-sts-allows', { host: effects[0]?.host ?? '' }, evidence);
});

function mxLine(
  { subject }: StepContext,
  preference: number,
  host: string,
  ttl: number = movingTtl,
): string {
  return `${subject}. ${ttl} IN MX ${preference} ${host}.`;
}

function oldLines(context: StepContext, preference: number | null): readonly string[] {
  const look = domainLook(context);
  if (look === null) return [];
  const { old } = mailHosts(look);
  return look.dns.mx.records
    .filter(({ exchange }) => old.includes(domainKey(exchange)))
    .map((record) => mxLine(context, preference ?? record.preference, domainKey(record.exchange)));
}

function newLine(context: StepContext, preference: number, ttl?: number): readonly string[] {
  const host = newHost(context);
  return host === null ? [] : [mxLine(context, preference, host, ttl)];
}

/** The new host with one preference, what was there with another; nothing while there is no new host. */
function bothLines(context: StepContext, newest: number, former: number): readonly string[] {
  const line = newLine(context, newest);
  return line.length === 0 ? [] : [...line, ...oldLines(context, former)];
}

/** The record that announces a changed policy: its id is a new one. */
function stsLine(context: StepContext): readonly string[] {
  const look = domainLook(context);
  if (look?.dns.mtaSts.state !== 'found') return [];
  const id = context.at.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  return [`_mta-sts.${context.subject}. IN TXT "v=STSv1; id=${id}"`];
}

const mxTtl = (context: StepContext) => domainLook(context)?.mxTtl ?? null;
const named = (context: StepContext) => ({ DomainName: context.subject });
const ofDomain = ['domain'] as const;

const steps: readonly StepPlan[] = [
  { id: 'zone-signed', sources: [], looks: ofDomain, assess: zoneSigned },
  {
    id: 'mta-sts-ready',
    sources: ['dnssecStatus'],
    looks: ofDomain,
    assess: stsReady,
    records: stsLine,
    wait: (context) => domainLook(context)?.dns.mtaSts.maxAge ?? null,
  },
  {
    id: 'ttl-lowered',
    sources: [],
    looks: ofDomain,
    assess: ttlLowered,
    records: (context) => oldLines(context, null),
    wait: mxTtl,
  },
  {
    id: 'dnssec-enabled',
    sources: ['dnssecStatus'],
    looks: ofDomain,
    assess: dnssecEnabled,
    commands: (context) => [cmdlet('Enable-DnssecForVerifiedDomain', named(context))],
    rollback: (context) => [cmdlet('Disable-DnssecForVerifiedDomain', named(context))],
  },
  {
    id: 'mx-added',
    sources: ['dnssecStatus'],
    looks: ofDomain,
    assess: mxAdded,
    commands: (context) => [cmdlet('Get-DnssecStatusForVerifiedDomain', named(context))],
    records: (context) => newLine(context, 20),
    wait: mxTtl,
  },
  byHand('mx-tested'),
  {
    id: 'mx-preferred',
    sources: [],
    looks: ofDomain,
    assess: mxPreferred,
    records: (context) => bothLines(context, 0, 30),
    rollback: (context) => bothLines(context, 20, 0),
    wait: mxTtl,
  },
  {
    id: 'old-mx-removed',
    sources: [],
    looks: ofDomain,
    assess: oldMxRemoved,
    records: (context) => newLine(context, 0, settledTtl),
    rollback: (context) => oldLines(context, 30),
    wait: mxTtl,
  },
  {
    id: 'dane-enabled',
    sources: ['acceptedDomains'],
    looks: ofDomain,
    assess: daneEnabled,
    commands: (context) => [cmdlet('Enable-SmtpDaneInbound', named(context))],
    rollback: (context) => [cmdlet('Disable-SmtpDaneInbound', named(context))],
    wait: () => 30 * 60,
  },
  {
    id: 'tlsa-seen',
    sources: ['dnssecStatus'],
    looks: ['domain', 'host'],
    assess: tlsaSeen,
    commands: (context) => [cmdlet('Get-SmtpDaneInboundStatus', named(context))],
  },
  {
    id: 'mta-sts-final',
    sources: [],
    looks: ofDomain,
    assess: stsFinal,
    records: stsLine,
  },
];

/** Inbound DANE for a domain whose mail Exchange Online takes, in the order that Microsoft documents. */
export const checklist: Checklist = {
  id: 'inbound-dane',
  needs: 'domain',
  subjectSources: ['acceptedDomains'],
  subjects: (snapshot) =>
    (readSource(snapshot, 'acceptedDomains') ?? [])
      .map(({ domainName }) => domainKey(domainName ?? ''))
      .filter((name) => name !== '' && !isInitialDomain(name)),
  host: newHost,
  connects: false,
  steps,
};
