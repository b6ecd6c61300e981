import { domainKey, isInitialDomain } from '../domains.ts';
import { cmdlet } from '../powerShell.ts';
import { readSource } from '../readNeeds.ts';
import { byHand } from './checklist.ts';
import type { Checklist, StepContext, StepPlan } from './checklist.ts';
import { domainLook, mailHosts } from './domainFacts.ts';
import {
  dnssecEnabled,
  mxAdded,
  mxPreferred,
  newHost,
  oldMxRemoved,
  stsFinal,
  stsReady,
  tlsaSeen,
  ttlLowered,
  zoneSigned,
} from './inboundDaneSteps.ts';
import { daneEnabled } from './inboundDaneSwitch.ts';

/** Seconds, while something moves. */
const movingTtl = 60;
/** Once nothing moves any more. */
const settledTtl = 3600;

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
