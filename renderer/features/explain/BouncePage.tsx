import { Button, Field, Spinner, Textarea, makeStyles, tokens } from '@fluentui/react-components';
import { DropZone } from '../../ui/DropZone.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { ExplanationCard } from './ExplanationCard.tsx';
import { Page } from '../../app/Page.tsx';
import { createBounceDesk } from './bounceDesk.ts';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { BounceState } from './bounceDesk.ts';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '960px',
  },
  text: { fontFamily: tokens.fontFamilyMonospace },
  start: { justifySelf: 'start' },
  results: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
  },
});

/** For somebody who has no bounce at hand. */
const example =
  'Reason: [{LED=450 4.7.323 tlsa-invalid: The domain failed DANE validation [LastAttemptedServerName=mail.example.com] [LastAttemptedIP=192.0.2.25:25]';

const shownMax = 100;

/** Paste a bounce, read what it means and what to do. */
export function BouncePage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const desk = useFeatureStore(createBounceDesk);
  const { text, fileName, outcome } = useStore(desk.store);
  return (
    <Page title={t('bounce.title')} lead={t('bounce.lead')}>
      <div className={styles.page}>
        <Field label={t('bounce.text')}>
          <Textarea
            value={text}
            rows={7}
            resize="vertical"
            spellCheck={false}
            textarea={{ className: styles.text }}
            onChange={(_, { value }) => desk.setText(value)}
          />
        </Field>
        <Button className={styles.start} onClick={() => desk.setText(example)}>
          {t('bounce.example')}
        </Button>
        <DropZone
          label={t('bounce.file.label')}
          buttonLabel={t('bounce.file.choose')}
          accept=".txt,.eml,.json,.gz,text/plain,application/json,application/gzip"
          onFiles={([file]) => {
            if (file !== undefined) desk.addFile(file);
          }}
        >
          {t('bounce.file.hint')}
        </DropZone>
        {fileName !== null && <span>{t('bounce.file.of', { name: fileName })}</span>}
        <div aria-live="polite" className={styles.results}>
          <Outcome outcome={outcome} />
        </div>
      </div>
    </Page>
  );
}

function Outcome({ outcome }: Pick<BounceState, 'outcome'>): ReactNode {
  const t = useWords();
  switch (outcome.kind) {
    case 'nothing':
      return <EmptyState title={t('bounce.none.title')}>{t('bounce.none.text')}</EmptyState>;
    case 'working':
      return <Spinner size="small" label={t('bounce.working')} />;
    case 'failed':
      return <ErrorMessage error={outcome.error} />;
    case 'explained': {
      const { explanations } = outcome;
      const more = explanations.length - shownMax;
      return (
        <>
          {explanations.slice(0, shownMax).map((explanation, index) => (
            // A report may say the same twice; an explanation never changes.
            // oxlint-disable-next-line react/no-array-index-key
            <ExplanationCard key={index} explanation={explanation} />
          ))}
          {more > 0 && <p>{t('bounce.more', { count: more })}</p>}
        </>
      );
    }
    default:
      return outcome satisfies never;
  }
}
