import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Input,
} from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { tenantKey } from '../../../app/tenants.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

/** Names a run as what later ones are compared with, or takes the name away. */
export function BaselineButton({
  run,
  when,
}: {
  readonly run: RunView;
  readonly when: string;
}): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { name, setName, save } = useBaseline(run, () => setOpen(false));
  if (run.baseline !== null) {
    return (
      <Button size="small" disabledFocusable={save.isPending} onClick={() => save.mutate(null)}>
        {t('runs.baseline.remove')}
        <VisuallyHidden> {run.baseline}</VisuallyHidden>
      </Button>
    );
  }
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button size="small">
          {t('runs.baseline.name')}
          <VisuallyHidden> {when}</VisuallyHidden>
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') save.mutate(name.trim());
          }}
        >
          <DialogBody>
            <DialogTitle>{t('runs.baseline.title')}</DialogTitle>
            <DialogContent>
              <p>{t('runs.baseline.text')}</p>
              <Field label={t('runs.baseline.field')} required>
                <Input value={name} maxLength={80} onChange={(_, { value }) => setName(value)} />
              </Field>
              {save.error instanceof CallFailed && <ErrorMessage error={save.error.error} />}
            </DialogContent>
            <DialogActions>
              <DialogTrigger disableButtonEnhancement>
                <Button>{t('app.cancel')}</Button>
              </DialogTrigger>
              <Button
                type="submit"
                appearance="primary"
                disabledFocusable={name.trim() === '' || save.isPending}
              >
                {t('runs.baseline.save')}
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}

function useBaseline(run: RunView, onDone: () => void) {
  const client = useQueryClient();
  const [name, setName] = useState('');
  const save = useMutation({
    mutationFn: (value: string | null) => ask('readiness.baseline', { runId: run.id, name: value }),
    async onSuccess() {
      onDone();
      await client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  return { name, setName, save };
}
