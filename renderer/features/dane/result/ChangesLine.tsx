import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { TextLink } from '../../../ui/TextLink.tsx';
import { changesQuery } from '../history/queries.ts';
import { useWords } from '../../../ui/words.tsx';
import type { KeptCheck } from '../../../../shared/contract/dane.ts';
import type { ReactNode } from 'react';

/** What has changed since the check before, in one line; the history tells the rest. */
export function ChangesLine({ kept }: { readonly kept: KeptCheck }): ReactNode {
  const t = useWords();
  const { formatDate } = useIntl();
  const { data } = useQuery(changesQuery(kept.id));
  if (data === undefined) return null;
  if (data.since === null) return t('daneCheck.before.none');
  const when = formatDate(data.since, { dateStyle: 'medium', timeStyle: 'short' });
  if (data.changes.length === 0) return t('daneCheck.before.same', { when });
  return (
    <TextLink
      inline
      to="/history/$subject"
      params={{ subject: kept.check.domain }}
      search={{ check: kept.id, ...(kept.place === 'lab' && { place: 'lab' as const }) }}
    >
      {t('daneCheck.before.changed', { count: data.changes.length, when })}
    </TextLink>
  );
}
