import { AdviceList } from '../AdviceList.tsx';
import { Section } from '../../../ui/Section.tsx';
import { adviseRecord } from '../../../../shared/tlsa/adviseRecord.ts';
import { adviseSet } from '../../../../shared/tlsa/adviseSet.ts';
import { useNow } from '../../../ui/now.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Place } from './draft.ts';
import type { ReactNode } from 'react';
import type { RecordOfCertificate } from '../../../../shared/tlsa/recordsOf.ts';

/** Advice on the record as it would be published now. */
export function AdvicePanel({
  made,
  place,
}: {
  readonly made: RecordOfCertificate;
  readonly place: Place | null;
}): ReactNode {
  const t = useWords();
  const at = useNow();
  const advice = [
    ...adviseRecord({
      ...made,
      service: place?.service ?? null,
      host: place?.host.ascii ?? null,
      ttl: place?.ttl ?? null,
      at,
    }),
    ...adviseSet([made]),
  ];
  return (
    <Section title={t('generator.advice')}>
      <AdviceList advice={advice} />
    </Section>
  );
}
