import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
} from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { CallFailed, ask } from '../../../app/call.ts';
import { ErrorMessage } from '../../../ui/ErrorMessage.tsx';
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
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error } = useMutation({
    async mutationFn() {
      const { key, id } = tenant;
      const tenantId = z.guid().safeParse(id);
      if (tenantId.success) await ask('identity.forgetTenant', { tenantId: tenantId.data });
      await ask('tenant.forget', { key });
    },
    onSuccess() {
      setOpen(false);
      announce(t('tenantPages.forgotten', { name: tenant.name }));
      void client.invalidateQueries({ queryKey: identityKey });
      void client.invalidateQueries({ queryKey: tenantKey });
    },
  });
  return (
    <Dialog open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <DialogTrigger disableButtonEnhancement>
        <Button icon={<DeleteRegular />}>{t('tenantPages.forget')}</Button>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('tenantPages.forget.title', { name: tenant.name })}</DialogTitle>
          <DialogContent>
            {t('tenantPages.forget.text')}
            {error instanceof CallFailed && <ErrorMessage error={error.error} />}
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>{t('app.cancel')}</Button>
            </DialogTrigger>
            <Button appearance="primary" disabled={isPending} onClick={() => mutate()}>
              {t('tenantPages.forget.yes')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
