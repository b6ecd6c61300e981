import { assertNever } from '../assertNever.ts';
import type { Certificate } from '../contract/certificates.ts';
import { advice } from './advice.ts';
import type { Advice } from './advice.ts';
import type { AdviceSubject } from './adviseRecord.ts';
import { isLeafUsage } from './recordsOf.ts';

const day = 86_400_000;

/** Advice that follows from the certificate a record was made from, at a given time. */
export function adviseCertificate({ record, host, certificate, at }: AdviceSubject): Advice[] {
  const ofLeaf = isLeafUsage(record.usage);
  const found: Advice[] = [];
  if (!ofLeaf && !certificate.isCa) found.push(advice('issuer-usage-of-leaf'));
  if (ofLeaf && certificate.isCa) found.push(advice('leaf-usage-of-issuer'));
  if (record.usage === 2 && certificate.isCa && certificate.selfIssued) {
    found.push(advice('root-rarely-sent'));
  }
  found.push(...adviseDates(certificate, record.usage === 3, at));
  if (record.usage !== 3 && ofLeaf && host !== null && !covers(certificate, host)) {
    found.push(advice('host-not-in-certificate', { host }));
  }
  return [...found, ...adviseKey(certificate.key)];
}

/** Usage 3 ignores dates (RFC 7671 §5.1); other software on the way may not. */
function adviseDates(
  { notBefore, notAfter }: Certificate,
  datesIgnored: boolean,
  at: Date,
): Advice[] {
  const start = notBefore === null ? Number.NEGATIVE_INFINITY : Date.parse(notBefore);
  const end = notAfter === null ? Number.POSITIVE_INFINITY : Date.parse(notAfter);
  const now = at.getTime();
  if (now > end) {
    return [advice(datesIgnored ? 'expired-ignored' : 'expired', { date: dayOf(end) })];
  }
  if (now < start) return [advice('not-yet-valid', { date: dayOf(start) })];
  // A third of its life or 30 days: when certificates are usually renewed.
  const left = end - now;
  if (left > Math.min(30 * day, (end - start) / 3)) return [];
  return [advice('expires-soon', { date: dayOf(end), days: Math.floor(left / day) })];
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function adviseKey({ algorithm, bits, curve }: Certificate['key']): Advice[] {
  switch (algorithm) {
    case 'rsa':
    case 'rsa-pss':
      return bits !== null && bits < 2048 ? [advice('weak-key', { algorithm: 'RSA', bits })] : [];
    case 'dsa':
      return [advice('weak-key', { algorithm: 'DSA', bits: bits ?? 0 })];
    case 'ec':
      return commonCurves.has(curve ?? '') ? [] : [advice('uncommon-key', { key: curve ?? 'EC' })];
    case 'ed25519':
      return [advice('uncommon-key', { key: 'Ed25519' })];
    case 'ed448':
      return [advice('uncommon-key', { key: 'Ed448' })];
    case 'unknown':
      return [advice('uncommon-key', { key: 'unknown' })];
    default:
      return assertNever(algorithm, 'key algorithm');
  }
}

const commonCurves = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/**
 * Whether one of the certificate's host names is the host (RFC 6125 §6.4): names compared as
 * A-labels, a wildcard stands for the whole first label. The common name counts where there is no
 * other (RFC 7672 §3.2.3).
 */
function covers({ subjectAlternativeNames, commonName }: Certificate, host: string): boolean {
  const names = subjectAlternativeNames.filter(({ type }) => type === 'dns');
  const presented = names.length > 0 ? names.map(({ value }) => value) : [commonName ?? ''];
  const parent = host.slice(host.indexOf('.'));
  return presented.some((each) => {
    const name = each.toLowerCase().replace(/\.$/, '');
    return name === host || (name.startsWith('*.') && name.slice(1) === parent);
  });
}
