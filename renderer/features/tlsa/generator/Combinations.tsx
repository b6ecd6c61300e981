import { Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { CopyButton } from '../../../ui/CopyButton.tsx';
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
    overflowWrap: 'anywhere',
  },
  numbers: { whiteSpace: 'nowrap', fontWeight: tokens.fontWeightSemibold },
  data: { fontFamily: tokens.fontFamilyMonospace },
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
        <Filter
          label={t('tlsa.field.usage')}
          value={usage}
          choices={certificateUsages.map((each) => `${each} – ${usageAcronyms[each]}`)}
          onChange={setUsage}
        />
        <Filter
          label={t('tlsa.field.matchingType')}
          value={matchingType}
          choices={matchingTypes.map((each) => `${each} – ${matchingTypeAcronyms[each]}`)}
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

function Filter({
  label,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** Each begins with its value. */
  readonly choices: readonly string[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const t = useWords();
  return (
    <Field label={label}>
      <Select value={value} onChange={(_, data) => onChange(data.value)}>
        <option value="">{t('generator.combinations.all')}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice.charAt(0)} translate="no">
            {choice}
          </option>
        ))}
      </Select>
    </Field>
  );
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
