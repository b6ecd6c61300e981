import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { CallFailed } from '../../../app/call.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LabBanner } from '../lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { SubjectList } from './SubjectList.tsx';
import { checksPerSubjectMax } from '../../../../shared/limits.ts';
import { checkPlaces } from '../../../../shared/dane/run.ts';
import { historyRoute } from '../daneRoutes.ts';
import { subjectsPerPage, subjectsQuery } from './queries.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '960px',
  },
  filter: { maxWidth: '420px' },
  pages: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
});

/** Everything that was ever checked, with its newest verdict. */
export function HistoryPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { place = 'internet', filter = '' } = historyRoute.useSearch();
  const navigate = historyRoute.useNavigate();
  const show = (search: { readonly place: CheckPlace; readonly filter: string }) =>
    void navigate({
      search: {
        ...(search.place === 'lab' && { place: 'lab' as const }),
        ...(search.filter !== '' && { filter: search.filter }),
      },
      replace: true,
    });
  return (
    <Page title={t('history.title')} lead={t('history.lead', { max: checksPerSubjectMax })}>
      <div className={styles.page}>
        <TabList
          selectedValue={place}
          onTabSelect={(_, { value }) => show({ place: value as CheckPlace, filter })}
        >
          {checkPlaces.map((each) => (
            <Tab key={each} id={`history-${each}`} value={each} aria-controls="history-subjects">
              {t(`history.place.${each}`)}
            </Tab>
          ))}
        </TabList>
        <div
          id="history-subjects"
          role="tabpanel"
          aria-labelledby={`history-${place}`}
          className={styles.page}
        >
          {place === 'lab' && <LabBanner />}
          <Field className={styles.filter} label={t('history.filter')}>
            <Input
              type="search"
              value={filter}
              spellCheck={false}
              onChange={(_, { value }) => show({ place, filter: value })}
            />
          </Field>
          <Subjects key={`${place} ${filter}`} place={place} filter={filter} />
        </div>
      </div>
    </Page>
  );
}

function Subjects({
  place,
  filter,
}: {
  readonly place: CheckPlace;
  readonly filter: string;
}): ReactNode {
  const t = useWords();
  const [page, setPage] = useState(0);
  const { data, error } = useQuery({
    ...subjectsQuery(place, filter.trim(), page),
    placeholderData: keepPreviousData,
  });
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (data === undefined) return <PagePending />;
  if (data.total === 0) {
    return (
      <>
        <Storage storage={data.storage} />
        <EmptyState title={t(filter === '' ? 'history.none.title' : 'history.noMatch.title')}>
          {t(filter === '' ? 'history.none.text' : 'history.noMatch.text')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <Storage storage={data.storage} />
      <SubjectList subjects={data.subjects} place={place} to="/history/$subject" />
      <Pages page={page} total={data.total} onPage={setPage} />
    </>
  );
}

function Pages({
  page,
  total,
  onPage,
}: {
  readonly page: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const last = Math.ceil(total / subjectsPerPage) - 1;
  if (last <= 0) return null;
  return (
    <div className={styles.pages}>
      <Button disabled={page === 0} onClick={() => onPage(page - 1)}>
        {t('app.pages.previous')}
      </Button>
      <output>
        {t('app.pages.position', {
          from: page * subjectsPerPage + 1,
          to: Math.min((page + 1) * subjectsPerPage, total),
          count: total,
        })}
      </output>
      <Button disabled={page >= last} onClick={() => onPage(page + 1)}>
        {t('app.pages.next')}
      </Button>
    </div>
  );
}

/** Says when what is kept does not outlive the app, or an old history had to be put aside. */
export function Storage({
  storage: { lasting, keptAside },
}: {
  readonly storage: Output<'dane.history.list'>['storage'];
}): ReactNode {
  const t = useWords();
  if (lasting && keptAside === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {!lasting && <p>{t('history.notLasting')}</p>}
        {keptAside !== null && <p>{t('history.keptAside', { file: keptAside })}</p>}
      </MessageBarBody>
    </MessageBar>
  );
}
