import { Button } from '@fluentui/react-components';
import { BuildingShopRegular } from '@fluentui/react-icons/svg/building-shop';
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { createDemoRun } from './runs.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useStore } from '../../ui/store.ts';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';

/** Reads Contoso and uses it. */
export function OpenDemo({
  then = '/tenant',
  primary = false,
  again = false,
}: {
  /** The page that follows; `null`: one stays where one is. */
  readonly then?: '/tenant' | '/overview' | null;
  readonly primary?: boolean;
  /** It is there, and is read anew. */
  readonly again?: boolean;
}): ReactNode {
  const t = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const run = useFeatureStore(createDemoRun);
  const state = useStore(run.state);
  const open = async () => {
    const ended = await run.start({});
    if (ended?.kind !== 'done') return;
    await client.invalidateQueries({ queryKey: tenantKey });
    run.clear();
    if (then !== null) await navigate({ to: then });
  };
  if (state.kind === 'running') {
    return (
      <JobProgressBar
        label={t('tenantPages.demo.running')}
        progress={state.progress}
        onCancel={run.cancel}
      />
    );
  }
  return (
    <>
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
      <Button
        appearance={primary ? 'primary' : 'secondary'}
        icon={<BuildingShopRegular />}
        onClick={() => void open()}
      >
        {t(again ? 'tenantPages.readAgain' : 'tenantPages.door.demo')}
      </Button>
    </>
  );
}
