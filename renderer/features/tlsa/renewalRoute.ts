import { CalendarSyncRegular } from '@fluentui/react-icons/svg/calendar-sync';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { checkPlaces } from '../../../shared/dane/run.ts';
import { rootRoute } from '../../app/rootRoute.tsx';

/** `/tlsa/renewal?host=mail.example.com&port=25`: fills the form in. */
const searchSchema = z.object({
  host: z.string().max(253).optional().catch(undefined),
  port: z.coerce.number().int().min(1).max(65_535).optional().catch(undefined),
  place: z.enum(checkPlaces).optional().catch(undefined),
});

export const renewalRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tlsa/renewal',
  validateSearch: searchSchema,
  staticData: { page: { title: 'renewal.title', icon: CalendarSyncRegular, section: 'tlsa' } },
  component: lazyRouteComponent(() => import('./renewal/RenewalPage.tsx'), 'RenewalPage'),
});
