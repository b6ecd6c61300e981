import { AdvicePanel } from './AdvicePanel.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { Section } from '../../../ui/Section.tsx';
import { appError, success } from '../../../../shared/errors.ts';
import { certificateLabel } from './certificates.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Draft } from './draft.ts';
import type { ReactNode } from 'react';
import type { Work } from './work.ts';

/** The record, or why there is none yet. */
export function Outcome({
  draft,
  work,
}: {
  readonly draft: Draft;
  readonly work: Work | null;
}): ReactNode {
  const t = useWords();
  if (work === null) {
    return (
      <Section title={t('generator.record')}>
        <EmptyState title={t('generator.record.none.title')}>
          {t('generator.record.none.text')}
        </EmptyState>
      </Section>
    );
  }
  const { made, place, chain } = work;
  if (made === null) {
    const params = { file: certificateLabel(chain[0]), usage: draft.usage };
    return <ErrorMessage error={appError('tlsa-no-ca-certificate', params)} />;
  }
  return (
    <>
      <RecordPanel
        record={made.record}
        publishable={place.ok ? success({ ...place.value, record: made.record }) : place}
      />
      <AdvicePanel made={made} place={place.ok ? place.value : null} />
    </>
  );
}
