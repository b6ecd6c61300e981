/** A name on the way: an alias and where it leads, or the answer at the end. */
import { brokenArrow, signedArrow, zonePhrase } from './phrases.ts';
import { stateOfStatus } from './story.ts';
import type { Arrow, Box, Phrase } from './story.ts';
import type { LinkEvidence, ZoneEvidence } from '../../../../shared/dnssec/evidence.ts';
import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';

/** Kinds of records named in a box: an answer to ANY has many. */
const setsNamed = 6;

function plainArrow(state: Arrow['state'], phrase: Phrase): Arrow {
  return { kind: 'arrow', state, isBreak: false, phrase, note: null, endsFirst: false };
}

/** Why nothing signed leads to the answer. */
function unsignedArrow(link: LinkEvidence, zone: ZoneEvidence | undefined): Arrow {
  const state = stateOfStatus[link.status];
  const isOfZone = zone !== undefined && zone.status === link.status && zone.status !== 'secure';
  if (isOfZone) return plainArrow(state, { id: `dnssecPage.below.${state}` });
  if (link.status === 'bogus') {
    return brokenArrow(link.reason, link.zone, link.sets[0]?.signatures ?? []);
  }
  return plainArrow(
    state,
    link.reason === null
      ? { id: 'dnssecPage.leadsTo' }
      : zonePhrase(`dnssec.reason.${link.reason}`, link.zone),
  );
}

export function arrowToLink(
  link: LinkEvidence,
  zone: ZoneEvidence | undefined,
  expires: string | null,
): Arrow {
  if (link.status !== 'secure') return unsignedArrow(link, zone);
  const used = link.sets.flatMap(({ signatures }) => signatures.filter(({ isUsed }) => isUsed));
  const [first] = used.toSorted((a, b) => a.expiration.localeCompare(b.expiration));
  if (first !== undefined) {
    return signedArrow('dnssecPage.signs.answer', first, expires, link.sets.length);
  }
  const proofs = link.denial?.records.map(({ signature }) => signature) ?? [];
  const [proof] = proofs.toSorted((a, b) => a.expiration.localeCompare(b.expiration));
  return proof === undefined
    ? plainArrow('good', { id: 'dnssecPage.leadsTo' })
    : signedArrow('dnssecPage.signs.proof', proof, expires, proofs.length);
}

function denialNotes(
  { denial: view }: LinkEvidence,
  denial: DnssecValidation['denial'],
): readonly Phrase[] {
  if (denial === null || view === null) return [];
  const { proof, optOut, records } = view;
  return [
    { id: `dnssecPage.denial.${denial.kind}` },
    {
      id: 'dnssecPage.provenBy',
      values: { proof: proof.toUpperCase(), optOut: String(optOut), count: records.length },
    },
  ];
}

function setNotes({ sets }: LinkEvidence): readonly Phrase[] {
  const notes: Phrase[] = sets.slice(0, setsNamed).map(({ type, count, wildcard }) => ({
    id: 'dnssecPage.records',
    values: { type, count, wildcard: wildcard ?? 'none' },
  }));
  const more = sets.length - notes.length;
  return more > 0 ? [...notes, { id: 'dnssecPage.more', values: { count: more } }] : notes;
}

/** `validation`: of the whole; what it says of an absence, and of records, is of the last link. */
export function linkBox(link: LinkEvidence, index: number, validation: DnssecValidation): Box {
  const { name, target, step } = link;
  const isEnd = target === null;
  const found = validation.records.filter(({ owner }) => owner.toLowerCase() === `${name}.`).length;
  const type = step === 'answer' ? validation.type : step.toUpperCase();
  const unsigned: Phrase[] =
    isEnd && link.sets.length === 0 && link.denial === null
      ? [{ id: 'dnssecPage.received', values: { count: found, rcode: validation.rcode ?? '' } }]
      : [];
  return {
    kind: 'box',
    what: 'answer',
    link: index,
    state: stateOfStatus[link.status],
    title: { id: 'dnssecPage.answer', values: { name, type } },
    notes: [
      ...(target === null
        ? setNotes(link)
        : [{ id: 'dnssecPage.leads', values: { target } } as const]),
      ...(isEnd ? denialNotes(link, validation.denial) : []),
      ...unsigned,
    ],
  };
}
