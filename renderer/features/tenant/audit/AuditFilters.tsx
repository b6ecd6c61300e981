import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { useMutation } from '@tanstack/react-query';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { SelectField } from '../../../ui/SelectField.tsx';
import { outsideApis } from '../../../../shared/tenant/outsideApis.ts';
import { saveText } from '../../../ui/saveText.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { AuditFilter } from './auditFilter.ts';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'end',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  field: { flex: '0 1 240px', minWidth: 0 },
});

/** Which calls are shown, and taking them away. */
export function AuditFilters({
  filter,
  tenants,
  onFilter,
}: {
  readonly filter: AuditFilter;
  readonly tenants: readonly TenantView[];
  readonly onFilter: (filter: AuditFilter) => void;
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const withId = tenants.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]));
  return (
    <div className={styles.row}>
      <SearchField
        className={styles.field}
        label={t('auditPage.find')}
        value={filter.text}
        onSearch={(text) => onFilter({ ...filter, text })}
      />
      <SelectField
        className={styles.field}
        label={t('auditPage.api')}
        value={filter.api ?? ''}
        choices={[
          { value: '', text: t('auditPage.api.all') },
          ...outsideApis.map((api) => ({ value: api, text: t(`auditPage.api.${api}`) })),
        ]}
        onChange={(value) =>
          onFilter({ ...filter, api: outsideApis.find((api) => api === value) ?? null })
        }
      />
      {withId.length > 0 && (
        <SelectField
          className={styles.field}
          label={t('auditPage.tenant')}
          value={filter.tenantId ?? ''}
          choices={[
            { value: '', text: t('auditPage.tenant.all') },
            ...withId.map(({ id, name }) => ({ value: id, text: name, verbatim: true })),
          ]}
          onChange={(value) => onFilter({ ...filter, tenantId: value === '' ? null : value })}
        />
      )}
      <Export filter={filter} />
    </div>
  );
}

function Export({ filter }: { readonly filter: AuditFilter }): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const { mutate, data, error } = useMutation({
    mutationFn: (format: 'csv' | 'jsonl') => ask('tenant.auditExport', { ...filter, format }),
    onSuccess({ fileName, text }, format) {
      saveText(fileName, text, format === 'csv' ? 'text/csv' : 'application/jsonl');
      announce(t('app.saved', { name: fileName }));
    },
  });
  return (
    <>
      {(['csv', 'jsonl'] as const).map((format) => (
        <Button key={format} icon={<ArrowDownloadRegular />} onClick={() => mutate(format)}>
          {t(`auditPage.export.${format}`)}
        </Button>
      ))}
      {error instanceof CallFailed && <ErrorMessage error={error.error} />}
      {data !== undefined && data.left > 0 && (
        <output>{t('auditPage.export.left', { name: data.fileName, count: data.left })}</output>
      )}
    </>
  );
}
