import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { ConsentSection } from './ConsentSection.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { DateTime } from '../../../ui/DateTime.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { GatherSection } from './GatherSection.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { Section } from '../../../ui/Section.tsx';
import { chosenSources, isChoosable, isReadable } from './choice.ts';
import { createCoverageRun } from '../runs.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { AccountView } from '../../../../shared/contract/identity.ts';
import type { ReactNode } from 'react';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  text: { margin: 0 },
});

/** What each source gives and needs; what of it to read; and reading it. */
export function CoverageSection({
  account,
  byBrowser,
}: {
  readonly account: AccountView | null;
  readonly byBrowser: boolean;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const run = useFeatureStore(createCoverageRun);
  const state = useStore(run.state);
  const items = useStore(run.items);
  const accountId = account?.id ?? null;
  const [byHand, setByHand] = useState<ReadonlyMap<SourceId, boolean>>(new Map());
  useEffect(() => void run.start({ accountId }), [run, accountId]);
  const sources = state.kind === 'done' ? state.value.sources : items;
  const chosen = chosenSources(sources, byHand);
  const again = () => run.start({ accountId });
  const chooseAll = (read: boolean | null) =>
    setByHand(
      read === null ? new Map() : new Map(sources.filter(isChoosable).map(({ id }) => [id, read])),
    );
  const consent = state.kind === 'done' ? state.value.consent : [];
  return (
    <>
      <GatherSection account={account} chosen={chosen} />
      {account !== null && consent.length > 0 && (
        <ConsentSection
          account={account}
          consent={consent}
          byBrowser={byBrowser}
          onConsent={() => void again()}
        />
      )}
      <Section title={t('tenantRead.coverage')}>
        <div className={styles.root}>
          {state.kind === 'running' && (
            <JobProgressBar
              label={t('tenantRead.coverage.checking')}
              progress={state.progress}
              onCancel={run.cancel}
            />
          )}
          {state.kind === 'failed' && <ErrorMessage error={state.error} />}
          {state.kind !== 'running' && (
            <div className={styles.row}>
              <Button onClick={() => void again()}>{t('tenantRead.coverage.again')}</Button>
              <Button onClick={() => chooseAll(null)}>{t('tenantRead.chooseReady')}</Button>
              <Button onClick={() => chooseAll(false)}>{t('tenantRead.chooseNone')}</Button>
              {state.kind === 'done' && (
                <span>
                  {t('tenantRead.coverage.at')}: <DateTime value={state.value.at} />
                </span>
              )}
            </div>
          )}
          {sources.length > 0 && (
            <>
              <p className={styles.text}>
                {t('tenantRead.coverage.summary', {
                  ready: sources.filter(isReadable).length,
                  all: sources.length,
                  consent: sources.filter((source) => source.state === 'consent-needed').length,
                })}
              </p>
              <CoverageTable
                sources={sources}
                chosen={chosen}
                onChoose={(id, read) => setByHand((old) => new Map(old).set(id, read))}
              />
            </>
          )}
        </div>
      </Section>
    </>
  );
}
