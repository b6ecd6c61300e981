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
import { useFeatureStore } from '../../../ui/featureStore.tsx';
import { useStore } from '../../../ui/store.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ImportDesk, Importing } from './importing.ts';
import type { ReactNode } from 'react';

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
  const start = async (mix: boolean) => {
    await desk.start(mix);
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  if (state.kind === 'done') return <ImportResult value={state.value} onMore={desk.clear} />;
  const isBusy = state.kind === 'uploading' || state.kind === 'reading';
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
            {!isBusy && <Whose desk={desk} importing={importing} />}
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
            disabledFocusable={!isComplete(importing)}
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

function isComplete({ files, tenant, name }: Importing): boolean {
  return files.length > 0 && (tenant !== null || name.trim() !== '');
}

function Whose({
  desk,
  importing: { tenant, name },
}: {
  readonly desk: ImportDesk;
  readonly importing: Importing;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { data } = useQuery(tenantsQuery);
  const known = (data?.tenants ?? []).filter(({ demo }) => !demo);
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
