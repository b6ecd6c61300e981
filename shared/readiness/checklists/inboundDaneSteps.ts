/** How far a domain is on its way to inbound DANE, by its DNS and by what Exchange says of it. */
import { domainKey } from '../domains.ts';
import { blocked, done, open, unknown } from './checklist.ts';
import type { StepContext, StepFinding } from './checklist.ts';
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
import { evidenceOf, readFact } from './tenantFacts.ts';

/** Seconds. What is lower makes resolvers ask all the time. */
const lowTtl = 300;

/** The host to which mail moves, as the MX record or Exchange has it; `null`: neither names one. */
export function newHost(context: StepContext): string | null {
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
function whenSafe(assess: DnsAssess): (context: StepContext) => StepFinding {
  return (context) => {
    const look = domainLook(context);
    if (look === null) return blocked('dns-not-asked');
    return mailHosts(look).known
      ? assess(look, context)
      : blocked('dns-failed', {}, mxEvidence(look));
  };
}

export const zoneSigned = withDns((look) => {
  const evidence = zoneEvidence(look);
  const { status } = look.dns.zone;
  if (status === 'secure') return done('zone-signed', {}, evidence);
  if (status === 'insecure') return open('zone-unsigned', {}, evidence);
  return status === 'bogus'
    ? open('zone-bogus', {}, evidence)
    : unknown('dns-failed', {}, evidence);
});

export const stsReady = withDns((look, context) => {
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

export const ttlLowered = withMx((look) => {
  const { signed, old } = mailHosts(look);
  if (signed.length > 0 && old.length === 0) return done('mx-moved', {}, mxEvidence(look));
  if (look.mxTtl === null) return unknown('ttl-unknown');
  const ttl = look.mxTtl;
  const evidence = [{ what: `${look.dns.domain} MX TTL`, value: String(ttl), at: look.at }];
  return ttl <= lowTtl ? done('ttl-low', { ttl }, evidence) : open('ttl-high', { ttl }, evidence);
});

export function dnssecEnabled(context: StepContext): StepFinding {
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

export const mxAdded = withMx((look, context) => {
  const { signed } = mailHosts(look);
  const expected = expectedHost(context);
  const [host] = signed;
  const evidence = mxEvidence(look);
  if (host === undefined) return open('mx-missing', {}, evidence);
  if (expected === null) return unknown('mx-unconfirmed', { host }, evidence);
  return signed.includes(expected)
    ? done('mx-added', { host: expected }, evidence)
    : open('mx-other-host', { host: expected }, evidence);
});

/** Why mail that goes to the host alone would not arrive; `null`: nothing of that is seen. */
function movingDanger(look: DomainLook, host: string, context: StepContext): StepFinding | null {
  const expected = expectedHost(context);
  if (expected !== null && !mailHosts(look).signed.includes(expected)) {
    return blocked('mx-other-host', { host: expected }, mxEvidence(look));
  }
  const effect = stsEffect(look, host);
  const seen = [...mxEvidence(look), ...stsEvidence(look)];
  if (effect === 'refuses') return blocked('mta-sts-refuses', { host }, seen);
  return effect === 'unread' ? blocked('mta-sts-unread', {}, seen) : null;
}

export const mxPreferred = whenSafe((look, context) => {
  const { signed } = mailHosts(look);
  const evidence = mxEvidence(look);
  const [host] = signed;
  if (host === undefined) return open('mx-missing', {}, evidence);
  const first = Math.min(...look.dns.mx.records.map(({ preference }) => preference));
  const hosts = look.dns.mx.records.filter(({ preference }) => preference === first);
  return hosts.every(({ exchange }) => signed.includes(domainKey(exchange)))
    ? done('mx-preferred', {}, evidence)
    : (movingDanger(look, host, context) ?? open('mx-not-preferred', {}, evidence));
});

export const oldMxRemoved = whenSafe((look, context) => {
  const { signed, old } = mailHosts(look);
  const evidence = mxEvidence(look);
  const [host] = signed;
  if (host === undefined) return blocked('old-mx-only', {}, evidence);
  if (old.length === 0) return done('mx-moved', {}, evidence);
  return (
    movingDanger(look, host, context) ?? open('old-mx-there', { hosts: old.join(', ') }, evidence)
  );
});

export function tlsaSeen(context: StepContext): StepFinding {
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

export const stsFinal = withMx((look) => {
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
