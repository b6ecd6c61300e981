import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ErrorMessage } from '../../../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../../../ui/JobProgressBar.tsx';
import { LabBanner } from '../../../dane/lab/LabBanner.tsx';
import { PublishedRecords } from './PublishedRecords.tsx';
import { Section } from '../../../../ui/Section.tsx';
import { createPublishedDesk } from './publishedDesk.ts';
import { generatorRoute } from '../../generatorRoute.ts';
import { useFeatureStore } from '../../../../ui/featureStore.tsx';
import { useStore } from '../../../../ui/store.ts';
import { useWords } from '../../../../ui/words.tsx';
import type { Place } from '../draft.ts';
import type { PublishedLookup } from './publishedDesk.ts';
import type { ReactNode } from 'react';
import type { RecordOfCertificate } from '../../../../../shared/tlsa/recordsOf.ts';

const useStyles = makeStyles({
  lead: { margin: `0 0 ${tokens.spacingVerticalM}`, maxWidth: '80ch' },
});

/** Looks up what stands in the DNS already, and holds it against the certificate and its record. */
export function PublishedPanel({
  place,
  made,
  every,
}: {
  readonly place: Place;
  readonly made: RecordOfCertificate | null;
  readonly every: readonly RecordOfCertificate[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const desk = useFeatureStore(createPublishedDesk);
  const lookup = useStore(desk.store);
  const { place: where = 'internet' } = generatorRoute.useSearch();
  const question = { host: place.host.ascii, port: place.service.port, place: where };
  const own = lookup !== null && isSame(lookup.question, question) ? lookup.outcome : null;
  return (
    <Section title={t('published.title')}>
      {where === 'lab' && <LabBanner />}
      <p className={styles.lead}>{t('published.lead')}</p>
      <Button icon={<ArrowSyncRegular />} onClick={() => desk.look(question)}>
        {t('published.look')}
      </Button>
      <div aria-live="polite">
        {own?.kind === 'running' && (
          <JobProgressBar label={t('published.running')} progress={null} onCancel={desk.stop} />
        )}
        {own?.kind === 'failed' && <ErrorMessage error={own.error} />}
        {own?.kind === 'done' && (
          <PublishedRecords published={own.published} made={made} every={every} />
        )}
      </div>
    </Section>
  );
}

function isSame(a: PublishedLookup['question'], b: PublishedLookup['question']): boolean {
  return a.host === b.host && a.port === b.port && a.place === b.place;
}
