import { FormattedDate, useIntl } from 'react-intl';
import { relativeTime } from './relativeTime.ts';
import { stepMilliseconds, useNow } from './now.ts';
import type { ReactNode } from 'react';

/**
 * A moment, absolute and beside it relative to now; UTC in the tooltip and for machines. The browser's own
 * words for it are no sentence of ours, in the pseudo-language neither.
 */
export function DateTime({ value }: { readonly value: string }): ReactNode {
  const intl = useIntl();
  const at = new Date(value);
  const now = useNow();
  // What has just happened is no future, only because the present is behind.
  const ahead = at.getTime() - now.getTime();
  const { amount, unit } = relativeTime(ahead > 0 && ahead < stepMilliseconds ? now : at, now);
  return (
    <time dateTime={value} title={value} translate="no">
      <FormattedDate
        value={value}
        year="numeric"
        month="short"
        day="numeric"
        hour="2-digit"
        minute="2-digit"
        timeZoneName="short"
      />{' '}
      ({intl.formatRelativeTime(amount, unit, { numeric: 'auto' })})
    </time>
  );
}
