import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useIntl } from 'react-intl';
import { CallFailed } from '../../../app/call.ts';
import { Changes } from './Changes.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ForgetButton } from './ForgetButton.tsx';
import { LabBanner } from '../lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { ResultView } from '../result/ResultView.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Timeline } from './Timeline.tsx';
import { createDesk } from '../check/desk.ts';
import { defaultCheckOptions } from '../../../../shared/dane/run.ts';
import { keptQuery, ofSubjectQuery } from './queries.ts';
import { subjectRoute } from '../daneRoutes.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { ReactNode } from 'react';
import type { VerdictAt } from './Timeline.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  shown: { margin: 0, fontSize: tokens.fontSizeBase500 },
});

/** Every check of one subject, what changed from one to the next, and each of them whole. */
export function SubjectPage(): ReactNode {
  const t = useWords();
  const { subject } = subjectRoute.useParams();
  const { place = 'internet', check } = subjectRoute.useSearch();
  const { data, error } = useQuery(ofSubjectQuery(place, subject));
  const shown = data?.checks.find(({ id }) => id === check) ?? data?.checks[0];
  return (
    <Page title={t('history.of', { subject })}>
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data === undefined && error === null && <PagePending />}
      {data !== undefined && shown === undefined && (
        <EmptyState title={t('history.of.none.title', { subject })}>
          {t('history.of.none.text')}
        </EmptyState>
      )}
      {data !== undefined && shown !== undefined && (
        <Checks subject={subject} place={place} checks={data.checks} shown={shown} />
      )}
    </Page>
  );
}

function Checks({
  subject,
  place,
  checks,
  shown,
}: {
  readonly subject: string;
  readonly place: CheckPlace;
  readonly checks: readonly VerdictAt[];
  readonly shown: VerdictAt;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.page}>
      {place === 'lab' && <LabBanner />}
      <div className={styles.actions}>
        <CheckAgain subject={subject} place={place} id={shown.id} />
        <ForgetButton subject={subject} place={place} count={checks.length} />
      </div>
      <Section title={t('history.timeline')}>
        <Timeline subject={subject} place={place} checks={checks} shown={shown} />
      </Section>
      <Section title={t('history.changes')}>
        <Changes id={shown.id} />
      </Section>
      <Shown id={shown.id} />
    </div>
  );
}

/** Checks the subject as it was checked, on the page that shows how it goes. */
function CheckAgain({
  subject,
  place,
  id,
}: {
  readonly subject: string;
  readonly place: CheckPlace;
  readonly id: number;
}): ReactNode {
  const t = useWords();
  const desk = useFeatureStore(createDesk);
  const navigate = useNavigate();
  const { data: kept } = useQuery(keptQuery(id));
  const checkAgain = () => {
    const service = kept?.service ?? 'smtp';
    desk.start(subject, { ...defaultCheckOptions, place, service });
    const search = {
      ...(place === 'lab' && { place }),
      ...(service !== 'smtp' && { service }),
    };
    void navigate({ to: '/dane/$target', params: { target: subject }, search });
  };
  return (
    <Button icon={<ArrowSyncRegular />} disabledFocusable={kept === undefined} onClick={checkAgain}>
      {t('history.check')}
    </Button>
  );
}

function Shown({ id }: { readonly id: number }): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { formatDate } = useIntl();
  const { data: kept, error } = useQuery(keptQuery(id));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (kept === undefined) return <PagePending />;
  const when = formatDate(kept.check.checkedAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <>
      <p className={styles.shown}>{t('history.shown', { when })}</p>
      <ResultView kept={kept} actions={null} />
    </>
  );
}
