import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ open: { justifySelf: 'start' } });

/** Mixing two tenants takes two confirmations: rarely is it what one wants. */
export function MixedDialog({
  error: { params },
  onMix,
}: {
  readonly error: AppError;
  readonly onMix: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [sure, setSure] = useState(false);
  const value = (name: string) => String(params[name] ?? '');
  return (
    <Dialog
      open={open}
      onOpenChange={(_, data) => {
        setOpen(data.open);
        setSure(false);
      }}
    >
      <DialogTrigger disableButtonEnhancement>
        <Button className={styles.open}>{t('importPage.mixed.open')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('importPage.mixed.title')}</DialogTitle>
          <DialogContent>
            <p>
              {t('importPage.mixed.text', {
                name: value('name'),
                found: value('found'),
                expected: value('expected'),
              })}
            </p>
            <Checkbox
              checked={sure}
              label={t('importPage.mixed.really')}
              onChange={(_, { checked }) => setSure(checked === true)}
            />
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary">{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button
              disabledFocusable={!sure}
              onClick={() => {
                setOpen(false);
                onMix();
              }}
            >
              {t('importPage.mixed.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
