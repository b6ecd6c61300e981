import { Button, Field, ProgressBar, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PrintRegular } from '@fluentui/react-icons/svg/print';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { ResetButton } from './ResetButton.tsx';
import { StepCard } from './StepCard.tsx';
import { checklistMarkdown } from './checklistMarkdown.ts';
import { checklistQuery, createVerifying } from './queries.ts';
import { saveText } from '../../ui/saveText.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ChecklistView as View } from '../../../shared/contract/checklists.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
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
  const { verify, state, cancel } = useVerifying(place);
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
      {running ? (
        <JobProgressBar
          label={t('checklistPage.verifying')}
          progress={state.progress}
          onCancel={cancel}
        />
      ) : (
        <div className={styles.actions}>
          <Button appearance="primary" onClick={() => verify(null)}>
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
      )}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      <ol className={styles.steps} aria-label={t('checklistPage.steps')}>
        {view.steps.map((step, index) => (
          <li key={step.id}>
            <StepCard
              place={place}
              step={step}
              number={index + 1}
              total={total}
              onVerify={running ? null : () => verify(step.id)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

/** Looks at one step or all; what comes back is shown at once. */
function useVerifying(place: ChecklistPlace) {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const verifying = useFeatureStore(createVerifying);
  const state = useStore(verifying.state);
  const run = async (step: string | null) => {
    const ended = await verifying.start({ ...place, step });
    if (ended?.kind !== 'done') return;
    const { steps } = ended.value;
    client.setQueryData(checklistQuery(place).queryKey, ended.value);
    const done = steps.filter((each) => each.state === 'done').length;
    announce(t('checklistPage.verified', { done, total: steps.length }));
    await client.invalidateQueries({ queryKey: [...tenantKey, 'checklists'] });
  };
  return { verify: (step: string | null) => void run(step), state, cancel: verifying.cancel };
}
