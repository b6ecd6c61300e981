import { Button, Field, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed, ask } from '../../app/call.ts';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { checklistQuery } from './queries.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useKeptFocus } from '../../ui/useKeptFocus.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ChecklistStep } from '../../../shared/contract/checklists.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    width: '100%',
    maxWidth: '560px',
  },
  note: { width: '100%' },
});

/** A step that the person ticks: with a note, and not while it would stop mail. */
export function StepTick({
  place,
  step,
  of,
}: {
  readonly place: ChecklistPlace;
  readonly step: ChecklistStep;
  readonly of: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const [note, setNote] = useState('');
  const root = useKeptFocus<HTMLDivElement>(step.state);
  const byPerson = step.checked?.by === 'person';
  const tick = useMutation({
    mutationFn: (done: boolean) =>
      ask('checklists.tick', { ...place, step: step.id, done, note: done ? note : '' }),
    async onSuccess(view, done) {
      announce(t(done ? 'checklistPage.ticked' : 'checklistPage.unticked'));
      // Taken back, it can be said anew in other words.
      setNote(done ? '' : (step.checked?.note ?? ''));
      client.setQueryData(checklistQuery(place).queryKey, view);
      await client.invalidateQueries({ queryKey: [...tenantKey, 'checklists'] });
    },
  });
  const failed = tick.error instanceof CallFailed && <ErrorMessage error={tick.error.error} />;
  if (step.state === 'done') {
    if (!byPerson) return null;
    return (
      <div ref={root} className={styles.root}>
        <Button disabledFocusable={tick.isPending} onClick={() => tick.mutate(false)}>
          {t('checklistPage.untick')}
          <VisuallyHidden> {of}</VisuallyHidden>
        </Button>
        {failed}
      </div>
    );
  }
  // What the app can see is not for a person to say, unless the app could not look.
  if (step.state === 'blocked' || (step.verifiable && step.state !== 'unknown')) return null;
  return (
    <div ref={root} className={styles.root}>
      <Field
        className={styles.note}
        label={t('checklistPage.note')}
        hint={t('checklistPage.note.hint')}
      >
        <Textarea value={note} maxLength={2000} onChange={(_, { value }) => setNote(value)} />
      </Field>
      <Button disabledFocusable={tick.isPending} onClick={() => tick.mutate(true)}>
        {t('checklistPage.tick')}
        <VisuallyHidden> {of}</VisuallyHidden>
      </Button>
      {failed}
    </div>
  );
}
