import { Button } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { createDemoRun } from '../tenant/runs.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

/** Reads Contoso and uses it; the page stays, or the overview follows. */
export function OpenDemo({ then }: { readonly then: 'stay' | 'overview' }): ReactNode {
  const t = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const opening = useFeatureStore(createDemoRun);
  const state = useStore(opening.state);
  const open = async () => {
    const ended = await opening.start({});
    if (ended?.kind !== 'done') return;
    opening.clear();
    await client.invalidateQueries({ queryKey: tenantKey });
    if (then === 'overview') await navigate({ to: '/overview' });
  };
  if (state.kind === 'running') {
    return (
      <JobProgressBar
        label={t('readinessPage.noTenant.opening')}
        progress={state.progress}
        onCancel={opening.cancel}
      />
    );
  }
  return (
    <>
      <Button appearance="primary" icon={<BeakerRegular />} onClick={() => void open()}>
        {t('readinessPage.noTenant.demo')}
      </Button>
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
    </>
  );
}
