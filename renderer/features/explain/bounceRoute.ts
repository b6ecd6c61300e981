import { MailAlertRegular } from '@fluentui/react-icons/svg/mail-alert';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/rootRoute.tsx';

export const bounceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/explain',
  staticData: { page: { title: 'bounce.title', icon: MailAlertRegular, section: 'dane' } },
  component: lazyRouteComponent(() => import('./BouncePage.tsx'), 'BouncePage'),
});
