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
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from './call.ts';
import { ErrorMessage } from '../ui/ErrorMessage.tsx';
import { useWords } from '../ui/words.tsx';
import type { ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';

/** A button for what can't be taken back: it asks first, and an error stands where it was asked. */
export function ConfirmButton<Answer>({
  label,
  icon = null,
  size = 'medium',
  title,
  children,
  yes,
  act,
  onDone,
}: {
  readonly label: ReactNode;
  readonly icon?: NonNullable<ButtonProps['icon']> | null;
  readonly size?: 'small' | 'medium';
  readonly title: string;
  /** What will be gone. */
  readonly children: ReactNode;
  readonly yes: string;
  readonly act: () => Promise<Answer>;
  readonly onDone: (answer: Answer) => Promise<void> | void;
}): ReactNode {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error } = useMutation({
    mutationFn: act,
    onSuccess(answer) {
      setOpen(false);
      return onDone(answer);
    },
  });
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={icon} size={size}>
          {label}
        </Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>
            {children}
            {error instanceof CallFailed && <ErrorMessage error={error.error} />}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={isPending} onClick={() => mutate()}>
              {yes}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
