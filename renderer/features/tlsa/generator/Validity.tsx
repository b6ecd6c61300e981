import { useIntl } from 'react-intl';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { relativeTime } from '../../../ui/relativeTime.ts';
import { useNow } from '../../../ui/now.ts';
import { useWords } from '../../../ui/words.tsx';
import { validityState } from './validity.ts';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { ReactNode } from 'react';
import type { ValidityState } from './validity.ts';

const verdicts = {
  valid: 'good',
  'ends-soon': 'warning',
  expired: 'warning',
  'not-yet-valid': 'warning',
  unreadable: 'warning',
} as const satisfies Record<ValidityState, string>;

/** What is left of a certificate's validity, in words. Dates only ever warn. */
export function Validity({ certificate }: { readonly certificate: Certificate }): ReactNode {
  const t = useWords();
  const intl = useIntl();
  const now = useNow();
  const state = validityState(certificate, now);
  const edge = state === 'not-yet-valid' ? certificate.notBefore : certificate.notAfter;
  const { amount, unit } = relativeTime(new Date(edge ?? now), now);
  return (
    <VerdictIcon
      verdict={verdicts[state]}
      word={t(`generator.validity.${state}`, {
        when: intl.formatRelativeTime(amount, unit, { numeric: 'auto' }),
      })}
    />
  );
}
