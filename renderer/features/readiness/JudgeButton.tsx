import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { createJudging } from './runDesk.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../shared/contract/tenant.ts';

/** Judges the tenant's newest snapshot by the rules of today. */
export function JudgeButton({
  tenant,
  first = false,
}: {
  readonly tenant: TenantView;
  readonly first?: boolean;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const judging = useFeatureStore(createJudging);
  const state = useStore(judging.state);
  const judge = async () => {
    const ended = await judging.start({ tenant: tenant.key, snapshotId: null });
    if (ended?.kind !== 'done') return;
    announce(t('readinessPage.run.done', { fail: ended.value.counts.fail }));
    await client.invalidateQueries({ queryKey: tenantKey });
  };
  if (state.kind === 'running') {
    return (
      <JobProgressBar
        label={t('readinessPage.running', { tenant: tenant.name })}
        progress={state.progress}
        onCancel={judging.cancel}
      />
    );
  }
  return (
    <>
      <Button
        appearance="primary"
        icon={<ArrowSyncRegular />}
        disabledFocusable={tenant.newest === null}
        onClick={() => void judge()}
      >
        {t(first ? 'readinessPage.run.first' : 'readinessPage.run')}
      </Button>
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
    </>
  );
}
