import { arrowToLink, linkBox } from './tellLink.ts';
import { stateOfStatus } from './story.ts';
import { tellDelegation } from './tellDelegation.ts';
import { tellZone } from './tellZone.ts';
import { zonePhrase } from './phrases.ts';
import type { Arrow, Box, Story } from './story.ts';
import type {
  LinkEvidence,
  ValidationEvidence,
  ZoneEvidence,
} from '../../../../shared/dnssec/evidence.ts';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';

type Zones = ReadonlyMap<string, ZoneEvidence>;

/** From where the chain starts down to a zone. */
function pathTo(zone: string, zones: Zones): ZoneEvidence[] {
  const path: ZoneEvidence[] = [];
  let next = zones.get(zone);
  while (next !== undefined && !path.includes(next)) {
    path.unshift(next);
    next = next.parent === null ? undefined : zones.get(next.parent);
  }
  return path;
}

/** Tags of the keys of each zone that signed something that is drawn below it. */
function signersOf({ zones, links }: ValidationEvidence): ReadonlyMap<string, Set<number>> {
  const signers = new Map<string, Set<number>>();
  const signatures = [
    ...zones.flatMap(({ ds, denial }) => [
      ...(ds?.signatures ?? []),
      ...(denial?.records.map(({ signature }) => signature) ?? []),
    ]),
    ...links.flatMap(({ sets, denial }) => [
      ...sets.flatMap((set) => set.signatures),
      ...(denial?.records.map(({ signature }) => signature) ?? []),
    ]),
  ];
  for (const { signer, keyTag, isUsed } of signatures) {
    if (isUsed) signers.set(signer, (signers.get(signer) ?? new Set()).add(keyTag));
  }
  return signers;
}

/** At the start of a further chain: the zone, drawn above, that it goes on from. */
function reference(zone: ZoneEvidence): Box {
  return {
    kind: 'box',
    what: 'reference',
    state: stateOfStatus[zone.status],
    title: zonePhrase('dnssecPage.reference', zone.zone),
    notes: [],
  };
}

function aliasArrow({ status, target }: LinkEvidence): Arrow {
  return {
    kind: 'arrow',
    state: stateOfStatus[status],
    isBreak: false,
    phrase: { id: 'dnssecPage.alias', values: { target: target ?? '' } },
    note: null,
    endsFirst: false,
  };
}

/** Something that ended the check and is no fault of a zone or link: a circle of aliases, a limit. */
function stopBox({ validation }: ValidationView): Box | null {
  const { status, reason, chain } = validation;
  const isTold = chain.some((step) => step.result === status && step.reason === reason);
  if (reason === null || isTold) return null;
  return {
    kind: 'box',
    what: 'stop',
    state: stateOfStatus[status],
    title: { id: 'dnssecPage.stop' },
    notes: [zonePhrase(`dnssec.reason.${reason}`, validation.name)],
  };
}

/** Of several signatures that end at the same moment, the first is marked. */
function markFirstEnd(story: Story): Story {
  let isMarked = false;
  const mark = <Item extends Box | Arrow>(item: Item): Item => {
    if (item.endsFirst !== true) return item;
    const marked = isMarked ? { ...item, endsFirst: false } : item;
    isMarked = true;
    return marked;
  };
  return story.map((part) =>
    part.kind === 'zone' ? { ...part, items: part.items.map(mark) } : mark(part),
  );
}

/** Each zone once, at its first use; each alias begins a further chain. Empty: no answer came. */
export function tellChain(view: ValidationView): Story {
  const { validation, evidence } = view;
  // Of a chain that is broken, nothing that ends matters.
  const isWhole = validation.status === 'secure' || validation.status === 'insecure';
  const expires = isWhole ? validation.expires : null;
  const zones: Zones = new Map(evidence.zones.map((zone) => [zone.zone, zone]));
  const signers = signersOf(evidence);
  const told = new Set<string>();
  const story: Story[number][] = [];
  for (const [index, link] of evidence.links.entries()) {
    const path = pathTo(link.zone, zones);
    const known = path.findLast(({ zone }) => told.has(zone));
    if (known !== undefined) story.push(reference(known));
    for (const zone of path.filter((each) => !told.has(each.zone))) {
      told.add(zone.zone);
      story.push(...tellDelegation(zone, expires));
      story.push(tellZone(zone, signers.get(zone.zone) ?? new Set(), expires));
    }
    story.push(arrowToLink(link, zones.get(link.zone), expires), linkBox(link, index, validation));
    if (link.target !== null && link !== evidence.links.at(-1)) story.push(aliasArrow(link));
  }
  const stop = stopBox(view);
  return markFirstEnd(stop === null || story.length === 0 ? story : [...story, stop]);
}
