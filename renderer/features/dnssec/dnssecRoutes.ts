import { LinkMultipleRegular } from '@fluentui/react-icons/svg/link-multiple';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { checkPlaces } from '../../../shared/dane/run.ts';
import { rootRoute } from '../../app/rootRoute.tsx';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A link of this app was followed to check at once. One from outside can't say so. */
    readonly check?: boolean;
  }
}

const searchSchema = z.object({ place: z.enum(checkPlaces).optional().catch(undefined) });

export const dnssecRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dnssec',
  validateSearch: searchSchema,
  staticData: { page: { title: 'dnssecPage.title', icon: LinkMultipleRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
});

/** `/dnssec/_25._tcp.mail.example.com/TLSA`. */
export const chainRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/dnssec/$name/$type',
  validateSearch: searchSchema,
  component: lazyRouteComponent(() => import('./ChainPage.tsx'), 'ChainPage'),
});
