import { makeStyles, tokens } from '@fluentui/react-components';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { assertNever } from '../../../../shared/assertNever.ts';
import { presentation } from '../../../../shared/tlsa/formatRecord.ts';
import { useWords } from '../../../ui/words.tsx';
import type { HostView, TlsaView } from '../../../../shared/dane/check.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  record: { fontFamily: tokens.fontFamilyMonospace },
});

const columns = ['record', 'use', 'matches'] as const;

/** The TLSA RRset, record by record: whether clients can use it, and whether it matches. */
export function TlsaTable({ host }: { readonly host: HostView }): ReactNode {
  const t = useWords();
  return (
    <StackedTable
      label={t('daneCheck.tlsa.table', { host: host.name })}
      columns={columns.map((id) => ({ id, title: t(`daneCheck.tlsa.${id}`) }))}
      rows={host.tlsa}
      keyOf={({ record }) => presentation(record)}
      renderCell={(column, view) => <Cell column={column} view={view} />}
    />
  );
}

function Cell({
  column,
  view,
}: {
  readonly column: (typeof columns)[number];
  readonly view: TlsaView;
}): ReactNode {
  switch (column) {
    case 'record':
      return <Record text={presentation(view.record)} />;
    case 'use':
      return <Usable view={view} />;
    case 'matches':
      return <Matches view={view} />;
    default:
      return assertNever(column, 'column');
  }
}

function Record({ text }: { readonly text: string }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <span className={styles.record} translate="no">
        {shortened(text)}
      </span>{' '}
      <TextLink inline to="/tlsa/explain" search={{ record: text.slice(0, 20_000) }}>
        {t('daneCheck.tlsa.explain')}
      </TextLink>
    </>
  );
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
