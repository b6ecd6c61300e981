import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { DropZone } from '../../../ui/DropZone.tsx';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { ImportList } from './ImportList.tsx';
import { ImportResult } from './ImportResult.tsx';
import { JobProgressBar } from '../../../ui/JobProgressBar.tsx';
import { MixedDialog } from './MixedDialog.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { StorageNotice } from '../StorageNotice.tsx';
import { createImportDesk, filesMax } from './importing.ts';
import { tenantKey, tenantsQuery } from '../../../app/tenants.ts';
import { useGivenFiles } from './useGivenFiles.ts';
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ImportDesk, Importing } from './importing.ts';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  whose: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    maxWidth: '480px',
  },
  start: { justifySelf: 'start' },
  text: { margin: 0 },
});

/** Files, the tenant that they are of, and importing them. */
export function FilesSection(): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const client = useQueryClient();
  const desk = useFeatureStore(createImportDesk);
  const importing = useStore(desk.store);
  const { files, leftOut, state } = importing;
  const { data } = useQuery(tenantsQuery);
  const known = (data?.tenants ?? []).filter(({ demo }) => !demo);
  const tenant = targetOf(importing, known, data?.inUse ?? null);
  const start = async (mix: boolean) => {
    await desk.start(tenant, mix);
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  const isBusy = state.kind === 'uploading' || state.kind === 'reading';
  useGivenFiles((given) => {
    if (!isBusy) desk.add(given);
  });
  if (state.kind === 'done') return <ImportResult value={state.value} onMore={desk.clear} />;
  return (
    <Section title={t('importPage.files')}>
      <div className={styles.root}>
        {data !== undefined && <StorageNotice storage={data.storage} />}
        {!isBusy && (
          <DropZone
            label={t('importPage.choose.label')}
            buttonLabel={t('importPage.choose')}
            accept=".json,.csv,.txt,application/json,text/csv,text/plain"
            onFiles={desk.add}
          >
            {t('importPage.choose.hint', { count: filesMax })}
          </DropZone>
        )}
        {leftOut && <p className={styles.text}>{t('importPage.tooMany', { count: filesMax })}</p>}
        {files.length > 0 && (
          <>
            <ImportList files={files} onRemove={isBusy ? null : desk.remove} />
            {!isBusy && <Whose desk={desk} known={known} tenant={tenant} name={importing.name} />}
          </>
        )}
        {isBusy ? (
          <JobProgressBar
            label={t(state.kind === 'reading' ? 'importPage.running' : 'importPage.uploading')}
            progress={state.kind === 'reading' ? state.progress : null}
            onCancel={desk.cancel}
          />
        ) : (
          <Button
            className={styles.start}
            appearance="primary"
            disabledFocusable={
              files.length === 0 || (tenant === null && importing.name.trim() === '')
            }
            onClick={() => void start(false)}
          >
            {t('importPage.start', { count: files.length })}
          </Button>
        )}
        {state.kind === 'failed' && <ErrorMessage error={state.error} />}
        {state.kind === 'mixed' && (
          <>
            <ErrorMessage error={state.error} />
            <MixedDialog error={state.error} onMix={() => void start(true)} />
          </>
        )}
      </div>
    </Section>
  );
}

/** Key of the tenant that the files go to: as chosen, else the one in use; `null`: a new one. */
function targetOf(
  { tenant }: Importing,
  known: readonly TenantView[],
  inUse: string | null,
): string | null {
  const wanted = tenant === undefined ? inUse : tenant;
  return known.some(({ key }) => key === wanted) ? wanted : null;
}

function Whose({
  desk,
  known,
  tenant,
  name,
}: {
  readonly desk: ImportDesk;
  readonly known: readonly TenantView[];
  readonly tenant: string | null;
  readonly name: string;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  return (
    <div className={styles.whose}>
      {known.length > 0 && (
        <SelectField
          label={t('importPage.whose')}
          value={tenant ?? ''}
          choices={[
            { value: '', text: t('importPage.whose.new') },
            ...known.map((each) => ({ value: each.key, text: each.name, verbatim: true })),
          ]}
          onChange={(value) => desk.whose(value === '' ? null : value)}
        />
      )}
      {tenant === null && (
        <Field label={t('importPage.name')} hint={t('importPage.name.hint')}>
          <Input
            value={name}
            maxLength={253}
            spellCheck={false}
            onChange={(_, { value }) => desk.rename(value)}
          />
        </Field>
      )}
    </div>
  );
}
