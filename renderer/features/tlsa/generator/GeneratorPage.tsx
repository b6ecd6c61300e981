import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo } from 'react';
import { CertificateDetails } from './CertificateDetails.tsx';
import { CertificateTable } from './CertificateTable.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { FileDrop } from './FileDrop.tsx';
import { FileList } from './FileList.tsx';
import { NumberFields } from './NumberFields.tsx';
import { Page } from '../../../app/Page.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { Section } from '../../../ui/Section.tsx';
import { anchorsOf, recordOfDraft } from './records.ts';
import { appError, success } from '../../../../shared/errors.ts';
import { certificateLabel, chainOf, listCertificates } from './certificates.ts';
import { createWorkbench } from './workbench.ts';
import { generatorRoute } from '../generatorRoute.ts';
import { placeOf } from './draft.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { usePastedCertificates } from './usePastedCertificates.ts';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { Certificate } from '../../../../shared/contract/certificates.ts';
import type { ReactNode } from 'react';
import type { Workbench, WorkbenchState } from './workbench.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingHorizontalL,
    alignItems: 'start',
    '@media (min-width: 1100px)': {
      gridTemplateColumns: 'minmax(0, 5fr) minmax(0, 4fr)',
    },
  },
  column: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  sticky: { '@media (min-width: 1100px)': { position: 'sticky', top: tokens.spacingVerticalL } },
});

/** From certificate exports to the TLSA record that belongs to one of them. */
export function GeneratorPage(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const workbench = useFeatureStore(createWorkbench);
  const state = useStore(workbench.store);
  const certificates = useMemo(() => listCertificates(state.files), [state.files]);
  const selected = certificates.find(({ fingerprint }) => fingerprint === state.selected);
  useLinkedDraft(workbench);
  usePastedCertificates(t('generator.files.pasted'), workbench.addFiles);
  return (
    <Page title={t('generator.title')} lead={t('generator.lead')}>
      <div className={styles.page}>
        <Section title={t('generator.files')}>
          <FileDrop onFiles={workbench.addFiles} />
          <FileList files={state.files} workbench={workbench} />
        </Section>
        {selected !== undefined && (
          <Workplace
            state={state}
            workbench={workbench}
            certificates={certificates}
            selected={selected}
          />
        )}
      </div>
    </Page>
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

/** What is made of the selected certificate. */
function Workplace({
  state: { draft },
  workbench,
  certificates,
  selected,
}: {
  readonly state: WorkbenchState;
  readonly workbench: Workbench;
  readonly certificates: readonly Certificate[];
  readonly selected: Certificate;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const chain = chainOf(selected, certificates);
  const anchors = anchorsOf(chain, certificates);
  const made = recordOfDraft(draft, chain, anchors);
  const place = placeOf(draft);
  return (
    <>
      <Section title={t('generator.certificate')}>
        {certificates.length > 1 && (
          <CertificateTable
            certificates={certificates}
            selected={selected}
            onSelect={workbench.select}
          />
        )}
        <CertificateDetails chain={chain} />
      </Section>
      <div className={styles.columns}>
        <div className={styles.column}>
          <PlaceFields draft={draft} certificate={selected} onChange={workbench.change} />
          <NumberFields draft={draft} anchors={anchors} onChange={workbench.change} />
        </div>
        <div className={mergeClasses(styles.column, styles.sticky)}>
          {made === null ? (
            <ErrorMessage
              error={appError('tlsa-no-ca-certificate', {
                file: certificateLabel(selected),
                usage: draft.usage,
              })}
            />
          ) : (
            <RecordPanel
              record={made.record}
              publishable={
                place.ok
                  ? success({ owner: place.value.owner, ttl: place.value.ttl, record: made.record })
                  : place
              }
            />
          )}
        </div>
      </div>
    </>
  );
}
