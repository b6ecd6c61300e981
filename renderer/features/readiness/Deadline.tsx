import { FormattedDate } from 'react-intl';
import { useNow } from '../../ui/now.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

const dayMilliseconds = 86_400_000;

/** The day that was set, wherever one is; what is no date stays what it is. */
export function dayOf(at: string): string {
  const time = Date.parse(at);
  return Number.isNaN(time) ? at : new Date(time).toISOString().slice(0, 10);
}

/** A day that Microsoft or a certificate set; how far it is stands in words. */
export function Deadline({ at }: { readonly at: string }): ReactNode {
  const t = useWords();
  const now = useNow().getTime();
  const left = Date.parse(at) - now;
  if (Number.isNaN(left)) return <span translate="no">{at}</span>;
  const days = Math.ceil(left / dayMilliseconds);
  return (
    <>
      <time dateTime={at} title={at}>
        <FormattedDate value={at} dateStyle="medium" timeZone="UTC" />
      </time>{' '}
      ({t(left <= 0 ? 'readinessPage.deadline.past' : 'readinessPage.deadline.coming', { days })})
    </>
  );
}
