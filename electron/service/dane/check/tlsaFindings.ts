import type { Finding, TlsaView } from '../../../../shared/dane/check.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { rrType } from '../../dns/codes.ts';
import { parseNsec3 } from '../../dns/rdata/parse.ts';
import type { ValidatedAnswer } from '../../dnssec/types.ts';
import { finding, selectKey } from './finding.ts';

/** What Exchange Online is known to work through (dnssec-stats.ant.isi.edu, 2024). */
const recordsMax = 12;
/** Seconds: a day is as long as one may have to wait for a mistake to leave the caches. */
const ttlMax = 86_400;
const ttlMin = 300;
const signatureTimeLeft = 6 * 3600 * 1000;

export function recordText({ usage, selector, matchingType, data }: TlsaRecord): string {
  return `${usage} ${selector} ${matchingType} ${data}`;
}

function shortText(record: TlsaRecord): string {
  const text = recordText(record);
  return text.length > 40 ? `${text.slice(0, 30)}…` : text;
}

/** The TTL that the zone gives, which caches count down; from the signature where there is one. */
export function originalTtl(answer: ValidatedAnswer): number | null {
  const ttls = answer.evidence.data.flatMap(({ rrset, proof }) =>
    rrset.type === rrType.TLSA && proof?.ok === true ? [proof.signature.originalTtl] : [],
  );
  return ttls.length === 0 ? null : Math.max(...ttls);
}

/** What there is to say of a TLSA RRset before any connection. */
export function recordFindings(
  host: string,
  tlsa: readonly TlsaView[],
  answer: ValidatedAnswer | null,
): Finding[] {
  const findings: Finding[] = [];
  const usable = tlsa.filter((view) => view.usable);
  for (const { record, reason } of tlsa) {
    const params = { record: shortText(record), reason: selectKey(reason ?? '') };
    if (reason === 'usage-not-for-smtp') {
      findings.push(finding('tlsa-usage-not-for-smtp', { host }, { params }));
    } else if (reason !== null && reason !== 'weaker-digest') {
      findings.push(finding('tlsa-record-unusable', { host }, { params }));
    } else if (record.matchingType === 0) {
      findings.push(finding('tlsa-full-data', { host }, { params }));
    }
  }
  if (tlsa.length > recordsMax) {
    findings.push(finding('tlsa-too-many', { host }, { params: { count: tlsa.length } }));
  }
  const [only, ...others] = usable;
  if (only?.record.usage === 3 && others.length === 0) {
    findings.push(finding('tlsa-single-record', { host }));
  }
  const ttl = answer === null ? null : originalTtl(answer);
  if (ttl !== null && ttl > ttlMax) {
    findings.push(finding('tlsa-ttl-long', { host }, { params: { ttl } }));
  }
  if (ttl !== null && ttl < ttlMin && tlsa.length > 0) {
    findings.push(finding('tlsa-ttl-short', { host }, { params: { ttl } }));
  }
  return findings;
}

function nsec3Iterations({ evidence: { denial } }: ValidatedAnswer): number[] {
  return denial
    .flatMap(({ rrset }) => (rrset.type === rrType.NSEC3 ? rrset.records : []))
    .flatMap(({ rdata }) => parseNsec3(rdata)?.iterations ?? []);
}

/** What there is to say of the signatures that answers rest on. */
export function signatureFindings(
  host: string | undefined,
  answers: readonly ValidatedAnswer[],
  at: Date,
): Finding[] {
  const where = host === undefined ? {} : { host };
  const secure = answers.filter(({ status }) => status === 'secure');
  const ends = secure.flatMap(({ expires }) => (expires === null ? [] : [Date.parse(expires)]));
  const first = Math.min(...ends);
  const findings: Finding[] = [];
  if (first - at.getTime() < signatureTimeLeft) {
    const time = new Date(first).toISOString();
    findings.push(finding('signature-expires-soon', where, { params: { time } }));
  }
  if (secure.some(({ chain }) => chain.some(({ reason }) => reason === 'algorithm-deprecated'))) {
    findings.push(finding('signature-algorithm-deprecated', where));
  }
  const iterations = Math.max(0, ...secure.flatMap(nsec3Iterations));
  if (iterations > 0) {
    findings.push(finding('nsec3-iterations', where, { params: { count: iterations } }));
  }
  return findings;
}

function combination({ record }: TlsaView): string {
  return `${record.usage} ${record.selector} ${record.matchingType}`;
}

/**
 * Combinations of usage, selector and matching type none of whose records matches a server that
 * passes: clients may look at any combination alone (RFC 7671 §8).
 */
export function staleCombinations(tlsa: readonly TlsaView[]): TlsaView[] {
  const usable = tlsa.filter((view) => view.usable);
  const alive = new Set(usable.filter(({ matches }) => matches === true).map(combination));
  return usable.filter((view) => !alive.has(combination(view)));
}
