import type { FindingCode } from '../../../../shared/dane/findings.ts';
import type { Security } from '../../../../shared/dane/check.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { rrType } from '../../dns/codes.ts';
import { formatIp } from '../../dns/ipAddress.ts';
import { isValidName, namesEqual } from '../../dns/name.ts';
import { parseAddress } from '../../dns/rdata/parse.ts';
import type { DomainName, ResourceRecord } from '../../dns/types.ts';
import type { ValidatedAnswer } from '../../dnssec/types.ts';
import type { Recorder } from './recorder.ts';

/** Addresses of one host that are tried. */
export const addressesMax = 30;

export interface LocatedHost {
  readonly name: DomainName;
  readonly addressStatus: Security;
  readonly addressStatuses: { readonly a: Security; readonly aaaa: Security };
  /** Text form, IPv4 first. */
  readonly addresses: readonly string[];
  readonly addressesLeftOut: number;
  /** `null`: no TLSA query was allowed. */
  readonly base: DomainName | null;
  readonly tlsaStatus: Security | null;
  readonly tlsa: readonly TlsaRecord[];
  readonly tlsaAnswer: ValidatedAnswer | null;
  /** What the DNS alone decides; `null`: the connection does. */
  readonly verdict: 'defer' | 'no-dane' | 'unreachable' | null;
  readonly findings: readonly FindingCode[];
  readonly answers: readonly ValidatedAnswer[];
}

const badness: readonly Security[] = ['bogus', 'indeterminate', 'insecure', 'secure'];

function worse(a: Security, b: Security): Security {
  return badness.find((status) => status === a || status === b) ?? a;
}

function isError(status: Security): boolean {
  return status === 'bogus' || status === 'indeterminate';
}

const encoder = new TextEncoder();

/** `_25._tcp.mail.example.com` (RFC 6698 §3); `null`: no name can be that long. */
export function tlsaOwner(port: number, base: DomainName): DomainName | null {
  const owner = [encoder.encode(`_${port}`), encoder.encode('_tcp'), ...base];
  return isValidName(owner) ? owner : null;
}

function addressesOf(type: number, answer: ValidatedAnswer): string[] {
  if (isError(answer.status)) return [];
  return answer.records
    .filter((record) => record.type === type)
    .flatMap(({ rdata }) => {
      const octets = parseAddress(type, rdata);
      return octets === null ? [] : [formatIp(octets)];
    });
}

/** RDATA too short for its four fields stays in the set, as a record that nobody can use. */
function tlsaRecordOf({ rdata }: ResourceRecord): TlsaRecord {
  const [usage = 255, selector = 255, matchingType = 255] = rdata;
  return {
    usage,
    selector,
    matchingType,
    data: Buffer.from(rdata.subarray(3)).toString('hex'),
  };
}

/** RFC 7672 §2.2.2: where the TLSA records may be, in the order in which they are looked for. */
function baseCandidates(name: DomainName, a: ValidatedAnswer, status: Security): DomainName[] {
  const [first] = a.aliases;
  const expanded = a.aliases.at(-1)?.target ?? name;
  if (status === 'secure') return namesEqual(expanded, name) ? [name] : [expanded, name];
  // The alias is signed, what it leads to is not: the alias itself may still have records.
  return first?.status === 'secure' ? [name] : [];
}

interface FoundTlsa {
  readonly base: DomainName;
  readonly status: Security;
  readonly records: readonly TlsaRecord[];
  readonly answer: ValidatedAnswer;
}

/** The first secure TLSA RRset; an error at any candidate ends the search (RFC 7672 §2.1.2). */
async function findTlsa(
  candidates: readonly DomainName[],
  ports: readonly number[],
  recorder: Recorder,
  signal: AbortSignal,
): Promise<FoundTlsa | null> {
  let found: FoundTlsa | null = null;
  const places = candidates.flatMap((base) =>
    ports.flatMap((port) => {
      const owner = tlsaOwner(port, base);
      return owner === null ? [] : [{ base, owner }];
    }),
  );
  for (const { base, owner } of places) {
    const answer = await recorder.ask('tlsa', owner, rrType.TLSA, signal);
    const records = isError(answer.status)
      ? []
      : answer.records.filter(({ type }) => type === rrType.TLSA).map(tlsaRecordOf);
    const next = { base, status: answer.status, records, answer };
    if (isError(answer.status)) return next;
    if (answer.status === 'secure' && records.length > 0) return next;
    if (found === null || records.length > 0) found = next;
  }
  return found;
}

