import { makeStyles, tokens } from '@fluentui/react-components';
import { BatchForm } from './BatchForm.tsx';
import { BatchResults } from './BatchResults.tsx';
import { LabBanner } from '../lab/LabBanner.tsx';
import { Page } from '../../../app/Page.tsx';
import { createBatch } from './batch.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
});

/** A list of domains, checked side by side. */
export function ManyPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const batch = useFeatureStore(createBatch);
  const { run, options } = useStore(batch.store);
  return (
    <Page title={t('many.title')} lead={t('many.lead')}>
      <div className={styles.page}>
        {(run?.options ?? options).place === 'lab' && <LabBanner />}
        {run === null ? <BatchForm batch={batch} /> : <BatchResults batch={batch} run={run} />}
      </div>
    </Page>
  );
}
