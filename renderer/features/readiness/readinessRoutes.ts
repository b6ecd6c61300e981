import { ClipboardTaskListLtrRegular } from '@fluentui/react-icons/svg/clipboard-task-list-ltr';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { GaugeRegular } from '@fluentui/react-icons/svg/gauge';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/rootRoute.tsx';
import { ruleStatuses, severities } from '../../../shared/readiness/ruleIds.ts';

const runId = z.number().int().positive().optional().catch(undefined);

export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/overview',
  staticData: { page: { title: 'overview.title', icon: GaugeRegular, section: 'readiness' } },
  component: lazyRouteComponent(() => import('./overview/OverviewPage.tsx'), 'OverviewPage'),
});

/** `/readiness?status=fail&severity=high&text=contoso&run=3`; without `run` the newest. */
const resultsSearchSchema = z.object({
  status: z.enum(ruleStatuses).optional().catch(undefined),
  severity: z.enum(severities).optional().catch(undefined),
  text: z.coerce.string().max(200).optional().catch(undefined),
  run: runId,
});

export const resultsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/readiness',
  validateSearch: resultsSearchSchema,
  staticData: {
    page: { title: 'results.title', icon: ClipboardTaskListLtrRegular, section: 'readiness' },
  },
  component: lazyRouteComponent(() => import('./results/ResultsPage.tsx'), 'ResultsPage'),
});

/** `/readiness/dane.inbound?subject=contoso.com`: that subject first. */
export const ruleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/readiness/$rule',
  validateSearch: z.object({
    subject: z.coerce.string().max(512).optional().catch(undefined),
    run: runId,
  }),
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./rule/RulePage.tsx'), 'RulePage'),
});

/** `/runs?from=3&to=5`: those two compared. */
export const runsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs',
  validateSearch: z.object({ from: runId, to: runId }),
  staticData: { page: { title: 'runs.title', icon: DataTrendingRegular, section: 'readiness' } },
  component: lazyRouteComponent(() => import('./runs/RunsPage.tsx'), 'RunsPage'),
});
