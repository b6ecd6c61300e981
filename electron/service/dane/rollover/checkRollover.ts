import type { RolloverCheck, RolloverReason } from '../../../../shared/dane/rollover.ts';
import type { TlsaService } from '../../../../shared/dane/verification.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import type { DomainName } from '../../dns/types.ts';
import type { SeenRecords } from '../../history/recordSightings.ts';
import type { Validator } from '../../dnssec/types.ts';
import { locateHost, tlsaOwner } from '../check/locateHost.ts';
import type { LocatedHost } from '../check/locateHost.ts';
import { nameText } from '../check/nameText.ts';
import { createRecorder } from '../check/recorder.ts';
import { verifyTlsa } from '../match/verifyTlsa.ts';
import type { TlsaVerification } from '../match/verifyTlsa.ts';
import { nextRecords } from './nextRecords.ts';
import { publishedSince } from './publishedSince.ts';

export interface RolloverInput {
  readonly host: DomainName;
  readonly port: number;
  /** The next certificate and what would be sent above it; DER, leaf first. */
  readonly chain: readonly Uint8Array[];
  /**
   * The chain that the host shows now; `null`: it can't be had. Asked for only where it matters: with
   * the same key nothing changes.
   */
  readonly currentChain: (
    addresses: readonly string[],
    serverName: string,
  ) => Promise<readonly Uint8Array[] | null>;
  /** What was seen at the owner (`_25._tcp.mx.example.com`) before, the newest set first. */
  readonly seen: (owner: string) => readonly SeenRecords[];
  readonly roots: readonly Uint8Array[];
  readonly at: Date;
}

/** Both orders of digests that clients are known to prefer (RFC 7671 §9). */
const digestOrders = [
  [2, 1],
  [1, 2],
] as const;

function zoneLine(owner: string, { usage, selector, matchingType, data }: TlsaRecord): string {
  return `${owner} IN TLSA ${usage} ${selector} ${matchingType} ${data}`;
}

function rfc3339(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

function reasonOf({ reason, notes }: TlsaVerification): RolloverReason {
  if (reason === 'no-match') {
    return notes.includes('weaker-digest-matches') ? 'weaker-digest-only' : 'no-match';
  }
  if (reason === 'matched') return 'record-published';
  return reason === 'malformed' ? 'no-match' : reason;
}

/** Passes where every kind of client does; else the failure of one that does not. */
function verifyForAll(
  chain: readonly Uint8Array[],
  located: LocatedHost,
  input: RolloverInput,
): TlsaVerification {
  const service: TlsaService = input.port === 25 ? 'smtp' : 'tls';
  const names = [...new Set([nameText(located.base ?? located.name), nameText(located.name)])];
  const results = digestOrders.map((digests) =>
    verifyTlsa({
      records: located.tlsa,
      chain,
      names,
      service,
      roots: input.roots,
      at: input.at,
      digests,
    }),
  );
  const [first] = results;
  const failed = results.find(({ verdict }) => verdict !== 'pass');
  if (first === undefined) throw new Error('no order of digests');
  return failed ?? first;
}

/**
 * Whether a certificate may be installed at a host, or would stop mail from every DANE client
 * (RFC 7671 §8, RFC 7672 §4): its record has to be published, and old answers to have left the caches.
 */
export async function checkRollover(
  input: RolloverInput,
  validator: Validator,
  signal: AbortSignal,
): Promise<RolloverCheck> {
  const { host, port, at } = input;
  const located = await locateHost(host, [port], createRecorder(validator), signal);
  const ownerName = tlsaOwner(port, located.base ?? host);
  const ownerText = ownerName === null ? '' : nameText(ownerName);
  const carries = (records: readonly TlsaRecord[]): boolean =>
    verifyForAll(input.chain, { ...located, tlsa: records }, input).verdict !== 'fail';
  const published =
    located.tlsaAnswer === null
      ? null
      : publishedSince(located.tlsaAnswer, input.seen(ownerText), carries, at);
  const base: Omit<RolloverCheck, 'verdict' | 'reason'> = {
    schema: 'exo-companion/rollover-check@1',
    host: nameText(host),
    notBefore: null,
    missing: [],
    obsolete: [],
    port,
    tlsaBase: located.base === null ? null : nameText(located.base),
    tlsaStatus: located.tlsaStatus,
    ttl: published?.ttl ?? null,
    publishedSince: null,
  };
  if (located.verdict === 'defer') {
    return { ...base, verdict: 'undetermined', reason: 'dns-failed' };
  }
  if (located.verdict === 'unreachable') {
    return { ...base, verdict: 'undetermined', reason: 'no-address' };
  }
  if (located.verdict === 'no-dane') return { ...base, verdict: 'safe', reason: 'no-dane' };

  const verification = verifyForAll(input.chain, located, input);
  if (verification.verdict === 'tls-only' || verification.verdict === 'no-dane') {
    return { ...base, verdict: 'safe', reason: 'no-usable-record' };
  }
  const owner = `${ownerText}.`;
  const obsolete = verification.records
    .filter(({ usable, matches }) => usable && !matches)
    .map(({ record }) => zoneLine(owner, record));
  if (verification.incomplete === 'runtime-cannot-test') {
    return { ...base, verdict: 'undetermined', reason: 'signature-not-checkable' };
  }
  if (verification.verdict === 'fail') {
    const reason = reasonOf(verification);
    const missing = nextRecords(input.chain, located.tlsa, verification).map((record) =>
      zoneLine(owner, record),
    );
    return { ...base, verdict: 'stops-mail', missing, obsolete, reason };
  }
  const settled =
    published === null ? at : new Date(published.since.getTime() + 2 * published.ttl * 1000);
  const carried = {
    ...base,
    obsolete,
    publishedSince: published === null ? null : rfc3339(published.since),
  };
  if (settled <= at) return { ...carried, verdict: 'safe', reason: 'record-published' };
  const serverName = nameText(located.base ?? host);
  const current = await input.currentChain(located.addresses, serverName);
  return current !== null && isUnchanged(verification, current, located, input)
    ? { ...carried, verdict: 'safe', reason: 'same-key' }
    : {
        ...carried,
        verdict: 'wait',
        notBefore: rfc3339(settled),
        reason: 'recently-published',
      };
}

/** Whether the record that the next certificate rests on carries the one in use already. */
function isUnchanged(
  { matched }: TlsaVerification,
  current: readonly Uint8Array[],
  located: LocatedHost,
  input: RolloverInput,
): boolean {
  if (matched === null) return false;
  const only = { ...located, tlsa: [matched.record] };
  return verifyForAll(current, only, input).verdict === 'pass';
}
