import { nameKey, namesEqual } from '../../dns/name.ts';
import { rrType } from '../../dns/codes.ts';
import { describeDenial } from './describeDenial.ts';
import { describeRecords } from './describeSigned.ts';
import { shownName } from './describeValidation.ts';
import type { LinkEvidence } from '../../../../shared/dnssec/evidence.ts';
import type { DomainName } from '../../dns/types.ts';
import type { ChainStep, ValidatedAnswer } from '../types.ts';
import type { VerifiedRrset } from '../zoneTrust.ts';

interface LinkPlace {
  readonly step: LinkEvidence['step'];
  readonly chainStep: ChainStep;
  /** The name asked for. */
  readonly name: DomainName;
  /** Where its alias stands and leads; `null`: here the way ends. */
  readonly alias: ValidatedAnswer['aliases'][number] | null;
}

/** The names on the way, in order: aliases are known by where they lead. */
function placesOf({ name, chain, aliases }: ValidatedAnswer): LinkPlace[] {
  const places: LinkPlace[] = [];
  let current = name;
  let followed = 0;
  for (const chainStep of chain) {
    const { step } = chainStep;
    if (step !== 'answer' && step !== 'cname' && step !== 'dname') continue;
    const alias = step === 'answer' ? null : (aliases[followed] ?? null);
    places.push({ step, chainStep, name: current, alias });
    if (alias === null) continue;
    followed += 1;
    current = alias.target;
  }
  return places;
}

/** Whether an RRset is what a link rests on: the alias itself, or what is no alias at the end. */
function belongsTo({ step, name, alias }: LinkPlace, { rrset }: VerifiedRrset): boolean {
  if (step === 'answer') return namesEqual(rrset.owner, name);
  const type = step === 'cname' ? rrType.CNAME : rrType.DNAME;
  if (rrset.type !== type) return false;
  return alias === null || namesEqual(rrset.owner, alias.owner);
}

export function describeLinks(answer: ValidatedAnswer, now: Date): LinkEvidence[] {
  const places = placesOf(answer);
  const { denial } = answer;
  const { data, denial: used } = answer.evidence;
  const taken = new Set<string>();
  return places.map((place, index) => {
    const isLast = index === places.length - 1;
    const sets = data.filter((verified) => {
      const key = `${verified.rrset.type} ${nameKey(verified.rrset.owner)}`;
      // A DNAME may redirect twice on one way; it is told where it first does.
      if (!belongsTo(place, verified) || taken.has(key)) return false;
      taken.add(key);
      return true;
    });
    const { zone, result, reason } = place.chainStep;
    return {
      step: place.step,
      name: shownName(place.name),
      target: place.alias === null ? null : shownName(place.alias.target),
      zone: shownName(zone),
      status: result,
      reason,
      sets: sets.map((verified) => describeRecords(verified, now)),
      denial:
        isLast && denial !== null && used.length > 0 ? describeDenial(denial, used, now) : null,
    };
  });
}
