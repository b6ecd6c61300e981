import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useDeferredValue, useMemo } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SettingGroupView } from './SettingGroupView.tsx';
import { groupSettings } from './settingGroups.ts';
import { tenantRoute } from '../tenantRoutes.ts';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { SettingRow } from '../../../../shared/contract/tenant.ts';
import type { SourceEntry } from '../../../../shared/tenant/snapshot.ts';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  find: { maxWidth: '420px' },
});

/** Every setting, by source; searched as one types. */
export function SettingsSection({
  snapshotId,
  sources,
  settings,
}: {
  readonly snapshotId: number;
  readonly sources: readonly SourceEntry[];
  readonly settings: readonly SettingRow[];
}): ReactNode {
  const styles = useStyles();
  const t = useWords();
  const { find = '' } = tenantRoute.useSearch();
  const navigate = tenantRoute.useNavigate();
  const wanted = useDeferredValue(find);
  const groups = useMemo(
    () => groupSettings(sources, settings, wanted, t),
    [sources, settings, wanted, t],
  );
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <Section title={t('tenantPages.settings')}>
      {settings.length === 0 ? (
        <EmptyState title={t('tenantPages.settings.none')}>
          {t('tenantPages.settings.none.text')}
        </EmptyState>
      ) : (
        <div className={styles.root}>
          <Field
            className={styles.find}
            label={t('tenantPages.find')}
            hint={t('tenantPages.find.hint')}
          >
            <Input
              type="search"
              value={find}
              spellCheck={false}
              onChange={(_, { value }) =>
                void navigate({
                  search: ({ find: _old, ...others }) =>
                    value === '' ? others : { ...others, find: value.slice(0, 200) },
                  replace: true,
                  resetScroll: false,
                })
              }
            />
          </Field>
          <output>{t('tenantPages.find.count', { count })}</output>
          {groups.map((group) => (
            <SettingGroupView
              key={`${snapshotId} ${group.entry.id} ${wanted}`}
              group={group}
              snapshotId={snapshotId}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
