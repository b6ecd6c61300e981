import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { certificateLabel } from './certificates.ts';
import {
  certificateUsages,
  matchingTypeAcronyms,
  matchingTypes,
  selectorAcronyms,
  usageAcronyms,
} from '../../../../shared/tlsa/record.ts';
import { presentation, zoneLine } from '../../../../shared/tlsa/formatRecord.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Choice } from '../../../ui/SelectField.tsx';
import type { KnownTlsaRecord } from '../../../../shared/tlsa/record.ts';
import type { Place } from './draft.ts';
import type { ReactNode } from 'react';
import type { RecordOfCertificate } from '../../../../shared/tlsa/recordsOf.ts';

const useStyles = makeStyles({
  lead: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '80ch' },
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalM,
  },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    // Too narrow for columns: each row becomes a block of its own.
    '@media (max-width: 719px)': { '&, & tbody, & tr, & td': { display: 'block' } },
  },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    whiteSpace: 'nowrap',
  },
  headRow: { '@media (max-width: 719px)': { display: 'none' } },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    overflowWrap: 'break-word',
  },
  numbers: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  data: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** Every record that the certificate and its issuers allow, as a table to filter and to copy from. */
export function Combinations({
  records,
  place,
}: {
  readonly records: readonly RecordOfCertificate[];
  /** `null`: the host is not known, and the records' data alone are copied. */
  readonly place: Place | null;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [usage, setUsage] = useState('');
  const [matchingType, setMatchingType] = useState('');
  const all: Choice = { value: '', text: t('generator.combinations.all') };
  const shown = records.filter(
    ({ record }) =>
      (usage === '' || String(record.usage) === usage) &&
      (matchingType === '' || String(record.matchingType) === matchingType),
  );
  const textOf = (record: KnownTlsaRecord) =>
    place === null
      ? presentation(record)
      : zoneLine({ owner: place.owner, ttl: place.ttl, record });
  return (
    <Section title={t('generator.combinations', { count: records.length })}>
      <p className={styles.lead}>{t('generator.combinations.lead')}</p>
      <div className={styles.filters}>
        <SelectField
          label={t('tlsa.field.usage')}
          value={usage}
          choices={[all, ...certificateUsages.map((each) => choiceOf(each, usageAcronyms))]}
          onChange={setUsage}
        />
        <SelectField
          label={t('tlsa.field.matchingType')}
          value={matchingType}
          choices={[all, ...matchingTypes.map((each) => choiceOf(each, matchingTypeAcronyms))]}
          onChange={setMatchingType}
        />
        <CopyButton
          text={shown.map(({ record }) => textOf(record)).join('\n')}
          label={t('generator.combinations.copyAll', { count: shown.length })}
        />
      </div>
      <Rows records={shown} textOf={textOf} />
    </Section>
  );
}

function choiceOf(value: number, acronyms: readonly string[]): Choice {
  return { value: String(value), text: `${value} – ${acronyms[value] ?? ''}`, verbatim: true };
}

function Rows({
  records,
  textOf,
}: {
  readonly records: readonly RecordOfCertificate[];
  readonly textOf: (record: KnownTlsaRecord) => string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const columns = ['numbers', 'certificate', 'data', 'copy'] as const;
  return (
    <table className={styles.table}>
      <thead className={styles.headRow}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {t(`generator.combinations.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {records.map(({ record, certificate }) => {
          const { usage, selector, matchingType, data } = record;
          const numbers = `${usage} ${selector} ${matchingType}`;
          return (
            <tr key={`${numbers} ${certificate.fingerprint}`} className={styles.row}>
              <td className={styles.cell} translate="no">
                <span className={styles.numbers}>{numbers}</span> {usageAcronyms[usage]}{' '}
                {selectorAcronyms[selector]} {matchingTypeAcronyms[matchingType]}
              </td>
              <td className={styles.cell} translate="no">
                {certificateLabel(certificate)}
              </td>
              <td className={styles.cell}>
                <span className={styles.data} translate="no">
                  {data.slice(0, 24)}…
                </span>{' '}
                {t('generator.combinations.bytes', { count: data.length / 2 })}
              </td>
              <td className={styles.cell}>
                <CopyButton text={textOf(record)} of={numbers} appearance="subtle" size="small" />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
