import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { KeyboardRegular } from '@fluentui/react-icons/svg/keyboard';
import { rootRoute } from '../../app/rootRoute.tsx';

export const shortcutsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/shortcuts',
  staticData: { page: { title: 'shortcuts.title', icon: KeyboardRegular, section: 'app' } },
  component: lazyRouteComponent(() => import('./ShortcutsPage.tsx'), 'ShortcutsPage'),
});
