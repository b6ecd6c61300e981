import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { ConfirmButton } from '../../../app/ConfirmButton.tsx';
import { ask } from '../../../app/call.ts';
import { identityKey, tenantKey } from '../../../app/tenants.ts';
import { useAnnounce } from '../../../ui/Announcer.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { TenantView } from '../../../../shared/contract/tenant.ts';

/** Removes what is kept of a tenant and its sign-ins, once that was confirmed. */
export function ForgetTenant({ tenant }: { readonly tenant: TenantView }): ReactNode {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { key, id, name } = tenant;
  return (
    <ConfirmButton
      icon={<DeleteRegular />}
      label={t('tenantPages.forget')}
      title={t('tenantPages.forget.title', { name })}
      yes={t('tenantPages.forget.yes')}
      act={async () => {
        const tenantId = z.guid().safeParse(id);
        if (tenantId.success) await ask('identity.forgetTenant', { tenantId: tenantId.data });
        await ask('tenant.forget', { key });
      }}
      onDone={() => {
        announce(t('tenantPages.forgotten', { name }));
        void client.invalidateQueries({ queryKey: identityKey });
        void client.invalidateQueries({ queryKey: tenantKey });
      }}
    >
      {t('tenantPages.forget.text')}
    </ConfirmButton>
  );
}
