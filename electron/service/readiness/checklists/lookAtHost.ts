import type { DaneCheck, HostView } from '../../../../shared/dane/check.ts';
import { defaultDigestOrder } from '../../../../shared/dane/verification.ts';
import type { HostLook } from '../../../../shared/readiness/checklists/hostLook.ts';
import type { TlsaRecord } from '../../../../shared/tlsa/record.ts';
import { checkTarget } from '../../dane/check/checkTarget.ts';
import { locateHost, tlsaOwner } from '../../dane/check/locateHost.ts';
import type { LocatedHost } from '../../dane/check/locateHost.ts';
import { nameText } from '../../dane/check/nameText.ts';
import { createRecorder } from '../../dane/check/recorder.ts';
import { originalTtl } from '../../dane/check/tlsaFindings.ts';
import { chainCertificateOf } from '../../dane/match/chainCertificate.ts';
import { chainOfPem } from '../../dane/match/chainOfPem.ts';
import { judgeRecords } from '../../dane/match/judgeRecords.ts';
import { publishedSince } from '../../dane/rollover/publishedSince.ts';
import { parseQueryName } from '../../dns/queryName.ts';
import type { SeenRecords } from '../../history/recordSightings.ts';
import type { DnsTools } from '../../tenant/source.ts';

export interface HostQuestion {
  /** Lower case, without final dot. */
  readonly host: string;
  /** A domain whose MX record leads to the host; `null`: none is known. */
  readonly domain: string | null;
  /** Whether port 25 is tried. */
  readonly connects: boolean;
  /** The look before; `null`: there was none. */
  readonly before: HostLook | null;
  /** What was seen at the owner (`_25._tcp.mx.example.com`) before, the newest set first. */
  readonly seen: (owner: string) => readonly SeenRecords[];
}

interface Tools {
  readonly tools: DnsTools;
  readonly clock: () => Date;
  readonly signal: AbortSignal;
}

const keyOf = ({ usage, selector, matchingType, data }: TlsaRecord): string =>
  [usage, selector, matchingType, data].join(' ');

/** From when on all of these records were there, as late as that may be; `null`: it can't be told. */
function ageOf(
  { tlsaAnswer, tlsa }: LocatedHost,
  owner: string | null,
  { seen, before }: HostQuestion,
  at: Date,
): string | null {
  if (tlsaAnswer === null || owner === null || tlsa.length === 0) return null;
  const carries = (records: readonly TlsaRecord[]): boolean => {
    const there = new Set(records.map(keyOf));
    return tlsa.every((record) => there.has(keyOf(record)));
  };
  const since = publishedSince(tlsaAnswer, seen(owner), carries, at)?.since.toISOString() ?? null;
  // What is known once stays known: looking again makes nobody wait longer.
  const isKnown = before !== null && carries(before.tlsa.map(({ record }) => record));
  const known = isKnown ? before.publishedSince : null;
  return known !== null && (since === null || Date.parse(known) < Date.parse(since))
    ? known
    : since;
}

function certificateOf({ evidence }: DaneCheck, host: string): HostLook['certificate'] {
  const fingerprint = evidence.connections.find(
    (connection) => connection.host === host && connection.chain.length > 0,
  )?.chain[0];
  const found = evidence.certificates.find((one) => one.fingerprint === fingerprint);
  if (found === undefined) return null;
  const chain = chainOfPem(found.pem, host);
  const leaf = chain.ok && chain.value[0] !== undefined ? chainCertificateOf(chain.value[0]) : null;
  return {
    fingerprint: found.fingerprint,
    publicKey: leaf?.associations.publicKey.sha256 ?? null,
    notAfter: found.notAfter,
  };
}

interface Shown {
  readonly check: DaneCheck;
  readonly view: HostView;
}

/** The DANE check of the host: as its own mail server, else as that of a domain which names it. */
async function connect({ host, domain }: HostQuestion, { tools, signal }: Tools) {
  for (const text of domain === null ? [host] : [domain, host]) {
    const target = checkTarget(text, 'smtp');
    if (!target.ok) continue;
    const check = await tools.run.check(target.value, signal);
    const view = check.hosts.find(({ name }) => name === host);
    if (view !== undefined) return { check, view } satisfies Shown;
  }
  return null;
}

/**
 * A mail server as it is now: its addresses and TLSA records by the rules of RFC 7672, and where it is to
 * be tried, its certificate. `null`: not a name that could be asked for.
 */
export async function lookAtHost(question: HostQuestion, world: Tools): Promise<HostLook | null> {
  const { host, connects } = question;
  const { tools, clock, signal } = world;
  const name = parseQueryName(host);
  if (!name.ok) return null;
  const located = await locateHost(name.value, [25], createRecorder(tools.validator), signal);
  const shown = connects ? await connect(question, world) : null;
  const at = clock();
  const ownerName = located.base === null ? null : tlsaOwner(25, located.base);
  const owner = ownerName === null ? null : nameText(ownerName);
  const { addressStatus, tlsaStatus, tlsaAnswer } = located;
  const judged = judgeRecords(located.tlsa, 'smtp', defaultDigestOrder).map(
    ({ record, usable }) => ({ record, usable, matches: null }),
  );
  return {
    at: at.toISOString(),
    host: nameText(name.value),
    addressStatus,
    tlsaStatus,
    owner: owner === null ? null : `${owner}.`,
    tlsa: shown === null ? judged : shown.view.tlsa.map(faceOf),
    ttl: tlsaAnswer === null ? null : originalTtl(tlsaAnswer),
    publishedSince: ageOf(located, owner, question, at),
    verdict: shown?.view.verdict ?? null,
    certificate: shown === null ? null : certificateOf(shown.check, host),
    withoutStartTls: shown?.view.findings.includes('starttls-not-offered') ?? false,
  };
}

function faceOf({ record, usable, matches }: HostView['tlsa'][number]): HostLook['tlsa'][number] {
  return { record, usable, matches };
}
