import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { HomeRegular } from '@fluentui/react-icons/svg/home';
import { rootRoute } from '../../app/rootRoute.tsx';

export const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  staticData: { page: { title: 'start.title', icon: HomeRegular, section: 'home' } },
  component: lazyRouteComponent(() => import('./StartPage.tsx'), 'StartPage'),
});
