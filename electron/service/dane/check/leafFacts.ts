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

/** Records that would make the server pass as it is: one for each key that it shows. */
export function recordsOfLeaves(
  located: LocatedHost,
  port: number,
  probed: readonly ProbedAddress[],
): string[] {
  const owner = tlsaOwner(port, located.base ?? located.name);
  if (owner === null || exchangeOnlineHost(nameText(located.name)) !== null) return [];
  const digests = probed.flatMap(({ probes }) =>
    (probes?.probes ?? []).flatMap((result) => leafOf(result)?.associations.publicKey.sha256 ?? []),
  );
  return [...new Set(digests)].map((digest) => `${nameText(owner)}. IN TLSA 3 1 1 ${digest}`);
}
