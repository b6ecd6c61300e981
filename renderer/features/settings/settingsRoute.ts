import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { SettingsRegular } from '@fluentui/react-icons/svg/settings';
import { rootRoute } from '../../app/rootRoute.tsx';

export const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  staticData: { page: { title: 'settings.title', icon: SettingsRegular, section: 'app' } },
  component: lazyRouteComponent(() => import('./SettingsPage.tsx'), 'SettingsPage'),
});
