import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import { CheckForm } from './CheckForm.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { LabBanner } from '../lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SubjectList } from '../history/SubjectList.tsx';
import { TextLink } from '../../../ui/TextLink.tsx';
import { createDesk } from './desk.ts';
import { daneRoute } from '../daneRoutes.ts';
import { subjectsQuery } from '../history/queries.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useLinkedOptions } from './useLinkedOptions.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
  },
  text: { margin: `0 0 ${tokens.spacingVerticalS}` },
});

const shownSubjects = 8;

/** Where a check begins: the form, what was checked lately, and a lab for who has no domain at hand. */
export function StartPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const desk = useFeatureStore(createDesk);
  const { options } = useStore(desk.store);
  useLinkedOptions(daneRoute.useSearch());
  return (
    <Page title={t('daneCheck.title')} lead={t('daneCheck.lead')}>
      <div className={styles.page}>
        {options.place === 'lab' && <LabBanner />}
        <CheckForm running={false} />
        <div className={styles.columns}>
          <Recent />
          <Section title={t('daneCheck.noDomain')}>
            <p className={styles.text}>{t('daneCheck.noDomain.text')}</p>
            <TextLink to="/lab">{t('daneCheck.noDomain.action')}</TextLink>
          </Section>
        </div>
      </div>
    </Page>
  );
}

function Recent(): ReactNode {
  const t = useWords();
  const { options } = useStore(useFeatureStore(createDesk).store);
  const { data } = useQuery(subjectsQuery(options.place, '', 0));
  const newest = (data?.subjects ?? [])
    .toSorted((a, b) => b.checkedAt.localeCompare(a.checkedAt))
    .slice(0, shownSubjects);
  return (
    <Section title={t('daneCheck.recent')}>
      {newest.length === 0 ? (
        <EmptyState title={t('daneCheck.none.title')}>{t('daneCheck.none.text')}</EmptyState>
      ) : (
        <>
          <SubjectList subjects={newest} place={options.place} to="/dane/$target" />
          <TextLink to="/history" search={options.place === 'lab' ? { place: 'lab' } : {}}>
            {t('daneCheck.recent.all')}
          </TextLink>
        </>
      )}
    </Section>
  );
}
