import { assertNever } from '../../assertNever.ts';
import { domainKey } from '../domains.ts';
import { blocked, byHand, done, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import {
  certificateEvidence,
  exchangeCertificates,
  hostLook,
  ownHosts,
  recordsOf,
  tlsaEvidence,
  wantedLine,
  whenSeen,
  withHost,
} from './hostFacts.ts';
import { readFact } from './tenantFacts.ts';

const zoneSigned = withHost(({ addressStatus, host, at }) => {
  const evidence = [{ what: `${host} A, AAAA`, value: addressStatus, at }];
  if (addressStatus === 'secure') return done('host-signed', {}, evidence);
  if (addressStatus === 'insecure') return open('host-unsigned', { host }, evidence);
  return addressStatus === 'bogus'
    ? open('zone-bogus', {}, evidence)
    : unknown('dns-failed', {}, evidence);
});

const certificateServed = withHost((look) => {
  const { certificate, host, withoutStartTls } = look;
  if (certificate !== null) {
    const date = certificate.notAfter?.slice(0, 10) ?? '–';
    return done('certificate-seen', { host, date }, certificateEvidence(look));
  }
  return withoutStartTls ? open('starttls-missing', { host }) : unknown('host-silent', { host });
});

const tlsaPublished = whenSeen((look) => {
  const { host } = look;
  const evidence = [...tlsaEvidence(look), ...certificateEvidence(look)];
  if (look.withoutStartTls) return blocked('starttls-missing', { host }, evidence);
  if (look.certificate === null) return unknown('host-silent', { host }, evidence);
  const { usable, matching } = recordsOf(look);
  if (look.tlsaStatus !== 'secure' || usable.length === 0) {
    return open('tlsa-missing', { host }, evidence);
  }
  return matching.length > 0
    ? done('tlsa-matches', { host }, evidence)
    : open('tlsa-no-match', { host }, evidence);
});

/** Every MX record that leads to the host has to be signed, or anyone could lead elsewhere. */
function mxSigned(context: StepContext): StepFinding {
  const read = readFact(context, 'dns', []);
  if (!read.ok) return read.finding;
  const domains = read.data.filter(({ mx }) =>
    mx.records.some(({ exchange }) => domainKey(exchange) === context.subject),
  );
  const at = read.entry.at ?? '';
  const evidence = domains.map(({ domain, mx }) => ({
    what: `${domain} MX`,
    value: mx.status,
    at,
  }));
  const domainsIn = (status: string) => domains.filter(({ mx }) => mx.status === status);
  const [unsigned] = [...domainsIn('insecure'), ...domainsIn('bogus')];
  if (unsigned !== undefined) return open('mx-unsigned', { domain: unsigned.domain }, evidence);
  if (domains.length === 0) return unknown('mx-not-found', { host: context.subject });
  return domainsIn('indeterminate').length > 0 || !read.whole
    ? unknown('dns-failed', {}, evidence)
    : done('mx-signed', { domains: domains.map(({ domain }) => domain).join(', ') }, evidence);
}

const danePasses = withHost((look) => {
  const { verdict, host, at } = look;
  const evidence = verdict === null ? [] : [{ what: `${host}:25 DANE`, value: verdict, at }];
  switch (verdict) {
    case 'pass':
    case 'pass-with-warnings':
      return done('dane-passes', { host }, evidence);
    case 'fail':
      return open('dane-fails', { host }, evidence);
    case 'no-dane':
    case 'tls-only':
      return open('tlsa-missing', { host }, evidence);
    case 'host-only':
      return open('mx-unsigned', { domain: host }, evidence);
    case 'defer':
      return unknown('dns-failed', {}, evidence);
    case 'unreachable':
    case null:
      return unknown('host-silent', { host }, evidence);
    default:
      return assertNever(verdict, 'verdict of a host');
  }
});

const ofHost = ['host'] as const;
const records = (context: StepContext) => {
  const look = hostLook(context);
  return look === null ? [] : wantedLine(look);
};

const steps: readonly StepPlan[] = [
  { id: 'zone-signed', sources: ['mxHosts'], looks: ofHost, assess: zoneSigned },
  { id: 'mx-signed', sources: ['dns'], looks: [], assess: mxSigned },
  {
    id: 'certificate-served',
    sources: ['mxHosts'],
    looks: ofHost,
    assess: certificateServed,
    commands: exchangeCertificates,
  },
  {
    id: 'tlsa-published',
    sources: ['mxHosts'],
    looks: ofHost,
    assess: tlsaPublished,
    records,
    wait: (context) => hostLook(context)?.ttl ?? null,
  },
  { id: 'dane-passes', sources: ['mxHosts'], looks: ofHost, assess: danePasses },
  byHand('watched'),
];

/** DANE for a mail server of one's own. */
export const checklist: Checklist = {
  id: 'own-server-dane',
  needs: 'host',
  subjectSources: ['dns'],
  subjects: ownHosts,
  host: ({ subject }) => subject,
  connects: true,
  steps,
};
