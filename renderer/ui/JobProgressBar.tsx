import { Button, Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { useWords } from './words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'end', gap: tokens.spacingHorizontalM },
  field: { flexGrow: 1, minWidth: 0, paddingBottom: '8px' },
});

/** A running job: its name, how far it is where that is known, and a way to end it. */
export function JobProgressBar({
  label,
  progress,
  onCancel,
}: {
  readonly label: string;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly onCancel: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const known = progress !== null && progress.total !== null && progress.total > 0;
  return (
    <div className={styles.root}>
      <Field
        className={styles.field}
        label={label}
        validationState="none"
        validationMessage={
          known
            ? t('app.jobs.percent', { share: progress.done / (progress.total ?? 1) })
            : t('app.jobs.running')
        }
      >
        {known ? <ProgressBar value={progress.done} max={progress.total ?? 1} /> : <ProgressBar />}
      </Field>
      <Button onClick={onCancel}>{t('app.cancel')}</Button>
    </div>
  );
}
