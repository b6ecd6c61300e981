import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ExternalLink } from '../../../ui/ExternalLink.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { externalHosts } from '../../../../shared/externalHosts.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useSignInRun } from './useSignInRun.ts';
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
});

/** The sign-in that runs: what it waits for, for how long, and a way to end it. */
export function SignInProgress(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { state, step, cancel } = useSignInRun();
  if (state.kind === 'running') {
    return (
      <div className={styles.root}>
        <JobProgressBar label={t(labels[step?.step ?? 'none'])} progress={null} onCancel={cancel} />
        {step !== null && <Step step={step} />}
      </div>
    );
  }
  if (state.kind !== 'failed') return null;
  return state.error.code === 'cancelled' ? (
    <p className={styles.text}>{t('signInPage.cancelled')}</p>
  ) : (
    <ErrorMessage error={state.error} />
  );
}

const labels = {
  none: 'signInPage.starting',
  browser: 'signInPage.browser.waiting',
  code: 'signInPage.code.title',
} as const;

function Step({ step }: { readonly step: SignInStep }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const announce = useAnnounce();
  const speak = useEffectEvent(() =>
    announce(
      step.step === 'browser'
        ? t('signInPage.browser.waiting')
        : `${t('signInPage.code.title')}: ${step.userCode}`,
    ),
  );
  useEffect(() => speak(), []);
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
        <CopyButton
          text={step.verificationUri}
          label={t('signInPage.code.copyAddress')}
          size="small"
        />
        {isOpenable(step.verificationUri) && (
          <span>
            <ExternalLink href={step.verificationUri}>{t('signInPage.code.open')}</ExternalLink>
          </span>
        )}
      </div>
      <p className={styles.text}>
        {t('signInPage.code.message')}: <span translate="no">{step.message}</span>
      </p>
      <TimeLeft until={step.until} />
    </>
  );
}

/** What the service named, if it is a page that the app may open. */
function isOpenable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === 'https:' && externalHosts.includes(host);
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
