import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { InfoRegular } from '@fluentui/react-icons/svg/info';
import { rootRoute } from '../../app/rootRoute.tsx';

export const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/about',
  staticData: { page: { title: 'about.title', icon: InfoRegular, section: 'app' } },
  component: lazyRouteComponent(() => import('./AboutPage.tsx'), 'AboutPage'),
});
