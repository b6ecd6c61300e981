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
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../app/call.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { checklistQuery } from './queries.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ReactNode } from 'react';

/** Forgets what was ticked and seen, once that was confirmed. */
export function ResetButton({ place }: { readonly place: ChecklistPlace }): ReactNode {
  const t = useWords();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const reset = useMutation({
    mutationFn: () => ask('checklists.reset', place),
    async onSuccess(view) {
      setOpen(false);
      client.setQueryData(checklistQuery(place).queryKey, view);
      await client.invalidateQueries({ queryKey: [...tenantKey, 'checklists'] });
    },
  });
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button>{t('checklistPage.reset')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('checklistPage.reset.title')}</DialogTitle>
          <DialogContent>
            <p>{t('checklistPage.reset.text')}</p>
            {reset.error instanceof CallFailed && <ErrorMessage error={reset.error.error} />}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={reset.isPending} onClick={() => reset.mutate()}>
              {t('checklistPage.reset.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
