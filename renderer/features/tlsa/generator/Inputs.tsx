import { CertificateDetails } from './CertificateDetails.tsx';
import { CertificateTable } from './CertificateTable.tsx';
import { NumberFields } from './NumberFields.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { Section } from '../../../ui/Section.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { Draft } from './draft.ts';
import type { ReactNode } from 'react';
import type { Work } from './work.ts';
import type { Workbench } from './workbench.ts';

/** What the record is made from: the certificate, the server, the three numbers. */
export function Inputs({
  draft,
  work: { certificates, chain, anchors },
  workbench,
}: {
  readonly draft: Draft;
  readonly work: Work;
  readonly workbench: Workbench;
}): ReactNode {
  const t = useWords();
  return (
    <>
      <Section title={t('generator.certificate')}>
        {certificates.length > 1 && (
          <CertificateTable
            certificates={certificates}
            selected={chain[0]}
            onSelect={workbench.select}
          />
        )}
        <CertificateDetails chain={chain} />
      </Section>
      <PlaceFields draft={draft} certificate={chain[0]} onChange={workbench.change} />
      <NumberFields draft={draft} anchors={anchors} onChange={workbench.change} />
    </>
  );
}
