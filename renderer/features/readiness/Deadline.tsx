import { FormattedDate } from 'react-intl';
import { useNow } from '../../ui/now.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

/** A day that Microsoft or a certificate set; whether it is past stands in words. */
export function Deadline({ at }: { readonly at: string }): ReactNode {
  const t = useWords();
  const past = Date.parse(at) <= useNow().getTime();
  return (
    <>
      <time dateTime={at} title={at}>
        {/* The day that was set, wherever one is. */}
        <FormattedDate value={at} dateStyle="medium" timeZone="UTC" />
      </time>{' '}
      ({t(past ? 'readinessPage.deadline.past' : 'readinessPage.deadline.coming')})
    </>
  );
}
