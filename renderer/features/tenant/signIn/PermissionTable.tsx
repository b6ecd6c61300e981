import { StackedTable } from '../../../ui/StackedTable.tsx';
import { useWords } from '../../../ui/words.tsx';
import type { ReactNode } from 'react';
import type { RegistrationGuide } from '../../../../shared/contract/identity.ts';

const columns = ['name', 'resource', 'when', 'consent'] as const;

/** What the app can ask for, when, and who has to agree. */
export function PermissionTable({
  permissions,
}: {
  readonly permissions: RegistrationGuide['permissions'];
}): ReactNode {
  const t = useWords();
  return (
    <StackedTable
      label={t('signInPage.guide.permissions')}
      columns={columns.map((id) => ({ id, title: t(`signInPage.permission.${id}`) }))}
      rows={permissions}
      keyOf={({ scope }) => scope}
      renderCell={(column, { scope, resource, atSignIn, adminConsent }) => {
        switch (column) {
          case 'name':
            return <code translate="no">{scope}</code>;
          case 'resource':
            return t(`signInPage.permission.resource.${resource}`);
          case 'when':
            return t(atSignIn ? 'signInPage.permission.atSignIn' : 'signInPage.permission.later');
          case 'consent':
            return t(adminConsent ? 'signInPage.permission.admin' : 'signInPage.permission.user');
          default:
            return column satisfies never;
        }
      }}
    />
  );
}
