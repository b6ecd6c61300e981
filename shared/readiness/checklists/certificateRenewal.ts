import { blocked, byHand, done, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import {
  certificateEvidence,
  exchangeCertificates,
  hostLook,
  isCovered,
  isUnclearDns,
  ownHosts,
  recordsOf,
  tlsaEvidence,
  wantedLine,
  whenSeen,
  withHost,
} from './hostFacts.ts';
import type { HostLook } from './hostLook.ts';

/** The server shows another certificate than at the first look. */
function isSwapped(look: HostLook, { progress: { firstHost } }: StepContext): boolean {
  const [before, now] = [firstHost?.certificate, look.certificate];
  return before != null && now !== null && before.fingerprint !== now.fingerprint;
}

/** What keeps the app from judging; `null`: nothing. */
function unclear(look: HostLook): StepFinding | null {
  const { host } = look;
  const evidence = tlsaEvidence(look);
  if (isUnclearDns(look)) return unknown('dns-failed', {}, evidence);
  if (look.certificate === null) return unknown('host-silent', { host }, evidence);
  return null;
}

const evidenceOf = (look: HostLook) => [...tlsaEvidence(look), ...certificateEvidence(look)];

function recordPublished(look: HostLook, context: StepContext): StepFinding {
  const problem = unclear(look);
  if (problem !== null) return problem;
  const { host } = look;
  const evidence = evidenceOf(look);
  const { usable, matching, others } = recordsOf(look);
  if (isSwapped(look, context) && isCovered(look)) {
    return done('certificate-changed', { host }, evidence);
  }
  if (look.tlsaStatus !== 'secure' || usable.length === 0) {
    return open('tlsa-missing', { host }, evidence);
  }
  if (!isCovered(look)) return open('live-not-covered', { host }, evidence);
  if (others.length > 0) return done('next-record-there', { count: others.length }, evidence);
  return matching.some(({ record }) => record.usage === 2)
    ? open('issuer-record', { host }, evidence)
    : open('next-record-missing', { host }, evidence);
}

/** When old answers have left every cache: twice the TTL after the record came (RFC 7671 §8.1). */
function settledAt({ publishedSince, ttl }: HostLook): Date | null {
  if (publishedSince === null || ttl === null) return null;
  return new Date(Date.parse(publishedSince) + 2 * ttl * 1000);
}

function ttlWaited(look: HostLook, context: StepContext): StepFinding {
  const published = recordPublished(look, context);
  if (published.message?.code === 'certificate-changed' || published.state === 'unknown') {
    return published;
  }
  if (published.state !== 'done') {
    return open('wait-for-record', { host: look.host }, published.evidence);
  }
  const settled = settledAt(look);
  if (settled === null) return unknown('ttl-unknown', {}, published.evidence);
  const until = settled.toISOString();
  const evidence = [
    { what: `${look.owner ?? look.host} TTL`, value: String(look.ttl), at: look.at },
    { what: look.owner ?? look.host, value: look.publishedSince ?? '', at: look.at },
  ];
  return settled.getTime() <= context.at.getTime()
    ? done('ttl-waited', { until }, evidence)
    : open('ttl-running', { until }, evidence);
}

/** Refused until the next record is in every cache: whoever checks DANE would deliver nothing. */
function certificateSwapped(look: HostLook, context: StepContext): StepFinding {
  const problem = unclear(look);
  if (problem !== null) return problem;
  const { host } = look;
  const evidence = evidenceOf(look);
  const { usable } = recordsOf(look);
  const isDane = look.tlsaStatus === 'secure' && usable.length > 0;
  if (look.verdict === 'fail' || (isDane && !isCovered(look))) {
    return blocked('live-not-covered', { host }, evidence);
  }
  if (isSwapped(look, context)) return done('certificate-changed', { host }, evidence);
  if (look.tlsaStatus !== 'secure' || usable.length === 0) {
    return open('no-dane-to-keep', { host }, evidence);
  }
  const published = recordPublished(look, context);
  if (published.message?.code === 'issuer-record') return unknown('issuer-record', { host });
  if (published.state !== 'done') return blocked('next-record-missing', { host }, evidence);
  const waited = ttlWaited(look, context);
  // Nobody but the person may know how long the record has been there.
  const isWaited = waited.state === 'unknown' && context.progress.ticks['ttl-waited'] !== undefined;
  if (waited.state === 'done' || isWaited) return open('swap-now', { host }, evidence);
  return { ...waited, state: 'blocked' };
}

function oldRecordRemoved(look: HostLook, context: StepContext): StepFinding {
  const problem = unclear(look);
  if (problem !== null) return problem;
  const { host } = look;
  const evidence = evidenceOf(look);
  const { usable, matching, others } = recordsOf(look);
  if (!isCovered(look)) return blocked('live-not-covered', { host }, evidence);
  if (!isSwapped(look, context)) return blocked('not-swapped', { host }, evidence);
  if (others.length > 0) return open('old-record-there', { count: others.length }, evidence);
  return matching.length === usable.length
    ? done('old-record-gone', { host }, evidence)
    : unknown('host-silent', { host }, evidence);
}

function remaining(context: StepContext): number | null {
  const look = hostLook(context);
  if (look === null) return null;
  const settled = settledAt(look);
  if (settled === null || recordPublished(look, context).state !== 'done') {
    return look.ttl === null ? null : 2 * look.ttl;
  }
  return Math.max(0, Math.ceil((settled.getTime() - context.at.getTime()) / 1000));
}

/** Records that carry the certificate served: what stays in the zone. */
function staying(context: StepContext): readonly string[] {
  const look = hostLook(context);
  if (look === null || look.owner === null) return [];
  return recordsOf(look).matching.map(
    ({ record: { usage, selector, matchingType, data } }) =>
      `${look.owner} IN TLSA ${usage} ${selector} ${matchingType} ${data}`,
  );
}

function seenAt(
  id: string,
  assess: (look: HostLook, context: StepContext) => StepFinding,
  more: Partial<StepPlan> = {},
): StepPlan {
  return { id, sources: ['mxHosts'], looks: ['host'], assess: withHost(assess), ...more };
}

/** A record for what is shown now, where there is none: without it nothing else is safe. */
function missing(context: StepContext): readonly string[] {
  const look = hostLook(context);
  return look === null || isCovered(look) ? [] : wantedLine(look);
}

const steps: readonly StepPlan[] = [
  byHand('certificate-ready'),
  seenAt('record-published', recordPublished, { records: missing }),
  seenAt('ttl-waited', ttlWaited, { wait: remaining }),
  seenAt('certificate-swapped', certificateSwapped, {
    assess: whenSeen(certificateSwapped),
    commands: exchangeCertificates,
  }),
  seenAt('old-record-removed', oldRecordRemoved, {
    assess: whenSeen(oldRecordRemoved),
    records: staying,
  }),
];

/** A new certificate for a mail server with TLSA records (RFC 7671 §8). */
export const checklist: Checklist = {
  id: 'certificate-renewal',
  needs: 'host',
  subjectSources: ['dns'],
  subjects: ownHosts,
  host: ({ subject }) => subject,
  connects: true,
  steps,
};
