import { makeStyles, tokens } from '@fluentui/react-components';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { presentation } from '../../../../shared/tlsa/formatRecord.ts';
import { useWords } from '../../../ui/words.tsx';
import type { HostView, TlsaView } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';

const narrow = '@media (max-width: 719px)';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    // Too narrow for columns: each row becomes a block of its own.
    [narrow]: { '&, & tbody, & tr, & td': { display: 'block' } },
  },
  headRow: { [narrow]: { display: 'none' } },
  head: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground2,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: 'start',
  },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
  },
  record: { fontFamily: tokens.fontFamilyMonospace },
  // Where the row of headings is not shown, each cell names its own.
  own: {
    display: 'none',
    color: tokens.colorNeutralForeground2,
    [narrow]: { display: 'inline' },
  },
});

const columns = ['record', 'use', 'matches'] as const;

/** The TLSA RRset, record by record: whether clients can use it, and whether it matches. */
export function TlsaTable({ host }: { readonly host: HostView }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <table className={styles.table} aria-label={t('daneCheck.tlsa.table', { host: host.name })}>
      <thead className={styles.headRow}>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {t(`daneCheck.tlsa.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {host.tlsa.map((view) => {
          const text = presentation(view.record);
          return (
            <tr key={text} className={styles.row}>
              <td className={styles.cell}>
                <span className={styles.record} translate="no">
                  {shortened(text)}
                </span>{' '}
                <TextLink inline to="/tlsa/explain" search={{ record: text.slice(0, 20_000) }}>
                  {t('daneCheck.tlsa.explain')}
                </TextLink>
              </td>
              <td className={styles.cell}>
                <OwnHeading column="use" />
                <Usable view={view} />
              </td>
              <td className={styles.cell}>
                <OwnHeading column="matches" />
                <Matches view={view} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function OwnHeading({ column }: { readonly column: (typeof columns)[number] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const heading = t(`daneCheck.tlsa.${column}`);
  return <span className={styles.own}>{t('daneCheck.tlsa.heading', { heading })} </span>;
}

function Usable({ view: { usable, reason } }: { readonly view: TlsaView }): ReactNode {
  const t = useWords();
  return (
    <VerdictIcon
      verdict={usable ? (reason === null ? 'good' : 'note') : 'warning'}
      word={reason === null ? t('daneCheck.tlsa.usable') : t(`daneCheck.tlsa.reason.${reason}`)}
    />
  );
}

function Matches({ view: { matches } }: { readonly view: TlsaView }): ReactNode {
  const t = useWords();
  const icon = matches === null ? 'unknown' : matches ? 'good' : 'note';
  return <VerdictIcon verdict={icon} word={t(`daneCheck.tlsa.match.${matches ?? 'unknown'}`)} />;
}

const shownMax = 160;

/** Full data fill pages; the raw result has them. */
function shortened(text: string): string {
  return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
