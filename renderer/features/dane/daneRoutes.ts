import { AppsListRegular } from '@fluentui/react-icons/svg/apps-list';
import { BeakerRegular } from '@fluentui/react-icons/svg/beaker';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { MailShieldRegular } from '@fluentui/react-icons/svg/mail-shield';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { checkPlaces } from '../../../shared/dane/run.ts';
import { checkSearchSchema } from './search.ts';
import { rootRoute } from '../../app/rootRoute.tsx';

export const daneRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dane',
  validateSearch: checkSearchSchema,
  staticData: { page: { title: 'daneCheck.title', icon: MailShieldRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./check/StartPage.tsx'), 'StartPage'),
});

/** `/dane/contoso.com`, `/dane/mail.contoso.com:993?service=imaps`. */
export const daneTargetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dane/$target',
  validateSearch: checkSearchSchema,
  // Another target is another page: its heading takes the focus.
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./check/TargetPage.tsx'), 'TargetPage'),
});

/** `/domains`: a list of them. */
export const manyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/domains',
  staticData: { page: { title: 'many.title', icon: AppsListRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./many/ManyPage.tsx'), 'ManyPage'),
});

/** `/lab`: the practice lab and its domains. */
export const labRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lab',
  staticData: { page: { title: 'lab.title', icon: BeakerRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./lab/LabPage.tsx'), 'LabPage'),
});

/** `/history?place=lab&filter=contoso`. */
const historySearchSchema = z.object({
  place: z.enum(checkPlaces).optional().catch(undefined),
  filter: z.coerce.string().max(253).optional().catch(undefined),
});

export const historyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/history',
  validateSearch: historySearchSchema,
  staticData: { page: { title: 'history.title', icon: HistoryRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./history/HistoryPage.tsx'), 'HistoryPage'),
});

/** `/history/contoso.com?check=17`: one of its checks, else the newest. */
const subjectSearchSchema = z.object({
  place: z.enum(checkPlaces).optional().catch(undefined),
  check: z.number().int().positive().optional().catch(undefined),
});

export const subjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/history/$subject',
  validateSearch: subjectSearchSchema,
  remountDeps: ({ params }) => params,
  component: lazyRouteComponent(() => import('./history/SubjectPage.tsx'), 'SubjectPage'),
});
