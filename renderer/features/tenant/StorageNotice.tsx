import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useWords } from '../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { Tenants } from '../../../shared/contract/tenant.ts';

/** Says when what is read does not outlive the app, or a damaged database was put aside. */
export function StorageNotice({
  storage: { lasting, keptAside },
}: {
  readonly storage: Tenants['storage'];
}): ReactNode {
  const t = useWords();
  if (lasting && keptAside === null) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {!lasting && <p>{t('tenantPages.storage.notLasting')}</p>}
        {keptAside !== null && <p>{t('tenantPages.storage.keptAside', { file: keptAside })}</p>}
      </MessageBarBody>
    </MessageBar>
  );
}
