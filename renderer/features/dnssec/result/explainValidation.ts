import { zonePhrase } from '../picture/phrases.ts';
import type { Phrase } from '../picture/story.ts';
import type { ValidationReason } from '../../../../shared/dnssec/reasons.ts';
import type { ValidationView } from '../../../../shared/contract/dnssec.ts';
import type { WordId } from '../../../../shared/words/en.ts';

export interface Explanation {
  readonly meaning: WordId;
  /** `null`: there is nothing to explain. */
  readonly reason: Phrase | null;
  readonly action: WordId | null;
  /** The chain breaks at its very start. */
  readonly isOfRoot: boolean;
  /** A resolver that strips, lies or fails looks like this. */
  readonly mayBeResolver: boolean;
}

/** What a resolver that takes signatures or proofs away, or can't get them, brings about. */
const resolverReasons: ReadonlySet<ValidationReason> = new Set([
  'no-answer',
  'servfail',
  'refused',
  'error-rcode',
  'ds-denial-missing',
  'ds-denial-contradicted',
  'signature-missing',
  'denial-missing',
  'denial-incomplete',
  'denial-contradicted',
  'wildcard-unproven',
]);

/** What a validation came to, in sentences. */
export function explainValidation({ validation, evidence }: ValidationView): Explanation {
  const { status, chain, denial, records } = validation;
  const worst = chain.find((step) => step.result === status && step.reason === validation.reason);
  // A secure answer may still have something worth knowing on its way.
  const noted = chain.find(({ reason }) => reason !== null);
  const told = validation.reason ?? (status === 'secure' ? (noted?.reason ?? null) : null);
  const zone = (validation.reason === null ? noted : worst)?.zone ?? validation.name;
  const isAbsence = denial !== null && denial.kind !== 'wildcard' && records.length === 0;
  const isOfRoot = status === 'bogus' && evidence.zones.at(-1)?.anchor != null;
  return {
    meaning:
      status === 'secure' && isAbsence
        ? 'dnssec.meaning.secure-absence'
        : `dnssec.meaning.${status}`,
    reason: told === null ? null : zonePhrase(`dnssec.reason.${told}`, zone),
    action: told === null ? null : `dnssec.action.${told}`,
    isOfRoot,
    mayBeResolver: isOfRoot || (told !== null && resolverReasons.has(told)),
  };
}
