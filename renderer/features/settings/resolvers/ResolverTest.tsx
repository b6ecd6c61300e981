import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { useEffect, useRef, useState } from 'react';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { SpokenStatus } from '../../../ui/SpokenStatus.tsx';
import { TestResult } from './TestResult.tsx';
import { startJob } from '../../../app/call.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AppError } from '../../../../shared/errors.ts';
import type { JobProgress } from '../../../app/call.ts';
import type { ReactNode } from 'react';
import type { ResolverSelfTest } from '../../../../shared/contract/dns.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  start: { justifySelf: 'start' },
  results: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  offer: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  text: { margin: 0, maxWidth: '72ch' },
});

type TestState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly progress: JobProgress | null }
  | { readonly kind: 'failed'; readonly error: AppError }
  | { readonly kind: 'done' };

/** Tells what the resolvers can do, as each is found out. */
export function ResolverTest({
  resolvers,
  offersPublic,
  onOffer,
}: {
  readonly resolvers: readonly string[];
  /** There are public ones to choose, and they are not shown yet. */
  readonly offersPublic: boolean;
  readonly onOffer: () => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { state, results, start, cancel } = useSelfTest();
  const unusable = results.some(({ usable }) => !usable);
  return (
    <div className={styles.root}>
      <Button
        className={styles.start}
        icon={<BeakerRegular />}
        disabledFocusable={resolvers.length === 0 || state.kind === 'running'}
        onClick={() => void start(resolvers)}
      >
        {t('networkSettings.test.start', { count: resolvers.length })}
      </Button>
      {state.kind === 'running' && (
        <JobProgressBar
          label={t('networkSettings.test.running')}
          progress={state.progress}
          onCancel={cancel}
        />
      )}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      {results.length > 0 && (
        <ul className={styles.results} aria-label={t('networkSettings.test.results')}>
          {results.map((result) => (
            <li key={result.resolver}>
              <TestResult result={result} />
            </li>
          ))}
        </ul>
      )}
      <SpokenStatus>
        {state.kind === 'done' &&
          results.map(({ verdict }) => t(`dns.self-test.verdict.${verdict}`)).join(' ')}
      </SpokenStatus>
      {state.kind === 'done' && unusable && (
        <div className={styles.offer}>
          <p className={styles.text}>{t('dns.self-test.offer')}</p>
          {offersPublic && (
            <Button onClick={onOffer}>{t('networkSettings.resolvers.public')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

function useSelfTest() {
  const [state, setState] = useState<TestState>({ kind: 'idle' });
  const [results, setResults] = useState<readonly ResolverSelfTest[]>([]);
  const running = useRef<(() => void) | null>(null);
  // A test whose results nobody would see is not gone on with.
  useEffect(() => () => running.current?.(), []);
  const start = async (resolvers: readonly string[]): Promise<void> => {
    if (running.current !== null || resolvers.length === 0) return;
    setResults([]);
    setState({ kind: 'running', progress: null });
    const job = startJob(
      'dns.selfTest',
      { resolvers: [...resolvers] },
      (progress) =>
        setState((old) => (old.kind === 'running' ? { kind: 'running', progress } : old)),
      (result) =>
        setResults((old) => [...old.filter((one) => one.resolver !== result.resolver), result]),
    );
    running.current = job.cancel;
    const result = await job.result;
    running.current = null;
    setState(result.ok ? { kind: 'done' } : { kind: 'failed', error: result.error });
    if (result.ok) setResults(result.value);
  };
  return { state, results, start, cancel: () => running.current?.() };
}
