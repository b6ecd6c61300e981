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
import { checklistRoute, checklistsRoute } from '../features/checklists/checklistRoutes.ts';
import { explainRoute } from '../features/tlsa/explainRoute.ts';
import { generatorRoute } from '../features/tlsa/generatorRoute.ts';
import { guideRoute } from '../features/tlsa/guideRoute.ts';
import {
  overviewRoute,
  resultsRoute,
  ruleRoute,
  runsRoute,
} from '../features/readiness/readinessRoutes.ts';
import { renewalRoute } from '../features/tlsa/renewalRoute.ts';
import { settingsRoute } from '../features/settings/settingsRoute.ts';
import { shortcutsRoute } from '../features/about/shortcutsRoute.ts';
import { startRoute } from '../features/start/startRoute.ts';
import {
  aliasesRoute,
  auditRoute,
  importRoute,
  mailboxesRoute,
  outlookUsersRoute,
  readRoute,
  signInRoute,
  tenantRoute,
} from '../features/tenant/tenantRoutes.ts';

/** Every page of the app, in the order of the navigation. A page that is not here does not exist. */
export const pages = [
  startRoute,
  overviewRoute,
  resultsRoute,
  ruleRoute,
  checklistsRoute,
  checklistRoute,
  runsRoute,
  tenantRoute,
  signInRoute,
  readRoute,
  importRoute,
  mailboxesRoute,
  outlookUsersRoute,
  aliasesRoute,
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
  auditRoute,
  shortcutsRoute,
  aboutRoute,
] as const;
