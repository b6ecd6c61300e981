/** What the server's own certificate says, for sentences and for records to publish. */
import type { Finding } from '../../../../shared/dane/check.ts';
import type { FindingCode } from '../../../../shared/dane/findings.ts';
import { plainText } from '../../smtp/transcript.ts';
import type { ProbeResult } from '../../smtp/types.ts';
import { chainCertificateOf } from '../match/chainCertificate.ts';
import type { ChainCertificate } from '../match/chainCertificate.ts';
import { exchangeOnlineHost } from './exchangeOnline.ts';
import { tlsaOwner } from './locateHost.ts';
import type { LocatedHost } from './locateHost.ts';
import { nameText } from './nameText.ts';
import type { ProbedAddress } from './probeHost.ts';
import { recordText } from './tlsaFindings.ts';

const timeLeftMin = 7 * 86_400_000;
const namesShown = 5;

function leafOf({ handshake }: ProbeResult): ChainCertificate | null {
  const [der] = handshake?.chain ?? [];
  return der === undefined ? null : chainCertificateOf(der);
}

/** Whether two handshakes showed the same certificate. */
export function sameLeaf(a: ProbeResult, b: ProbeResult): boolean {
  const left = leafOf(a);
  return left !== null && left.fingerprint === leafOf(b)?.fingerprint;
}

export function expiresSoon(result: ProbeResult, at: Date): boolean {
  const end = leafOf(result)?.parsed.notAfter ?? null;
  if (end === null) return false;
  const left = Date.parse(end) - at.getTime();
  return left >= 0 && left < timeLeftMin;
}

export function leafParams(result: ProbeResult, names: readonly string[]): Finding['params'] {
  const parsed = leafOf(result)?.parsed;
  const alternatives = (parsed?.extensions.subjectAlternativeNames ?? [])
    .slice(0, namesShown)
    .map(({ value }) => value)
    .join(', ');
  return {
    names: names.join(', '),
    presented: plainText(alternatives || (parsed?.subject.commonName ?? '')) || '–',
    notBefore: parsed?.notBefore ?? '',
    notAfter: parsed?.notAfter ?? '',
    detail: result.failure?.detail ?? '',
  };
}

/** What a record could mend. */
export const mendedByRecord: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'tlsa-absent',
  'tlsa-unusable',
  'tlsa-no-match',
  'tlsa-weaker-digest-only',
  'tlsa-anchor-is-leaf',
  'tlsa-combination-stale',
  'anchor-not-sent',
]);

/**
 * Digests of the set that a new record has to have: clients with digest agility look at the strongest
 * of a usage and selector alone, so that every one that is there needs its record (RFC 7671 §9).
 */
function digestsInUse({ tlsa }: LocatedHost): ('sha256' | 'sha512')[] {
  const has = (matchingType: number, octets: number): boolean =>
    tlsa.some(
      (record) =>
        record.usage === 3 &&
        record.selector === 1 &&
        record.matchingType === matchingType &&
        record.data.length === 2 * octets,
    );
  if (!has(2, 64)) return ['sha256'];
  return has(1, 32) ? ['sha256', 'sha512'] : ['sha512'];
}

/**
 * Records that are missing for the server to pass as it is: for each key that it shows one with each
 * digest in use.
 */
export function recordsOfLeaves(
  located: LocatedHost,
  port: number,
  probed: readonly ProbedAddress[],
): string[] {
  const owner = tlsaOwner(port, located.base ?? located.name);
  if (owner === null || exchangeOnlineHost(nameText(located.name)) !== null) return [];
  const leaves = probed.flatMap(({ probes }) =>
    (probes?.probes ?? []).flatMap((result) => leafOf(result) ?? []),
  );
  const wanted = leaves.flatMap(({ associations: { publicKey } }) =>
    digestsInUse(located).map(
      (digest) => `3 1 ${digest === 'sha256' ? 1 : 2} ${publicKey[digest]}`,
    ),
  );
  const published = new Set(located.tlsa.map(recordText));
  return [...new Set(wanted)]
    .filter((record) => !published.has(record))
    .map((record) => `${nameText(owner)}. IN TLSA ${record}`);
}
