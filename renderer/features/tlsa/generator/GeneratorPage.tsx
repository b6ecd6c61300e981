import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { Columns } from './Columns.tsx';
import { Combinations } from './Combinations.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { FileDrop } from './FileDrop.tsx';
import { FileList } from './FileList.tsx';
import { Inputs } from './Inputs.tsx';
import { Outcome } from './Outcome.tsx';
import { Page } from '../../../app/Page.tsx';
import { PublishedPanel } from './published/PublishedPanel.tsx';
import { RecordParts } from '../RecordParts.tsx';
import { Section } from '../../../ui/Section.tsx';
import { TakeAway } from './TakeAway.tsx';
import { appError } from '../../../../shared/errors.ts';
import { createWorkbench } from './workbench.ts';
import { filesMax } from './workbenchState.ts';
import { generatorRoute } from '../generatorRoute.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useGivenFiles } from './useGivenFiles.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import { workOf } from './work.ts';
import type { Draft } from './draft.ts';
import type { ReactNode } from 'react';
import type { Work } from './work.ts';
import type { Workbench } from './workbench.ts';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
});

/** From certificate exports to the TLSA record that belongs to one of them. */
export function GeneratorPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const workbench = useFeatureStore(createWorkbench);
  const state = useStore(workbench.store);
  const work = useMemo(() => workOf(state), [state]);
  const { draft } = state;
  useLinkedDraft(workbench);
  useGivenFiles(t('generator.files.pasted'), workbench.addFiles);
  return (
    <Page title={t('generator.title')} lead={t('generator.lead')}>
      <div className={styles.page}>
        <Columns
          main={
            <>
              <Section title={t('generator.files')}>
                <FileDrop onFiles={workbench.addFiles} />
                {state.refused > 0 && (
                  <ErrorMessage
                    error={appError('files-too-many', { limit: filesMax, refused: state.refused })}
                  />
                )}
                <FileList files={state.files} workbench={workbench} />
              </Section>
              {work !== null && <Inputs draft={draft} work={work} workbench={workbench} />}
            </>
          }
          aside={<Outcome draft={draft} work={work} />}
        />
        {work !== null && <Below draft={draft} work={work} onChange={workbench.change} />}
      </div>
    </Page>
  );
}

/** What needs the page's whole width. */
function Below({
  draft,
  work: { made, place, every },
  onChange,
}: {
  readonly draft: Draft;
  readonly work: Work;
  readonly onChange: (change: Partial<Draft>) => void;
}): ReactNode {
  const t = useWords();
  const known = place.ok ? place.value : null;
  const located = { owner: known?.owner ?? null, ttl: known?.ttl ?? null };
  return (
    <>
      {made !== null && (
        <Section title={t('generator.parts')}>
          <RecordParts parsed={{ ...located, record: made.record }} />
        </Section>
      )}
      {made !== null && known !== null && (
        <TakeAway draft={draft} place={known} record={made.record} onChange={onChange} />
      )}
      {known?.service.protocol === 'tcp' && (
        <PublishedPanel place={known} made={made} every={every} />
      )}
      <Combinations records={every} place={known} />
    </>
  );
}

/** Takes over what a link to this page brings along. */
function useLinkedDraft(workbench: Workbench): void {
  const { host, port } = generatorRoute.useSearch();
  useEffect(() => {
    if (host !== undefined) workbench.change({ host, hostTyped: true });
    if (port !== undefined) workbench.change({ port: String(port) });
  }, [workbench, host, port]);
}
