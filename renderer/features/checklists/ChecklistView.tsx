import { Button, Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { DateTime } from '../../ui/DateTime.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { ResetButton } from './ResetButton.tsx';
import { StepCard } from './StepCard.tsx';
import { checklistMarkdown } from './checklistMarkdown.ts';
import { saveText } from '../../ui/saveText.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useVerifying } from './useVerifying.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ChecklistView as View } from '../../../shared/contract/checklists.ts';
import type { ReactNode } from 'react';
import type { Verifying } from './useVerifying.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  text: { margin: 0, maxWidth: '80ch' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media print': { display: 'none' },
  },
  steps: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** The steps of a checklist, how far they are, and what can be done with them all. */
export function ChecklistView({
  place,
  view,
}: {
  readonly place: ChecklistPlace;
  readonly view: View;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const { verify, state, cancel, step: looked } = useVerifying(place);
  const done = view.steps.filter((step) => step.state === 'done').length;
  const total = view.steps.length;
  const running = state.kind === 'running';
  const save = () => {
    const name = `${[view.id, view.subject].filter((part) => part !== null).join('-')}.md`;
    saveText(name, checklistMarkdown(view, t), 'text/markdown');
    announce(t('app.saved', { name }));
  };
  return (
    <div className={styles.root}>
      <Field
        label={t('checklistPage.progress')}
        validationState="none"
        validationMessage={t('checklists.progress', { done, total })}
      >
        <ProgressBar value={done} max={Math.max(total, 1)} color="brand" />
      </Field>
      <p className={styles.text}>
        {t(`checklist.reader.${view.reader}`)}
        {view.snapshot !== null && (
          <>
            {' '}
            {t('readinessPage.snapshot')}: <DateTime value={view.snapshot.takenAt} />
          </>
        )}
      </p>
      <div className={styles.actions}>
        <Button appearance="primary" disabledFocusable={running} onClick={() => verify(null)}>
          {t('checklistPage.verifyAll')}
        </Button>
        <Button icon={<ArrowDownloadRegular />} onClick={save}>
          {t('checklistPage.export')}
        </Button>
        <Button icon={<PrintRegular />} onClick={() => window.print()}>
          {t('checklistPage.print')}
        </Button>
        <ResetButton place={place} />
      </div>
      {looked === null && <Looking state={state} onCancel={cancel} />}
      {looked === null && <Failed state={state} />}
      <ol className={styles.steps} aria-label={t('checklistPage.steps')}>
        {view.steps.map((step, index) => (
          <li key={step.id}>
            <StepCard
              place={place}
              step={step}
              number={index + 1}
              total={total}
              onVerify={running ? null : () => verify(step.id)}
            >
              {looked === step.id && (
                <>
                  <Looking state={state} onCancel={cancel} />
                  <Failed state={state} />
                </>
              )}
            </StepCard>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Looking({
  state,
  onCancel,
}: Pick<Verifying, 'state'> & { readonly onCancel: () => void }): ReactNode {
  const t = useWords();
  if (state.kind !== 'running') return null;
  return (
    <JobProgressBar
      label={t('checklistPage.verifying')}
      progress={state.progress}
      onCancel={onCancel}
    />
  );
}

function Failed({ state }: Pick<Verifying, 'state'>): ReactNode {
  return state.kind === 'failed' && <ErrorMessage error={state.error} />;
}
