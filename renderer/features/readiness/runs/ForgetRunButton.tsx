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
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

/** Removes a run, once that was confirmed. */
export function ForgetRunButton({
  run,
  when,
}: {
  readonly run: RunView;
  readonly when: string;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => ask('readiness.forgetRun', { runId: run.id }),
    async onSuccess() {
      announce(t('runs.forgotten'));
      await client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small" icon={<DeleteRegular />}>
          {t('runs.forget')}
          <VisuallyHidden> {when}</VisuallyHidden>
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('runs.forget.title')}</DialogTitle>
          <DialogContent>
            <p>{t('runs.of', { when })}</p>
            <p>{t('runs.forget.text')}</p>
            {error instanceof CallFailed && <ErrorMessage error={error.error} />}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={isPending} onClick={() => mutate()}>
              {t('runs.forget.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
