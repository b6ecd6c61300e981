import { Button } from '@fluentui/react-components';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { ErrorMessage } from '../../ui/ErrorMessage.tsx';
import { JobProgressBar } from '../../ui/JobProgressBar.tsx';
import { useJudging } from './useJudging.ts';
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
  const { state, judge, cancel } = useJudging(tenant);
  return (
    <>
      <Button
        appearance="primary"
        icon={<ArrowSyncRegular />}
        disabledFocusable={tenant.newest === null || state.kind === 'running'}
        onClick={() => void judge(null)}
      >
        {t(first ? 'readinessPage.run.first' : 'readinessPage.run')}
      </Button>
      {state.kind === 'running' && (
        <JobProgressBar
          label={t('readinessPage.running', { tenant: tenant.name })}
          progress={state.progress}
          onCancel={cancel}
        />
      )}
      {state.kind === 'failed' && <ErrorMessage error={state.error} />}
    </>
  );
}
