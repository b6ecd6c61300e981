import { describeLinks } from './describeLinks.ts';
import { describeZone } from './describeZone.ts';
import type { ValidationEvidence } from '../../../../shared/dnssec/evidence.ts';
import type { ValidatedAnswer } from '../types.ts';

/** Zones shown. A chain has about five; a hostile one could have as many as there are questions. */
const zonesShown = 100;

/** What an answer's status rests on. `now`: when it was validated; signature times are read around it. */
export function describeEvidence(answer: ValidatedAnswer, now: Date): ValidationEvidence {
  const { zones } = answer.evidence;
  return {
    zones: zones
      .slice(0, zonesShown)
      .map((link, index) => describeZone(link, zones.slice(0, index), now)),
    links: describeLinks(answer, now),
    omittedZones: Math.max(0, zones.length - zonesShown),
  };
}
