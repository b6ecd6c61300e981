/* oxlint-disable react/no-array-index-key -- made anew as a whole, never sorted or added to */
import { makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from '../../../ui/CopyButton.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { DnsRecord } from '../../../../shared/contract/dns.ts';
import type { DnssecValidation } from '../../../../shared/dnssec/validation.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse' },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightRegular,
    textAlign: 'start',
    '@media (max-width: 719px)': { display: 'none' },
  },
  row: {
    '@media (max-width: 719px)': {
      display: 'block',
      padding: `${tokens.spacingVerticalS} 0`,
      borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    },
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontFamily: tokens.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
    '@media (max-width: 719px)': { display: 'inline', padding: 0, borderTopStyle: 'none' },
  },
  data: { '@media (max-width: 719px)': { display: 'block' } },
  text: { margin: `${tokens.spacingVerticalS} 0 0` },
  actions: { marginTop: tokens.spacingVerticalM },
});

/** An answer may hold thousands; the page shows what a person reads. */
const recordsShown = 100;
const dataShown = 600;

/** The records as they came, whatever their status. */
export function RecordSection({
  validation: { records },
}: {
  readonly validation: DnssecValidation;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const shown = records.slice(0, recordsShown);
  const omitted = records.length - shown.length;
  return (
    <Section title={t('dnssecPage.records.title')}>
      {records.length === 0 ? (
        <p className={styles.text}>{t('dnssecPage.records.none')}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                {(['owner', 'ttl', 'type', 'data'] as const).map((column) => (
                  <th key={column} scope="col" className={styles.head}>
                    {t(`dnssecPage.records.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody translate="no">
              {shown.map((record, index) => (
                <Row key={String(index)} record={record} />
              ))}
            </tbody>
          </table>
          {omitted > 0 && (
            <p className={styles.text}>{t('dnssecPage.records.omitted', { count: omitted })}</p>
          )}
          <div className={styles.actions}>
            <CopyButton text={zoneLines(records)} label={t('dnssecPage.records.copy')} />
          </div>
        </>
      )}
    </Section>
  );
}

function Row({ record: { owner, ttl, type, data } }: { readonly record: DnsRecord }): ReactNode {
  const styles = useStyles();
  const shown = data.length > dataShown ? `${data.slice(0, dataShown)}…` : data;
  return (
    <tr className={styles.row}>
      <td className={styles.cell}>{owner} </td>
      <td className={styles.cell}>{ttl} </td>
      <td className={styles.cell}>{type} </td>
      <td className={`${styles.cell} ${styles.data}`}>{shown}</td>
    </tr>
  );
}

function zoneLines(records: readonly DnsRecord[]): string {
  return records
    .map(({ owner, ttl, type, data }) => `${owner} ${ttl} IN ${type} ${data}\n`)
    .join('');
}
