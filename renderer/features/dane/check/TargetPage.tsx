import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CallFailed } from '../../../app/call.ts';
import { CheckForm } from './CheckForm.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { LabBanner } from '../lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { PagePending } from '../../../app/PagePending.tsx';
import { ResultActions } from './ResultActions.tsx';
import { ResultView } from '../result/ResultView.tsx';
import { RunningCheck } from './RunningCheck.tsx';
import { createDesk, sessionKey } from './desk.ts';
import { daneTargetRoute } from '../daneRoutes.ts';
import { historyKey, newestQuery } from '../history/queries.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useLinkedOptions } from './useLinkedOptions.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { CheckPlace } from '../../../../shared/dane/run.ts';
import type { CheckSession } from './desk.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    marginTop: tokens.spacingVerticalM,
  },
});

/** A domain's newest check, or the one that is being made. */
export function TargetPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { target } = daneTargetRoute.useParams();
  const search = daneTargetRoute.useSearch();
  const place = search.place ?? 'internet';
  const desk = useFeatureStore(createDesk);
  const session = useStore(desk.store).sessions.get(sessionKey(target, place));
  useLinkedOptions(search, target);
  useFinished(session);
  return (
    <Page title={t('daneCheck.title.of', { target })}>
      <div className={styles.page}>
        {place === 'lab' && <LabBanner />}
        <CheckForm running={session?.state.kind === 'running'} />
        {session === undefined ? (
          <Kept target={target} place={place} />
        ) : (
          <Session session={session} />
        )}
      </div>
    </Page>
  );
}

function Session({ session }: { readonly session: CheckSession }): ReactNode {
  const { state } = session;
  switch (state.kind) {
    case 'running':
      return <RunningCheck session={session} />;
    case 'failed':
      return <ErrorMessage error={state.error} />;
    case 'done':
      return <ResultView kept={state.kept} actions={<ResultActions kept={state.kept} />} />;
    default:
      return state satisfies never;
  }
}

/** What an earlier day of the app has found out. */
function Kept({
  target,
  place,
}: {
  readonly target: string;
  readonly place: CheckPlace;
}): ReactNode {
  const t = useWords();
  const { data: kept, error, isPending } = useQuery(newestQuery(place, target));
  if (error instanceof CallFailed) return <ErrorMessage error={error.error} />;
  if (isPending) return <PagePending />;
  if (kept === undefined || kept === null) {
    return (
      <EmptyState title={t('daneCheck.notChecked.title', { target })}>
        {t('daneCheck.notChecked.text')}
      </EmptyState>
    );
  }
  return <ResultView kept={kept} actions={<ResultActions kept={kept} />} />;
}

/** Tells who listens how it ended, and the history that there is more of it. */
function useFinished(session: CheckSession | undefined): void {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const state = session?.state;
  useEffect(() => {
    if (state?.kind !== 'done') return;
    const { domain, verdict } = state.kept.check;
    announce(t('daneCheck.done', { target: domain, verdict: t(`dane.verdict.${verdict}`) }));
    void client.invalidateQueries({ queryKey: historyKey });
  }, [state, announce, client, t]);
}
