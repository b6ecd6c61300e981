import { adminRoutes } from './adminRoutes.ts';
import { batchRoute } from './batchRoute.ts';
import { directoryRoutes } from './directoryRoutes.ts';
import { organizationRoutes } from './organization.ts';
import { reportRoutes } from './reportRoutes.ts';
import type { Route } from '../types.ts';

const single: readonly Route[] = [
  ...organizationRoutes,
  ...directoryRoutes,
  ...reportRoutes,
  ...adminRoutes,
];

/** Every Graph path of the simulated cloud. */
export const graphRoutes: readonly Route[] = [...single, batchRoute(single)];
