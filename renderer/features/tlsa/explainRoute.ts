import { TextDescriptionLtrRegular } from '@fluentui/react-icons/svg/text-description-ltr';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/rootRoute.tsx';

/** `/tlsa/explain?record=3 1 1 …`: the record to explain. */
const searchSchema = z.object({
  record: z.coerce.string().max(20_000).optional().catch(undefined),
});

export const explainRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tlsa/explain',
  validateSearch: searchSchema,
  staticData: {
    page: { title: 'recordExplainer.title', icon: TextDescriptionLtrRegular, section: 'tlsa' },
  },
  component: lazyRouteComponent(() => import('./explain/ExplainPage.tsx'), 'ExplainPage'),
});
