import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { createRegistrationRun } from '../runs.ts';
import { errorText } from '../../../ui/errorText.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RegistrationCheck as Check } from '../../../../shared/contract/identity.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  text: { margin: 0, maxWidth: '72ch' },
  start: { justifySelf: 'start' },
  list: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
});

/** Whether Entra knows tenant and application; each answer as it comes. */
export function RegistrationCheck(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const run = useFeatureStore(createRegistrationRun);
  const state = useStore(run.state);
  const items = useStore(run.items);
  const checks = state.kind === 'done' ? state.value : items;
  return (
    <div className={styles.root}>
      <p className={styles.text}>{t('signInPage.check.text')}</p>
      {state.kind === 'running' ? (
        <JobProgressBar
          label={t('signInPage.check.running')}
          progress={state.progress}
          onCancel={run.cancel}
        />
      ) : (
        <Button className={styles.start} onClick={() => void run.start({})}>
          {t('signInPage.check')}
        </Button>
      )}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      {checks.length > 0 && (
        <ul className={styles.list} aria-label={t('signInPage.check.results')}>
          {checks.map((check) => (
            <li key={check.check}>
              <CheckResult check={check} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function CheckResult({ check: { check, passed, problem } }: { readonly check: Check }): ReactNode {
  const t = useWords();
  const verdict = passed === null ? 'unknown' : passed ? 'good' : 'bad';
  const text = problem === null ? null : errorText(t, problem);
  return (
    <>
      <VerdictIcon verdict={verdict} /> {t(`identity.check.${check}`)}
      {passed === null && text === null && <> – {t('signInPage.check.unknown')}</>}
      {text !== null && (
        <>
          <br />
          {text.message} {text.action}
        </>
      )}
    </>
  );
}
