/** A zone as a card: the key that is vouched for, the keys that it signs, and the others. */
import { brokenArrow, signedArrow, zonePhrase } from './phrases.ts';
import { stateOfStatus } from './story.ts';
import type { Arrow, Box, Phrase, ZoneCard } from './story.ts';
import type { WordId } from '../../../../shared/words/en.ts';
import type { ZoneEvidence, ZoneKeyView } from '../../../../shared/dnssec/evidence.ts';

/** Keys named of those that are not on the way; the others are counted. */
const othersNamed = 6;
/** Keys drawn where the chain breaks at them. */
const brokenKeysDrawn = 3;

function keyBox(key: ZoneKeyView, state: Box['state']): Box {
  const { keyTag, role, algorithm, bits } = key;
  return {
    kind: 'box',
    what: 'key',
    state,
    title: { id: `dnssecPage.key.${role}`, values: { keyTag: String(keyTag) } },
    notes: [
      {
        id: 'dnssecPage.key.algorithm',
        values: { algorithm: algorithm.name, number: algorithm.number, bits: bits ?? 0 },
      },
    ],
  };
}

/** Of a zone with one key, which signs itself: that leads nowhere, and stands with the key. */
function withSignature(box: Box, { note, endsFirst }: Arrow): Box {
  const signs: Phrase = { id: 'dnssecPage.signs.itself' };
  return { ...box, notes: [...box.notes, signs, ...(note === null ? [] : [note])], endsFirst };
}

interface KeysTold {
  readonly items: readonly (Box | Arrow)[];
  readonly drawn: readonly ZoneKeyView[];
}

/** `signers`: tags of the keys that signed what is drawn below. `expires`: when the first one ends. */
function tellKeys(
  { zone, keys }: ZoneEvidence,
  signers: ReadonlySet<number>,
  expires: string | null,
): KeysTold {
  if (keys === null || keys.proof.state === 'not-tried') return { items: [], drawn: [] };
  const used = keys.signatures.find(({ isUsed }) => isUsed);
  const entries = keys.records.filter(({ isEntry }) => isEntry);
  if (used === undefined) {
    const drawn = entries.slice(0, brokenKeysDrawn);
    const broken = brokenArrow(keys.proof.reason, zone, keys.signatures);
    return { items: [...drawn.map((key) => keyBox(key, 'good')), broken], drawn };
  }
  const entry = entries.find(({ keyTag }) => keyTag === used.keyTag);
  const others = keys.records.filter((key) => signers.has(key.keyTag) && key !== entry);
  const drawn = entry === undefined ? others : [entry, ...others];
  const signs = signedArrow('dnssecPage.signs.keys', used, expires);
  const first = entry === undefined ? [] : [keyBox(entry, 'good')];
  return others.length === 0
    ? { items: first.map((box) => withSignature(box, signs)), drawn }
    : { items: [...first, signs, ...others.map((key) => keyBox(key, 'good'))], drawn };
}

/** `id`: what is said of them; it depends on whether others are drawn. */
function otherKeys(id: WordId, others: readonly ZoneKeyView[]): Phrase | null {
  if (others.length === 0) return null;
  const named = others.slice(0, othersNamed).map(({ keyTag }) => keyTag);
  return {
    id,
    values: { count: others.length, keys: named.join(', '), more: others.length - named.length },
  };
}

export function tellZone(
  evidence: ZoneEvidence,
  signers: ReadonlySet<number>,
  expires: string | null,
): ZoneCard {
  const { zone, status, reason, keys } = evidence;
  const { items, drawn } = tellKeys(evidence, signers, expires);
  const others = otherKeys(
    drawn.length === 0 ? 'dnssecPage.allKeys' : 'dnssecPage.otherKeys',
    (keys?.records ?? []).filter((key) => !drawn.includes(key)),
  );
  const isWarned = status === 'secure' && reason !== null;
  const state = stateOfStatus[status];
  return {
    kind: 'zone',
    zone,
    status,
    items,
    asides: [
      ...(keys === null ? [{ state, phrase: { id: `dnssecPage.noKeys.${state}` } as const }] : []),
      ...(isWarned
        ? [{ state: 'warning', phrase: zonePhrase(`dnssec.reason.${reason}`, zone) } as const]
        : []),
      ...(others === null ? [] : [{ state: null, phrase: others }]),
    ],
  };
}
