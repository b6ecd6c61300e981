import { FormattedNumber } from 'react-intl';
import { makeStyles, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Evidence } from './Evidence.tsx';
import { RawSource } from './RawSource.tsx';
import { Section } from '../../../ui/Section.tsx';
import { StackedTable } from '../../../ui/StackedTable.tsx';
import { VerdictIcon } from '../../../ui/VerdictIcon.tsx';
import { sourceName, stateVerdicts } from '../sourceWords.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';

const useStyles = makeStyles({
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
  reason: { color: tokens.colorNeutralForeground2 },
});

const columns = ['source', 'state', 'records', 'at'] as const;
type Column = (typeof columns)[number];
const shares: Readonly<Record<Column, number>> = { source: 24, state: 42, records: 10, at: 24 };

/** Each source: whether it was read, and why not. */
export function SourcesSection({
  snapshotId,
  sources,
}: {
  readonly snapshotId: number;
  readonly sources: readonly SourceEntry[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const count = (state: SourceEntry['state']) =>
    sources.filter((entry) => entry.state === state).length;
  return (
    <Section title={t('tenantPages.sources')}>
      <p className={styles.text}>
        {t('tenantPages.sources.summary', {
          ok: count('ok'),
          partial: count('partial'),
          failed: count('failed'),
          left: count('not-asked'),
        })}
      </p>
      <Disclosure label={t('tenantPages.sources.show')}>
        <SourceTable sources={sources} snapshotId={snapshotId} />
      </Disclosure>
    </Section>
  );
}

export function SourceTable({
  sources,
  snapshotId = null,
}: {
  readonly sources: readonly SourceEntry[];
  /** Where they are kept, so that each can be looked into; `null`: they are not. */
  readonly snapshotId?: number | null;
}): ReactNode {
  const t = useWords();
  return (
    <StackedTable
      label={t('tenantPages.sources')}
      columns={columns.map((id) => ({
        id,
        title: t(`tenantPages.column.${id}`),
        share: shares[id],
      }))}
      rows={sources}
      keyOf={({ id }) => id}
      renderCell={(column, entry) => <Cell column={column} entry={entry} />}
      renderDetail={
        snapshotId === null ? undefined : (entry) => <Kept entry={entry} snapshotId={snapshotId} />
      }
    />
  );
}

function Cell({
  column,
  entry,
}: {
  readonly column: Column;
  readonly entry: SourceEntry;
}): ReactNode {
  const t = useWords();
  switch (column) {
    case 'source':
      return sourceName(entry.id, t);
    case 'state':
      return <SourceStateText entry={entry} />;
    case 'records':
      return <FormattedNumber value={entry.records} />;
    case 'at':
      return entry.at === null ? t('tenantPages.evidence.at.never') : <DateTime value={entry.at} />;
    default:
      return column satisfies never;
  }
}

/** Where a source comes from, and what is kept of it. */
function Kept({
  entry,
  snapshotId,
}: {
  readonly entry: SourceEntry;
  readonly snapshotId: number;
}): ReactNode {
  const t = useWords();
  const source = sourceName(entry.id, t);
  return (
    <Disclosure label={t('tenantPages.evidence')} of={source}>
      <Evidence entry={entry} />
      {entry.records > 0 && <RawSource snapshotId={snapshotId} source={entry.id} />}
    </Disclosure>
  );
}

function SourceStateText({ entry }: { readonly entry: SourceEntry }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <>
      <VerdictIcon
        verdict={stateVerdicts[entry.state]}
        word={t(`tenantPages.state.${entry.state}`)}
      />{' '}
      {entry.reason !== null && (
        <span className={styles.reason}>{t(`tenant.reason.${entry.reason}`)}</span>
      )}
    </>
  );
}
