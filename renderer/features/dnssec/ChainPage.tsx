import { makeStyles, tokens } from '@fluentui/react-components';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { ChainForm, isAtField } from './form/ChainForm.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { LabNotice } from './LabNotice.tsx';
import { Page } from '../../app/Page.tsx';
import { ResultView } from './result/ResultView.tsx';
import { Section } from '../../ui/Section.tsx';
import { chainRoute } from './dnssecRoutes.ts';
import { createDesk } from './desk.ts';
import { questionKey, questionOf } from './question.ts';
import { typeFields } from './form/types.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChainQuestion } from './question.ts';
import type { ChainSession } from './desk.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
});

/** A name and a type with the chain to its answer, or the way to check it. */
export function ChainPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { name, type } = chainRoute.useParams();
  const { place = 'internet' } = chainRoute.useSearch();
  const question = questionOf(name, type, place);
  const desk = useFeatureStore(createDesk);
  const { draft, sessions } = useStore(desk.store);
  const session = sessions.get(questionKey(question));
  useLinkedQuestion(question);
  useFinished(session);
  const state = session?.state;
  const error = state?.kind === 'failed' ? state.error : null;
  return (
    <Page title={t('dnssecPage.title.of', { name: question.name, type: question.type })}>
      <div className={styles.page}>
        {place === 'lab' && <LabNotice />}
        <ChainForm place={place} running={state?.kind === 'running'} error={error} />
        {session === undefined ? (
          <EmptyState title={t('dnssecPage.notChecked.title')}>
            {t('dnssecPage.notChecked.text')}
          </EmptyState>
        ) : (
          (error === null || !isAtField(error, draft)) && <Session session={session} />
        )}
      </div>
    </Page>
  );
}

function Session({ session }: { readonly session: ChainSession }): ReactNode {
  const t = useWords();
  const desk = useFeatureStore(createDesk);
  const { question, resolvers, state } = session;
  switch (state.kind) {
    case 'running':
      return (
        <Section title={t('dnssecPage.running', { name: question.name, type: question.type })}>
          <JobProgressBar
            label={t('app.job.dnssec.validate')}
            progress={null}
            onCancel={() => desk.stop(question)}
          />
        </Section>
      );
    case 'failed':
      return <ErrorMessage error={state.error} />;
    case 'done':
      return (
        <ResultView
          view={state.view}
          onCheckAgain={() => desk.start(question, resolvers)}
          onAsk={({ id, text }) => {
            desk.change({ resolver: id });
            desk.start(question, [text]);
          }}
        />
      );
    default:
      return state satisfies never;
  }
}

/** Fills the form in with what the page's address says; a link of this app starts the check as well. */
function useLinkedQuestion(question: ChainQuestion): void {
  const desk = useFeatureStore(createDesk);
  const isToBeChecked = useLocation({ select: ({ state }) => state.check === true });
  const key = questionKey(question);
  const take = useEffectEvent((key: string, isToBeChecked: boolean) => {
    const { draft, sessions } = desk.store.get();
    const typed = draft.type === 'other' ? draft.otherType : draft.type;
    const isSame = questionKey(questionOf(draft.name, typed, question.place)) === key;
    if (!isSame) desk.change({ name: question.name, ...typeFields(question.type) });
    if (isToBeChecked && !sessions.has(key)) desk.start(question, []);
  });
  useEffect(() => take(key, isToBeChecked), [key, isToBeChecked]);
}

/** Says what came of it to who can't see it. */
function useFinished(session: ChainSession | undefined): void {
  const t = useWords();
  const announce = useAnnounce();
  const last = useRef<ChainSession | undefined>(undefined);
  useEffect(() => {
    const before = last.current;
    last.current = session;
    if (before?.state.kind !== 'running' || session?.state.kind !== 'done') return;
    const { validation } = session.state.view;
    announce(
      t('dnssecPage.done', {
        name: validation.name,
        type: validation.type,
        status: t(`dnssec.status.${validation.status}`),
      }),
    );
  }, [session, announce, t]);
}
