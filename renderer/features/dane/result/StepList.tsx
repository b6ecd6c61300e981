import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { serviceKinds } from '../../../../shared/dane/services.ts';
import { stepsOf } from '../../../../shared/dane/steps.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CheckService } from '../../../../shared/dane/services.ts';
import type { DaneCheck, TraceEntry } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';
import type { StepView } from '../../../../shared/dane/steps.ts';
import type { WordId } from '../../../../shared/words/en.ts';
import type { Words } from '../../../ui/words.tsx';

const wide = '@media (min-width: 1000px)';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    [wide]: { gridAutoFlow: 'column', gridAutoColumns: 'minmax(0, 1fr)' },
  },
  step: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: '26px minmax(0, 10em) minmax(0, 1fr)',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalS,
    paddingBottom: tokens.spacingVerticalM,
    // The way from one step to the next.
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '9px',
      top: '24px',
      bottom: '2px',
      borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
    },
    ':last-child::before': { display: 'none' },
    [wide]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      alignContent: 'start',
      paddingBottom: 0,
      paddingInlineEnd: tokens.spacingHorizontalM,
      '::before': {
        top: '11px',
        bottom: 'auto',
        insetInlineStart: '28px',
        insetInlineEnd: '8px',
        borderLeftStyle: 'none',
        borderTop: `2px solid ${tokens.colorNeutralStroke1}`,
      },
    },
  },
  mark: { display: 'inline-flex', height: '22px', alignItems: 'center' },
  dot: {
    fontSize: '20px',
    color: tokens.colorNeutralForeground3,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  outcome: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The way to the verdict, step by step; it fills in while the check runs. */
export function StepList({
  trace,
  check,
  service,
}: {
  readonly trace: readonly TraceEntry[];
  /** `null`: it is still running. */
  readonly check: DaneCheck | null;
  readonly service: CheckService;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const isImplicit = serviceKinds[service].security === 'implicit';
  return (
    <ol className={styles.list}>
      {stepsOf(trace, check, service).map((view) => (
        <li key={view.step} className={styles.step}>
          <Mark view={view} />
          <span className={styles.name}>
            {view.step === 'starttls' && isImplicit
              ? t('daneCheck.step.starttls.implicit')
              : t(`daneCheck.step.${view.step}`)}
          </span>
          <span className={styles.outcome}>{outcomeText(t, view, check)}</span>
        </li>
      ))}
    </ol>
  );
}

function Mark({ view: { state } }: { readonly view: StepView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  switch (state) {
    case 'waiting':
    case 'skipped':
      return (
        <span className={styles.mark}>
          <CircleRegular className={styles.dot} aria-label={t(`daneCheck.state.${state}`)} />
        </span>
      );
    case 'running':
      return (
        <span className={styles.mark}>
          <Spinner size="extra-tiny" aria-label={t('daneCheck.state.running')} />
        </span>
      );
    case 'good':
    case 'note':
    case 'warning':
    case 'bad':
    case 'unknown':
      return (
        <span className={styles.mark}>
          <VerdictIcon verdict={state} word="" label={t(`app.verdict.${state}`)} />
        </span>
      );
    default:
      return state satisfies never;
  }
}

/** With numbers when the whole result is there; while it runs, only what is certain. */
function outcomeText(t: Words, view: StepView, check: DaneCheck | null): string {
  const { step, state, outcome, count, failed } = view;
  if (outcome === null || state === 'running') {
    return state === 'waiting' || state === 'running' || state === 'skipped'
      ? t(`daneCheck.state.${state}`)
      : '';
  }
  const isAnswer = step === 'mx' || step === 'addresses' || step === 'tlsa';
  if (check === null && isAnswer) return t(`dane.security.${outcome}` as WordId);
  const hosts = check?.hosts ?? [];
  // Every outcome of every step has its words; a test holds them to that.
  return t(`daneCheck.outcome.${step}.${outcome}` as WordId, {
    count,
    failed,
    hosts: hosts.length,
    addresses: hosts.reduce((sum, { addresses }) => sum + addresses.length, 0),
    records: hosts.reduce((sum, { tlsa }) => sum + tlsa.length, 0),
  });
}
