import { makeStyles, tokens } from '@fluentui/react-components';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { findingSentences } from '../../../../shared/dane/findingWords.ts';
import { severityIcons } from '../VerdictLabel.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Finding } from '../../../../shared/dane/check.ts';
import type { FindingGroup } from './findingGroups.ts';
import type { ReactNode } from 'react';
import type { Words } from '../../../ui/words.tsx';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-child': { borderTopStyle: 'none', paddingTop: 0 },
    ':last-child': { paddingBottom: 0 },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: `2px ${tokens.spacingHorizontalM}`,
  },
  where: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, maxWidth: '84ch', overflowWrap: 'anywhere' },
  fixTitle: { fontWeight: tokens.fontWeightSemibold },
  records: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    maxWidth: '960px',
  },
  copy: { justifySelf: 'start' },
  sources: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `2px ${tokens.spacingHorizontalL}`,
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  source: { display: 'inline-flex', gap: tokens.spacingHorizontalXS },
  sourceValue: { margin: 0 },
});

/** Findings, each with where it is, how to mend it, and what others call it. */
export function FindingList({ groups }: { readonly groups: readonly FindingGroup[] }): ReactNode {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {groups.map((group) => (
        <li key={group.key} className={styles.item}>
          <GroupedFinding group={group} />
        </li>
      ))}
    </ul>
  );
}

function GroupedFinding({
  group: { finding, others },
}: {
  readonly group: FindingGroup;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { severity, records } = finding;
  const { message, fix } = findingSentences(finding, t);
  return (
    <>
      <div className={styles.head}>
        <VerdictIcon verdict={severityIcons[severity]} word={t(`daneCheck.severity.${severity}`)} />
        <span className={styles.where} translate="no">
          {placeText(t, finding)}
        </span>
      </div>
      <p className={styles.text}>{message}</p>
      {others.length > 0 && (
        <p className={styles.text}>
          {t('daneCheck.finding.also', {
            places: others.map((other) => addressText(t, other)).join(', '),
          })}
        </p>
      )}
      {fix !== null && (
        <p className={styles.text}>
          <span className={styles.fixTitle}>{t('daneCheck.finding.fix')}</span> {fix}
        </p>
      )}
      {fix !== null && records !== null && <Records records={records} />}
      <Sources finding={finding} />
    </>
  );
}

function Records({ records }: { readonly records: readonly string[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const text = records.join('\n');
  const label = t('daneCheck.finding.record', { count: records.length });
  return (
    <div className={styles.records}>
      <span>{label}</span>
      <CodeBlock label={label}>{text}</CodeBlock>
      <div className={styles.copy}>
        <CopyButton
          text={text}
          label={t('daneCheck.finding.record.copy', { count: records.length })}
        />
      </div>
    </div>
  );
}

/** What Exchange Online and TLS reports call it, and where the rule stands. */
function Sources({ finding }: { readonly finding: Finding }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { exchangeCode, tlsRptType, rfc } = finding;
  const sources = (
    [
      ['exchangeCode', exchangeCode],
      ['tlsRpt', tlsRptType],
      ['rfc', rfc],
    ] as const
  ).filter(([, value]) => value !== null);
  return (
    <dl className={styles.sources}>
      {sources.map(([name, value]) => (
        <div key={name} className={styles.source}>
          <dt>{t(`daneCheck.finding.${name}`)}</dt>
          <dd className={styles.sourceValue} translate="no">
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function addressText(t: Words, { where: { ip, keyType } }: Finding): string {
  return [ip, keyType === null ? null : t(`daneCheck.probe.key.${keyType}`)]
    .filter((part) => part !== null)
    .join(' ');
}

function placeText(t: Words, finding: Finding): string {
  return [finding.where.host, addressText(t, finding)]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
}
