import type { Route } from '../types.ts';
import { organizationRoutes } from './organization.ts';

/** Every Graph path of the simulated cloud. */
export const graphRoutes: readonly Route[] = [...organizationRoutes];
