import { useQueryClient } from '@tanstack/react-query';
import { ConfirmButton } from '../../app/ConfirmButton.tsx';
import { ask } from '../../app/call.ts';
import { checklistQuery } from './queries.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { ReactNode } from 'react';

/** Forgets what was ticked and seen, once that was confirmed. */
export function ResetButton({ place }: { readonly place: ChecklistPlace }): ReactNode {
  const t = useWords();
  const client = useQueryClient();
  return (
    <ConfirmButton
      label={t('checklistPage.reset')}
      title={t('checklistPage.reset.title')}
      yes={t('checklistPage.reset.yes')}
      act={() => ask('checklists.reset', place)}
      onDone={async (view) => {
        client.setQueryData(checklistQuery(place).queryKey, view);
        await client.invalidateQueries({ queryKey: [...tenantKey, 'checklists'] });
      }}
    >
      <p>{t('checklistPage.reset.text')}</p>
    </ConfirmButton>
  );
}
