/** What leads into a zone: a trust anchor, DS records, or the proof that there are none. */
import { brokenArrow, signedArrow, zonePhrase } from './phrases.ts';
import { stateOfStatus } from './story.ts';
import type { Arrow, Box, Phrase } from './story.ts';
import type { DelegationRecord, ZoneEvidence } from '../../../../shared/dnssec/evidence.ts';

type Items = readonly (Box | Arrow)[];

/** Digests named in a box; the others are counted. */
const digestsNamed = 4;

function digestNotes(records: readonly DelegationRecord[]): Phrase[] {
  // What fits a key comes first.
  const ordered = [
    ...records.filter(({ matches }) => matches === true),
    ...records.filter(({ matches }) => matches !== true),
  ];
  const notes: Phrase[] = ordered.slice(0, digestsNamed).map((record) => ({
    id: 'dnssecPage.digest',
    values: {
      keyTag: String(record.keyTag),
      algorithm: record.algorithm.name,
      digest: record.digestType.name,
      matches: String(record.matches),
    },
  }));
  const more = records.length - notes.length;
  return more > 0 ? [...notes, { id: 'dnssecPage.more', values: { count: more } }] : notes;
}

/** From the digests to the zone's keys. */
function intoZone({ zone, status, reason, keys }: ZoneEvidence): Arrow {
  // Keys that were tried show in their zone what became of them.
  const isEntered = keys !== null && keys.proof.state !== 'not-tried';
  const phrase: Phrase = isEntered
    ? { id: 'dnssecPage.matches' }
    : zonePhrase(`dnssec.reason.${reason ?? 'dnskey-not-matched'}`, zone);
  return {
    kind: 'arrow',
    state: isEntered ? 'good' : stateOfStatus[status],
    isBreak: !isEntered && status === 'bogus',
    phrase,
    note: null,
    endsFirst: false,
  };
}

function fromAnchor(evidence: ZoneEvidence, anchor: readonly DelegationRecord[]): Items {
  const box: Box = {
    kind: 'box',
    what: 'anchor',
    state: anchor.length > 0 ? 'good' : 'unknown',
    title: { id: 'dnssecPage.anchor' },
    notes: digestNotes(anchor),
  };
  return [box, intoZone(evidence)];
}

function fromDs(
  evidence: ZoneEvidence,
  { records, proof, signatures }: NonNullable<ZoneEvidence['ds']>,
  expires: string | null,
): Items {
  const used = signatures.find(({ isUsed }) => isUsed);
  const signed =
    used === undefined
      ? brokenArrow(proof.reason, evidence.parent ?? evidence.zone, signatures)
      : signedArrow('dnssecPage.signs.ds', used, expires);
  const box: Box = {
    kind: 'box',
    what: 'ds',
    state: used === undefined ? 'bad' : 'good',
    title: zonePhrase('dnssecPage.ds', evidence.zone),
    notes: digestNotes(records),
  };
  return used === undefined ? [signed, box] : [signed, box, intoZone(evidence)];
}

function fromDenial(
  { zone, status, reason }: ZoneEvidence,
  { proof, optOut, records }: NonNullable<ZoneEvidence['denial']>,
  expires: string | null,
): Items {
  const [first] = records.toSorted((a, b) =>
    a.signature.expiration.localeCompare(b.signature.expiration),
  );
  const signed =
    first === undefined
      ? []
      : [signedArrow('dnssecPage.signs.proof', first.signature, expires, records.length)];
  const box: Box = {
    kind: 'box',
    what: 'no-ds',
    state: stateOfStatus[status],
    title: zonePhrase('dnssecPage.noDs', zone),
    notes: [
      {
        id: 'dnssecPage.provenBy',
        values: { proof: proof.toUpperCase(), optOut: String(optOut), count: records.length },
      },
    ],
  };
  const unsigned: Arrow = {
    kind: 'arrow',
    state: stateOfStatus[status],
    isBreak: false,
    phrase: zonePhrase(`dnssec.reason.${reason ?? 'delegation-unsigned'}`, zone),
    note: null,
    endsFirst: false,
  };
  return [...signed, box, unsigned];
}

export function tellDelegation(evidence: ZoneEvidence, expires: string | null): Items {
  const { zone, status, reason, anchor, ds, denial } = evidence;
  if (anchor !== null) return fromAnchor(evidence, anchor);
  if (ds !== null) return fromDs(evidence, ds, expires);
  if (denial !== null) return fromDenial(evidence, denial, expires);
  const broken = brokenArrow(reason, zone, []);
  return [{ ...broken, state: stateOfStatus[status], isBreak: status === 'bogus' }];
}