function addressFinding(status: Security): FindingCode {
  return status === 'bogus' ? 'address-bogus' : 'address-lookup-failed';
}

/**
 * Addresses before TLSA records, always: some servers of unsigned zones fail at the word TLSA.
 * `ports`: whose TLSA records count, the next one where the one before has none.
 */
export async function locateHost(
  name: DomainName,
  ports: readonly number[],
  recorder: Recorder,
  signal: AbortSignal,
): Promise<LocatedHost> {
  const [a, aaaa] = await Promise.all([
    recorder.ask('address', name, rrType.A, signal),
    recorder.ask('address', name, rrType.AAAA, signal),
  ]);
  const isSecure = a.status === 'secure' || aaaa.status === 'secure';
  const addressStatus = isSecure ? 'secure' : worse(a.status, aaaa.status);
  const all = [...new Set([...addressesOf(rrType.A, a), ...addressesOf(rrType.AAAA, aaaa)])];
  const located = {
    name,
    addressStatus,
    addressStatuses: { a: a.status, aaaa: aaaa.status },
    addresses: all.slice(0, addressesMax),
    addressesLeftOut: Math.max(0, all.length - addressesMax),
    base: null,
    tlsaStatus: null,
    tlsa: [],
    tlsaAnswer: null,
    answers: [a, aaaa],
  } satisfies Partial<LocatedHost>;
  const failed = [a, aaaa].find(({ status }) => isError(status));
  const decided = (
    verdict: LocatedHost['verdict'],
    ...findings: readonly FindingCode[]
  ): LocatedHost => ({ ...located, verdict, findings });

  if (isError(addressStatus)) return decided('defer', addressFinding(addressStatus));
  if (all.length === 0) {
    return failed === undefined
      ? decided('unreachable', 'no-address')
      : decided('defer', addressFinding(failed.status));
  }
  const family: FindingCode[] = failed === undefined ? [] : ['address-family-failed'];
  const source = a.status === addressStatus ? a : aaaa;
  const candidates = baseCandidates(name, source, addressStatus);
  if (candidates.length === 0) return decided('no-dane', 'address-insecure', ...family);

  const tlsa = await findTlsa(candidates, ports, recorder, signal);
  if (tlsa === null) return decided('no-dane', 'tlsa-absent', ...family);
  const found = {
    ...located,
    base: tlsa.base,
    tlsaStatus: tlsa.status,
    tlsa: tlsa.records,
    tlsaAnswer: tlsa.answer,
    answers: [...located.answers, tlsa.answer],
  };
  if (isError(tlsa.status)) {
    const code = tlsa.status === 'bogus' ? 'tlsa-bogus' : 'tlsa-lookup-failed';
    return { ...found, verdict: 'defer', findings: [code, ...family] };
  }
  if (tlsa.status === 'insecure' || tlsa.records.length === 0) {
    const code = tlsa.status === 'insecure' ? 'tlsa-insecure' : 'tlsa-absent';
    return { ...found, verdict: 'no-dane', findings: [code, ...family] };
  }
  const isAliased = !namesEqual(source.aliases.at(-1)?.target ?? name, name);
  const isExpanded = !namesEqual(tlsa.base, name);
  const alias: FindingCode[] = isAliased ? [isExpanded ? 'base-is-expanded' : 'base-is-alias'] : [];
  const mx: FindingCode[] = isAliased ? ['mx-is-alias'] : [];
  return { ...found, verdict: null, findings: [...alias, ...mx, ...family] };
}
