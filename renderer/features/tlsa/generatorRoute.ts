import { CertificateRegular } from '@fluentui/react-icons/svg/certificate';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { checkPlaces } from '../../../shared/dane/run.ts';
import { rootRoute } from '../../app/rootRoute.tsx';

/** `/tlsa?host=mail.example.com&port=25`: fills the form in. What can't be read is left out. */
const searchSchema = z.object({
  host: z.string().max(253).optional().catch(undefined),
  port: z.coerce.number().int().min(1).max(65_535).optional().catch(undefined),
  /** Where what is published is looked up. */
  place: z.enum(checkPlaces).optional().catch(undefined),
});

export const generatorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tlsa',
  validateSearch: searchSchema,
  staticData: { page: { title: 'generator.title', icon: CertificateRegular, section: 'tlsa' } },
  component: lazyRouteComponent(() => import('./generator/GeneratorPage.tsx'), 'GeneratorPage'),
});
