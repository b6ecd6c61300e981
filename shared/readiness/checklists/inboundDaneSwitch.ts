import { domainKey } from '../domains.ts';
import { blocked, done, open, unknown } from './checklist.ts';
import type { StepContext, StepFinding } from './checklist.ts';
import {
  domainLook,
  mailHosts,
  mxEvidence,
  stsEffect,
  stsEvidence,
  zoneEvidence,
} from './domainFacts.ts';
import type { DomainLook } from './progress.ts';
import { evidenceOf, readFact } from './tenantFacts.ts';

/** Why mail would stop, or DANE be worth nothing, with it on; `null`: nothing of that is seen. */
function dangerOf(look: DomainLook): StepFinding | null {
  const { zone, mx } = look.dns;
  const { signed, old } = mailHosts(look);
  const seen = [...zoneEvidence(look), ...mxEvidence(look)];
  if (zone.status === 'bogus' || mx.status === 'bogus') return blocked('zone-bogus', {}, seen);
  if (zone.status === 'insecure' || mx.status === 'insecure') {
    return blocked('dane-without-dnssec', {}, seen);
  }
  if (signed.length === 0 || old.length > 0) return blocked('mx-not-moved', {}, seen);
  const host = signed.find((one) => stsEffect(look, one) === 'refuses');
  return host === undefined ? null : blocked('mta-sts-refuses', { host }, stsEvidence(look));
}

function isUnclear({ dns: { zone, mx } }: DomainLook): boolean {
  return zone.status === 'indeterminate' || mx.status === 'indeterminate';
}

/** Turning inbound DANE on: not before DNSSEC holds up the domain and its MX host. */
export function daneEnabled(context: StepContext): StepFinding {
  const look = domainLook(context);
  const danger = look === null || isUnclear(look) ? null : dangerOf(look);
  if (danger !== null) return danger;
  const unsafe =
    look === null ? blocked('dns-not-asked') : isUnclear(look) ? blocked('dns-failed') : null;
  const read = readFact(context, 'acceptedDomains', ['domainName', 'smtpDaneStatus']);
  if (!read.ok) return unsafe ?? read.finding;
  const own = read.data.find(({ domainName }) => domainKey(domainName ?? '') === context.subject);
  const value = own?.smtpDaneStatus ?? null;
  const evidence = [evidenceOf(read.entry, 'SmtpDaneStatus', value)];
  if (unsafe !== null) return { ...unsafe, evidence };
  if (value !== null && /^enabled$/i.test(value)) return done('dane-on', {}, evidence);
  if (value === null || !/^disabled$/i.test(value)) {
    return unknown('value-unknown', { property: 'SmtpDaneStatus', value: value ?? '–' }, evidence);
  }
  return open('dane-off', {}, evidence);
}
