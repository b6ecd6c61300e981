import { BookOpenRegular } from '@fluentui/react-icons/svg/book-open';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/rootRoute.tsx';

/** `/tlsa/guide?topic=renewal`: the section to show. */
const searchSchema = z.object({
  topic: z.string().max(40).optional().catch(undefined),
});

export const guideRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tlsa/guide',
  validateSearch: searchSchema,
  staticData: { page: { title: 'guide.title', icon: BookOpenRegular, section: 'tlsa' } },
  component: lazyRouteComponent(() => import('./guide/GuidePage.tsx'), 'GuidePage'),
});
