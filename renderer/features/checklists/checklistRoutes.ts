import { TaskListSquareLtrRegular } from '@fluentui/react-icons/svg/task-list-square-ltr';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/rootRoute.tsx';

export const checklistsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/checklists',
  staticData: {
    page: { title: 'checklists.title', icon: TaskListSquareLtrRegular, section: 'readiness' },
  },
  component: lazyRouteComponent(() => import('./ChecklistsPage.tsx'), 'ChecklistsPage'),
});

/** `/checklists/inbound-dane?subject=contoso.com`. */
export const checklistRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/checklists/$checklist',
  validateSearch: z.object({
    subject: z.coerce.string().min(1).max(253).optional().catch(undefined),
  }),
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./ChecklistPage.tsx'), 'ChecklistPage'),
});
