import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { Commands } from '../readiness/Commands.tsx';
import { DateTime } from '../../ui/DateTime.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { StepTick } from './StepTick.tsx';
import { VerdictIcon } from '../../ui/VerdictIcon.tsx';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { messageWords, stepWords, waitWords } from './stepWords.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ChecklistStep } from '../../../shared/contract/checklists.ts';
import type { ReactNode } from 'react';
import type { Verdict } from '../../ui/VerdictIcon.tsx';

const icons: Readonly<Record<ChecklistStep['state'], Verdict>> = {
  done: 'good',
  open: 'wait',
  unknown: 'unknown',
  blocked: 'bad',
};

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    breakInside: 'avoid',
  },
  number: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, maxWidth: '80ch' },
  evidence: { margin: 0, paddingInlineStart: '20px', overflowWrap: 'anywhere' },
  actions: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalM,
    '@media print': { display: 'none' },
  },
});

/** One step: how it stands, what, why, how, how long to wait, how to go back, what was seen. */
export function StepCard({
  place,
  step,
  number,
  total,
  onVerify,
  children,
}: {
  readonly place: ChecklistPlace;
  readonly step: ChecklistStep;
  readonly number: number;
  readonly total: number;
  /** `null`: something is being looked at already. */
  readonly onVerify: (() => void) | null;
  /** How the looking at it goes. */
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const say = (part: Parameters<typeof stepWords>[2]) => stepWords(place.checklist, step, part, t);
  const title = say('title') ?? step.id;
  const message = messageWords(step, t);
  const blocked = step.state === 'blocked';
  return (
    <article className={styles.root} aria-label={title}>
      <div>
        <p className={styles.number}>{t('checklistPage.step', { number, total })}</p>
        <h2 className={styles.title}>{title}</h2>
        <VerdictIcon verdict={icons[step.state]} word={t(`checklistPage.state.${step.state}`)} />
      </div>
      {message !== null && (
        <MessageBar intent={blocked ? 'error' : 'info'} layout="multiline">
          <MessageBarBody>
            {message} {blocked && t('checklistPage.blocked.commands')}
          </MessageBarBody>
        </MessageBar>
      )}
      <DefinitionList
        items={[
          ...entry(t('checklistPage.what'), say('what')),
          ...entry(t('checklistPage.why'), say('why')),
          ...entry(t('checklistPage.portal'), say('portal')),
          ...entry(
            t('checklistPage.wait'),
            step.waitSeconds === null ? null : waitWords(step.waitSeconds, t),
          ),
          ...entry(t('checklistPage.rollback'), say('rollback')),
        ]}
      />
      {!blocked && (
        <>
          <Commands title={t('checklistPage.commands')} lines={step.commands} of={title} />
          <Commands title={t('checklistPage.records')} lines={step.records} of={title} />
        </>
      )}
      <Commands title={t('checklistPage.rollback.commands')} lines={step.rollback} of={title} />
      <Seen step={step} />
      {children}
      <div className={styles.actions}>
        {step.verifiable && (
          <Button disabledFocusable={onVerify === null} onClick={() => onVerify?.()}>
            {t('checklistPage.verify')}
            <VisuallyHidden> {title}</VisuallyHidden>
          </Button>
        )}
        <StepTick place={place} step={step} of={title} />
      </div>
    </article>
  );
}

function entry(term: string, text: string | null) {
  return text === null ? [] : [{ term, description: text }];
}

/** What was seen, by whom, and what a person noted. */
function Seen({ step: { evidence, checked } }: { readonly step: ChecklistStep }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      {evidence.length > 0 && (
        <ul className={styles.evidence} aria-label={t('checklistPage.evidence')}>
          {evidence.map(({ what, value, at }) => (
            <li key={`${what} ${value}`}>
              <span translate="no">
                {what}: {value}
              </span>{' '}
              · <DateTime value={at} />
            </li>
          ))}
        </ul>
      )}
      {checked !== null && (
        <p className={styles.text}>
          {t(`checklistPage.checked.${checked.by}`)} · <DateTime value={checked.at} />
          {checked.note !== '' && (
            <>
              {' · '}
              <bdi translate="no">{checked.note}</bdi>
            </>
          )}
        </p>
      )}
    </>
  );
}
