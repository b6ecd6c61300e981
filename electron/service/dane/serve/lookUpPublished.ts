import type { Published, PublishedState } from '../../../../shared/dane/published.ts';
import type { DomainName } from '../../dns/types.ts';
import type { Validator } from '../../dnssec/types.ts';
import { locateHost, tlsaOwner } from '../check/locateHost.ts';
import type { LocatedHost } from '../check/locateHost.ts';
import { nameText } from '../check/nameText.ts';
import { createRecorder } from '../check/recorder.ts';
import { judgeRecords } from '../match/judgeRecords.ts';
import { originalTtl } from '../check/tlsaFindings.ts';

function stateOf({ verdict, tlsa, tlsaStatus }: LocatedHost): PublishedState {
  if (verdict === 'defer') return 'unknown';
  if (verdict === 'unreachable') return 'no-address';
  if (tlsaStatus !== 'secure') return 'insecure';
  return tlsa.length > 0 ? 'found' : 'absent';
}

/** The TLSA records of a host and port by the rules of RFC 7672 §2.2.2; nobody is connected to. */
export async function lookUpPublished(
  host: DomainName,
  port: number,
  validator: Validator,
  signal: AbortSignal,
): Promise<Published> {
  const located = await locateHost(host, [port], createRecorder(validator), signal);
  const owner = located.base === null ? null : tlsaOwner(port, located.base);
  const { addressStatus, tlsaStatus, tlsa, tlsaAnswer } = located;
  return {
    host: nameText(host),
    port,
    state: stateOf(located),
    addressStatus,
    owner: owner === null ? null : `${nameText(owner)}.`,
    tlsaStatus,
    records: judgeRecords(tlsa, 'tls', [2, 1]).map(({ record }) => record),
    ttl: tlsaAnswer === null ? null : originalTtl(tlsaAnswer),
  };
}
