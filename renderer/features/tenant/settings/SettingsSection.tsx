import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { SearchField } from '../../../ui/SearchField.tsx';
import { Section } from '../../../ui/Section.tsx';
import { SettingGroupView } from './SettingGroupView.tsx';
import { groupSettings, toBeFound } from './settingGroups.ts';
import { tenantRoute } from '../tenantRoutes.ts';
import { useMeanings } from './useMeanings.ts';
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
  const meaningOf = useMeanings();
  const rows = useMemo(() => toBeFound(settings, meaningOf, t), [settings, meaningOf, t]);
  const groups = useMemo(() => groupSettings(sources, rows, find), [sources, rows, find]);
  const count = groups.reduce((sum, group) => sum + group.rows.length, 0);
  return (
    <Section title={t('tenantPages.settings')}>
      {settings.length === 0 ? (
        <EmptyState title={t('tenantPages.settings.none')}>
          {t('tenantPages.settings.none.text')}
        </EmptyState>
      ) : (
        <div className={styles.root}>
          <SearchField
            className={styles.find}
            label={t('tenantPages.find')}
            hint={t('tenantPages.find.hint')}
            value={find}
            onSearch={(value) =>
              void navigate({
                search: ({ find: _old, ...others }) =>
                  value === '' ? others : { ...others, find: value },
                replace: true,
                resetScroll: false,
              })
            }
          />
          <output>{t('tenantPages.find.count', { count })}</output>
          {groups.map((group) => (
            <SettingGroupView
              key={`${snapshotId} ${group.entry.id} ${find}`}
              group={group}
              meaningOf={meaningOf}
              snapshotId={snapshotId}
            />
          ))}
        </div>
      )}
    </Section>
  );
}
