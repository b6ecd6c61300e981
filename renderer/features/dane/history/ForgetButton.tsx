import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../../app/ConfirmButton.tsx';
import { ask } from '../../../app/call.ts';
import { historyKey } from './queries.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { ReactNode } from 'react';

/** Removes what is kept of a subject, once that was confirmed. */
export function ForgetButton({
  subject,
  place,
  count,
}: {
  readonly subject: string;
  readonly place: CheckPlace;
  readonly count: number;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const navigate = useNavigate();
  const client = useQueryClient();
  return (
    <ConfirmButton
      icon={<DeleteRegular />}
      label={t('history.forget')}
      title={t('history.forget.title', { subject })}
      yes={t('history.forget.yes')}
      act={() => ask('dane.history.forget', { place, subject })}
      onDone={() => {
        void client.invalidateQueries({ queryKey: historyKey });
        announce(t('history.forgotten', { subject }));
        void navigate({ to: '/history', search: place === 'lab' ? { place } : {} });
      }}
    >
      {t('history.forget.text', { count })}
    </ConfirmButton>
  );
}
