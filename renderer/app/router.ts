import { createRouter } from '@tanstack/react-router';
import { PageError } from './PageError.tsx';
import { PagePending } from './PagePending.tsx';
import { rootRoute } from './rootRoute.tsx';
import { pages } from './pages.ts';
import type { RouterHistory } from '@tanstack/react-router';

const routeTree = rootRoute.addChildren(pages);

export function createAppRouter(history: RouterHistory) {
  return createRouter({
    routeTree,
    history,
    defaultErrorComponent: PageError,
    defaultPendingComponent: PagePending,
    defaultPendingMs: 200,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });
}

export type AppRouter = ReturnType<typeof createAppRouter>;

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter;
  }
}
