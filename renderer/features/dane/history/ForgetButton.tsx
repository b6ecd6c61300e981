import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useNavigate } from '@tanstack/react-router';
import { useMutation, useQueryClient } from '@tanstack/react-query';
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
  const { mutate, isPending } = useMutation({
    mutationFn: () => ask('dane.history.forget', { place, subject }),
    onSuccess() {
      void client.invalidateQueries({ queryKey: historyKey });
      announce(t('history.forgotten', { subject }));
      void navigate({ to: '/history', search: place === 'lab' ? { place } : {} });
    },
  });
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<DeleteRegular />}>{t('history.forget')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('history.forget.title', { subject })}</DialogTitle>
          <DialogContent>{t('history.forget.text', { count })}</DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={isPending} onClick={() => mutate()}>
              {t('history.forget.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
