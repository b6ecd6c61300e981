import type { Arrow, Phrase } from './story.ts';
import type { SignatureView } from '../../../../shared/dnssec/evidence.ts';
import type { ValidationReason } from '../../../../shared/dnssec/reasons.ts';
import type { WordId } from '../../../../shared/words/en.ts';

/** A sentence about a zone; who speaks it says “the root” for `.`. */
export function zonePhrase(id: WordId, zone: string): Phrase {
  return { id, values: { zone } };
}

/** A signature that holds, with its end. */
export function signedArrow(
  id: WordId,
  signature: SignatureView,
  expires: string | null,
  count = 1,
): Arrow {
  return {
    kind: 'arrow',
    state: 'good',
    isBreak: false,
    phrase: { id, values: { keyTag: String(signature.keyTag), count } },
    note: { id: 'dnssecPage.until', values: { until: new Date(signature.expiration) } },
    endsFirst: signature.expiration === expires,
  };
}

const timeReasons: ReadonlySet<ValidationReason | null> = new Set([
  'signature-expired',
  'signature-not-yet-valid',
]);

/** Where the chain breaks; with the dates, where they are why. */
export function brokenArrow(
  reason: ValidationReason | null,
  zone: string,
  signatures: readonly SignatureView[],
): Arrow {
  const [first] = signatures;
  const isOfTime = first !== undefined && timeReasons.has(reason);
  return {
    kind: 'arrow',
    state: 'bad',
    isBreak: true,
    phrase: zonePhrase(`dnssec.reason.${reason ?? 'signature-invalid'}`, zone),
    note: isOfTime
      ? {
          id: 'dnssecPage.validBetween',
          values: {
            keyTag: String(first.keyTag),
            from: new Date(first.inception),
            until: new Date(first.expiration),
          },
        }
      : null,
    endsFirst: false,
  };
}
