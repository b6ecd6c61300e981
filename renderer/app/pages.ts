import { aboutRoute } from '../features/about/aboutRoute.ts';
import {
  daneRoute,
  daneTargetRoute,
  historyRoute,
  labRoute,
  manyRoute,
  subjectRoute,
} from '../features/dane/daneRoutes.ts';
import { chainRoute, dnssecRoute } from '../features/dnssec/dnssecRoutes.ts';
import { bounceRoute } from '../features/explain/bounceRoute.ts';
import { explainRoute } from '../features/tlsa/explainRoute.ts';
import { generatorRoute } from '../features/tlsa/generatorRoute.ts';
import { guideRoute } from '../features/tlsa/guideRoute.ts';
import { renewalRoute } from '../features/tlsa/renewalRoute.ts';
import { settingsRoute } from '../features/settings/settingsRoute.ts';
import { shortcutsRoute } from '../features/about/shortcutsRoute.ts';
import { startRoute } from '../features/start/startRoute.ts';

/** Every page of the app, in the order of the navigation. A page that is not here does not exist. */
export const pages = [
  startRoute,
  generatorRoute,
  explainRoute,
  guideRoute,
  renewalRoute,
  daneRoute,
  daneTargetRoute,
  manyRoute,
  dnssecRoute,
  chainRoute,
  labRoute,
  historyRoute,
  subjectRoute,
  bounceRoute,
  settingsRoute,
  shortcutsRoute,
  aboutRoute,
] as const;
