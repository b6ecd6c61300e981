import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import';
import { ArrowSyncRegular } from '@fluentui/react-icons/svg/arrow-sync';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { DesktopRegular } from '@fluentui/react-icons/svg/desktop';
import { MailMultipleRegular } from '@fluentui/react-icons/svg/mail-multiple';
import { PersonKeyRegular } from '@fluentui/react-icons/svg/person-key';
import { PersonTagRegular } from '@fluentui/react-icons/svg/person-tag';
import { ShieldTaskRegular } from '@fluentui/react-icons/svg/shield-task';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/rootRoute.tsx';

/** `/tenant?find=SmtpClientAuthenticationDisabled`: settings with that in them. */
const tenantSearchSchema = z.object({
  find: z.coerce.string().max(200).optional().catch(undefined),
  /** One of the tenant's readings, else the newest. */
  snapshot: z.number().int().positive().optional().catch(undefined),
});

export const tenantRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant',
  validateSearch: tenantSearchSchema,
  staticData: { page: { title: 'tenantPages.title', icon: BuildingRegular, section: 'tenant' } },
  component: lazyRouteComponent(() => import('./settings/TenantPage.tsx'), 'TenantPage'),
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/sign-in',
  staticData: { page: { title: 'signInPage.title', icon: PersonKeyRegular, section: 'tenant' } },
  component: lazyRouteComponent(() => import('./signIn/SignInPage.tsx'), 'SignInPage'),
});

export const readRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/read',
  staticData: { page: { title: 'tenantRead.title', icon: ArrowSyncRegular, section: 'tenant' } },
  component: lazyRouteComponent(() => import('./read/ReadPage.tsx'), 'ReadPage'),
});

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/import',
  staticData: { page: { title: 'importPage.title', icon: ArrowImportRegular, section: 'tenant' } },
  component: lazyRouteComponent(() => import('./import/ImportPage.tsx'), 'ImportPage'),
});

/** `/tenant/mailboxes?filter=smtp-auth-on&find=contoso`: rows of that kind with that in them. */
const tableSearchSchema = z.object({
  find: z.coerce.string().max(200).optional().catch(undefined),
  filter: z.string().max(40).optional().catch(undefined),
});
type TableSearch = z.infer<typeof tableSearchSchema>;

/** What is empty does not stand in the address. */
export function tableSearch({ find = '', filter = '' }: TableSearch): TableSearch {
  return { ...(find !== '' && { find }), ...(filter !== '' && { filter }) };
}

export const mailboxesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/mailboxes',
  validateSearch: tableSearchSchema,
  staticData: {
    page: { title: 'tenantTable.mailboxes.title', icon: MailMultipleRegular, section: 'tenant' },
  },
  component: lazyRouteComponent(() => import('./tables/MailboxesPage.tsx'), 'MailboxesPage'),
});

export const outlookUsersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/users',
  validateSearch: tableSearchSchema,
  staticData: {
    page: { title: 'tenantTable.users.title', icon: DesktopRegular, section: 'tenant' },
  },
  component: lazyRouteComponent(() => import('./tables/OutlookUsersPage.tsx'), 'OutlookUsersPage'),
});

export const aliasesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tenant/aliases',
  validateSearch: tableSearchSchema,
  staticData: {
    page: { title: 'tenantTable.aliases.title', icon: PersonTagRegular, section: 'tenant' },
  },
  component: lazyRouteComponent(() => import('./tables/AliasesPage.tsx'), 'AliasesPage'),
});

export const auditRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings/audit',
  staticData: { page: { title: 'auditPage.title', icon: ShieldTaskRegular, section: 'app' } },
  component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage'),
});
