import { makeStyles, tokens } from '@fluentui/react-components';
import { DateTime } from '../../../ui/DateTime.tsx';
import { snapshotQuery } from '../../tenant/queries.ts';
import { useQuery } from '@tanstack/react-query';
import { describeSource } from '../../../../shared/tenant/sources.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Evidence } from '../../../../shared/readiness/rule.ts';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    textAlign: 'start',
    verticalAlign: 'baseline',
    overflowWrap: 'anywhere',
  },
  at: { margin: 0, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** The data that decided, as the snapshot has them. */
export function EvidenceTable({
  evidence,
  of,
  run,
}: {
  readonly evidence: readonly Evidence[];
  readonly of: string;
  readonly run: RunView;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data } = useQuery({
    ...snapshotQuery(run.tenant, run.snapshot?.id ?? null),
    enabled: run.snapshot !== null,
  });
  return (
    <>
      <table className={styles.table} aria-label={`${t('rulePage.evidence')}: ${of}`}>
        <thead>
          <tr>
            {(['source', 'property', 'value'] as const).map((column) => (
              <th key={column} scope="col" className={styles.cell}>
                {t(`rulePage.evidence.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ source, property, value }, index) => (
            // Two data of the same name may have decided; the list never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td className={styles.cell}>
                <span translate="no">{describeSource(source).call}</span>
                <Asked entry={data?.sources.find(({ id }) => id === source)} />
              </td>
              <td className={styles.cell} translate="no">
                {property}
              </td>
              <td className={styles.cell}>
                <Value value={value} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.at}>
        {t('readinessPage.snapshot')} <DateTime value={run.takenAt} />
      </p>
    </>
  );
}

/** When the call was answered, and Microsoft's id of it. */
function Asked({ entry }: { readonly entry: SourceEntry | undefined }): ReactNode {
  const styles = useStyles();
  if (entry === undefined || entry.at === null) return null;
  return (
    <p className={styles.at}>
      <DateTime value={entry.at} />
      {entry.requestId !== null && (
        <>
          {' · '}
          <span translate="no">{entry.requestId}</span>
        </>
      )}
    </p>
  );
}

function Value({ value }: { readonly value: Evidence['value'] }): ReactNode {
  const t = useWords();
  if (value === null) return t('rulePage.evidence.null');
  if (typeof value !== 'object') return <bdi translate="no">{String(value)}</bdi>;
  if (value.length === 0) return t('rulePage.evidence.empty');
  return <bdi translate="no">{value.join(', ')}</bdi>;
}
