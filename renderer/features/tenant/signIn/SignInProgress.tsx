import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { createBrowserRun, createCodeRun } from '../runs.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SignInStep } from '../../../../shared/contract/identity.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  text: { margin: 0, maxWidth: '72ch' },
  code: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  digits: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    letterSpacing: '0.08em',
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** The sign-in that runs: what it waits for, for how long, and a way to end it. */
export function SignInProgress(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const browser = useFeatureStore(createBrowserRun);
  const code = useFeatureStore(createCodeRun);
  const browserState = useStore(browser.state);
  const codeState = useStore(code.state);
  const browserSteps = useStore(browser.items);
  const codeSteps = useStore(code.items);
  const [run, state, steps] =
    codeState.kind === 'idle'
      ? ([browser, browserState, browserSteps] as const)
      : ([code, codeState, codeSteps] as const);
  const step = steps.at(-1);
  return (
    <div className={styles.root}>
      {state.kind === 'running' && (
        <>
          <JobProgressBar
            label={t(
              step === undefined
                ? 'signInPage.starting'
                : step.step === 'browser'
                  ? 'signInPage.browser.waiting'
                  : 'signInPage.code.title',
            )}
            progress={null}
            onCancel={run.cancel}
          />
          {step !== undefined && <Step step={step} />}
        </>
      )}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      {state.kind === 'done' && (
        <p className={styles.text}>
          {t('signInPage.signedIn', { username: state.value.username })}
        </p>
      )}
    </div>
  );
}

function Step({ step }: { readonly step: SignInStep }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (step.step === 'browser') {
    return (
      <>
        <p className={styles.text}>{t('signInPage.browser.text')}</p>
        <TimeLeft until={step.until} />
      </>
    );
  }
  return (
    <>
      <div className={styles.code}>
        <VisuallyHidden>{t('signInPage.code.label')}: </VisuallyHidden>
        <code className={styles.digits} translate="no">
          {step.userCode}
        </code>
        <CopyButton text={step.userCode} label={t('signInPage.code.copy')} />
      </div>
      <p className={styles.text}>{t('signInPage.code.where')}</p>
      <div className={styles.code}>
        <code translate="no">{step.verificationUri}</code>
        <CopyButton text={step.verificationUri} of={step.verificationUri} size="small" />
      </div>
      <p className={styles.text}>
        {t('signInPage.code.message')}: <span translate="no">{step.message}</span>
      </p>
      <TimeLeft until={step.until} />
    </>
  );
}

/** Counts down by the second; not spoken at each. */
function TimeLeft({ until }: { readonly until: string }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const left = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = setInterval(() => {
      setSeconds(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)));
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return (
    <p className={styles.text}>
      {t('signInPage.left', {
        seconds,
        minutes: Math.floor(seconds / 60),
        rest: String(seconds % 60).padStart(2, '0'),
      })}
    </p>
  );
}
