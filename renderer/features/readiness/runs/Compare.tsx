import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { CallFailed } from '../../../app/call.ts';
import { DiffList } from './DiffList.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { diffQuery } from '../queries.ts';
import { runsRoute } from '../readinessRoutes.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    marginBottom: tokens.spacingVerticalM,
  },
  choice: { flex: '1 1 220px', minWidth: 0, maxWidth: '360px' },
});

/** Two runs beside each other: what is new, fixed, changed, not comparable. Newest first. */
export function Compare({ runs }: { readonly runs: readonly RunView[] }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { formatDate } = useIntl();
  const search = runsRoute.useSearch();
  const navigate = runsRoute.useNavigate();
  const to = runs.find(({ id }) => id === search.to) ?? runs[0];
  const before = runs[runs.findIndex(({ id }) => id === to?.id) + 1];
  const from = runs.find(({ id }) => id === search.from) ?? before ?? runs[0];
  const choices = runs.map(({ id, evaluatedAt, baseline }) => {
    const when = formatDate(evaluatedAt, { dateStyle: 'medium', timeStyle: 'medium' });
    return { value: String(id), text: baseline === null ? when : `${baseline} · ${when}` };
  });
  if (from === undefined || to === undefined || runs.length < 2) {
    return <Section title={t('runs.compare')}>{t('runs.compare.two')}</Section>;
  }
  return (
    <Section title={t('runs.compare')}>
      <div className={styles.row}>
        <SelectField
          className={styles.choice}
          label={t('runs.compare.from')}
          value={String(from.id)}
          choices={choices}
          onChange={(id) =>
            void navigate({ search: { from: Number(id), to: to.id }, replace: true })
          }
        />
        <SelectField
          className={styles.choice}
          label={t('runs.compare.to')}
          value={String(to.id)}
          choices={choices}
          onChange={(id) =>
            void navigate({ search: { from: from.id, to: Number(id) }, replace: true })
          }
        />
      </div>
      {from.id === to.id ? t('runs.compare.same') : <Diff from={from.id} to={to.id} />}
    </Section>
  );
}

function Diff({ from, to }: { readonly from: number; readonly to: number }): ReactNode {
  const t = useWords();
  const { data, error } = useQuery(diffQuery(from, to));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  if (data.entries.length === 0) return t('runs.compare.none');
  return <DiffList entries={data.entries} />;
}
