import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment } from 'react';
import { Commands } from '../Commands.tsx';
import { Deadline } from '../Deadline.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import { StatusLabel } from '../StatusLabel.tsx';
import { Subject } from '../Subject.tsx';
import { WaiveButton } from './WaiveButton.tsx';
import { describeResult } from '../../../../shared/readiness/describe.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RuleResult } from '../../../../shared/readiness/rule.ts';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    justifyItems: 'start',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    breakInside: 'avoid',
    '& > *': { width: '100%' },
  },
  title: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalM}`,
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0 },
  detail: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  sample: { margin: 0, overflowWrap: 'anywhere' },
});

/** One result whole: how it stands, why, who is affected, what to copy, and what it is judged by. */
export function ResultCard({
  result,
  tenant,
  run,
}: {
  readonly result: RuleResult;
  readonly tenant: TenantView;
  readonly run: RunView;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { title, message } = describeResult(result, t);
  const { subject, severity, deadline, remedy, evidence } = result;
  const of = subject ?? title;
  return (
    <article className={styles.root}>
      <h3 className={styles.title}>
        <Subject subject={subject} />
        <StatusLabel status={result.status} />
      </h3>
      <p className={styles.text}>{message}</p>
      <p className={styles.detail}>
        {t('readinessPage.severity', { severity: t(`readiness.severity.${severity}`) })}
        {deadline !== null && (
          <>
            {' · '}
            {t('readinessPage.deadline')} <Deadline at={deadline} />
          </>
        )}
      </p>
      <Affected result={result} />
      {remedy !== null && (
        <>
          <Commands title={t('rulePage.commands')} lines={remedy.commands} of={of} />
          <Commands title={t('rulePage.records')} lines={remedy.records} of={of} />
          {remedy.rollback.length > 0 && (
            <Disclosure label={t('rulePage.rollback')} of={of}>
              <Commands title={t('rulePage.commands')} lines={remedy.rollback} of={of} />
            </Disclosure>
          )}
          {remedy.verify.length > 0 && (
            <Disclosure label={t('rulePage.verify')} of={of}>
              <Commands title={t('rulePage.commands')} lines={remedy.verify} of={of} />
            </Disclosure>
          )}
        </>
      )}
      {evidence.length > 0 && (
        <Disclosure label={t('rulePage.evidence')} of={of}>
          <EvidenceTable evidence={evidence} of={of} run={run} />
        </Disclosure>
      )}
      <WaiveButton result={result} tenant={tenant.key} />
    </article>
  );
}

function Affected({ result: { affected } }: { readonly result: RuleResult }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  if (affected.count === 0) return null;
  const more = affected.count - affected.sample.length;
  return (
    <p className={styles.sample}>
      {t('rulePage.affected', { count: affected.count })}{' '}
      <span translate="no">
        {affected.sample.map((name, index) => (
          // The same name may be affected twice; a result never changes.
          // oxlint-disable-next-line react/no-array-index-key
          <Fragment key={index}>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
      </span>
      {more > 0 && ` ${t('rulePage.affected.more', { count: more })}`}
    </p>
  );
}
