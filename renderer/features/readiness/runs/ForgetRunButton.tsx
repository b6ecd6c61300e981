import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../../app/ConfirmButton.tsx';
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx';
import { ask } from '../../../app/call.ts';
import { tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RunView } from '../../../../shared/contract/readiness.ts';

/** Removes a run, once that was confirmed. */
export function ForgetRunButton({
  run,
  when,
}: {
  readonly run: RunView;
  readonly when: string;
}): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  return (
    <ConfirmButton
      size="small"
      icon={<DeleteRegular />}
      label={
        <>
          {t('runs.forget')}
          <VisuallyHidden> {when}</VisuallyHidden>
        </>
      }
      title={t('runs.forget.title')}
      yes={t('runs.forget.yes')}
      act={() => ask('readiness.forgetRun', { runId: run.id })}
      onDone={async () => {
        announce(t('runs.forgotten'));
        await client.invalidateQueries({ queryKey: tenantKey });
      }}
    >
      <p>{t('runs.of', { when })}</p>
      <p>{t('runs.forget.text')}</p>
    </ConfirmButton>
  );
}
