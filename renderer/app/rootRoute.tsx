import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './Frame.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RootError } from './RootError.tsx';

export const rootRoute = createRootRoute({
  component: Frame,
  notFoundComponent: NotFoundPage,
  errorComponent: RootError,
});
