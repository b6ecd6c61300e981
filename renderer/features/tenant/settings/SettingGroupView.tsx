import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Evidence } from './Evidence.tsx';
import { RawSource } from './RawSource.tsx';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { isVerbatim, valueText } from './settingGroups.ts';
import { sourceName } from '../sourceWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Meanings } from './useMeanings.ts';
import type { ReactNode } from 'react';
import type { SettingGroup } from './settingGroups.ts';
import type { SettingRow } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  more: { justifySelf: 'start' },
  subject: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  property: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  value: { fontWeight: tokens.fontWeightSemibold },
});

const columns = ['setting', 'value', 'meaning'] as const;
type Column = (typeof columns)[number];
const shares: Readonly<Record<Column, number>> = { setting: 38, value: 26, meaning: 36 };

/** Rows made at first, and at each asking for more: a tenant may have thousands of domains. */
const firstRows = 25;
const moreRows = 200;
/** Of a list; all of them stand in the raw data. */
const valuesMax = 20;
/** Characters of a text; a list of names is shorter. */
const lengthMax = 1000;

/** The settings of one source, with where they come from. */
export function SettingGroupView({
  group: { entry, rows },
  snapshotId,
  meaningOf,
}: {
  readonly group: SettingGroup;
  readonly snapshotId: number;
  readonly meaningOf: Meanings;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const [shown, setShown] = useState(firstRows);
  const source = sourceName(entry.id, t);
  const left = rows.length - shown;
  return (
    <div className={styles.root}>
      <h3 className={styles.title}>{source}</h3>
      <Evidence entry={entry} />
      <Disclosure label={t('tenantPages.raw')} of={source}>
        <RawSource snapshotId={snapshotId} source={entry.id} />
      </Disclosure>
      <StackedTable
        label={t('tenantPages.settings.of', { source })}
        columns={columns.map((id) => ({ id, title: t(`tenantPages.${id}`), share: shares[id] }))}
        rows={rows.slice(0, shown)}
        keyOf={({ subject, property }) => `${subject ?? ''} ${property}`}
        renderCell={(column, row) =>
          column === 'meaning' ? (
            (meaningOf(row) ?? t('tenantPages.meaning.none'))
          ) : (
            <Cell column={column} row={row} />
          )
        }
      />
      {left > 0 && (
        <Button
          className={styles.more}
          size="small"
          onClick={() => setShown((old) => old + moreRows)}
        >
          {t('tenantPages.more', { count: Math.min(left, moreRows) })}
        </Button>
      )}
    </div>
  );
}

function Cell({
  column,
  row,
}: {
  readonly column: Exclude<Column, 'meaning'>;
  readonly row: SettingRow;
}): ReactNode {
  const styles = useStyles();
  if (column === 'value') return <Value row={row} />;
  return (
    <span translate="no">
      <span className={styles.property}>{row.property}</span>
      {row.subject !== null && (
        <>
          <br />
          <span className={styles.subject}>{row.subject}</span>
        </>
      )}
    </span>
  );
}

function Value({ row }: { readonly row: SettingRow }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { value } = row;
  const left = Array.isArray(value) ? value.length - valuesMax : 0;
  const text = valueText(
    left > 0 && Array.isArray(value) ? { ...row, value: value.slice(0, valuesMax) } : row,
    t,
  );
  const isLong = text.length > lengthMax;
  return (
    <span className={styles.value}>
      <span {...(isVerbatim(row) && { translate: 'no' as const })}>
        {isLong ? `${text.slice(0, lengthMax)}…` : text}
      </span>
      {left > 0 && <> {t('tenantPages.value.more', { count: left })}</>}
      {isLong && <> {t('tenantPages.value.cut')}</>}
    </span>
  );
}
