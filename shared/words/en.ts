import { app } from './en/app.ts';
import { bounce } from './en/bounce.ts';
import { certificates } from './en/certificates.ts';
import { checklists } from './en/checklists.ts';
import { checklistSteps } from './en/checklistSteps.ts';
import { cli } from './en/cli.ts';
import { dane } from './en/dane.ts';
import { daneCheck } from './en/daneCheck.ts';
import { daneFindings } from './en/daneFindings.ts';
import { lab } from './en/lab.ts';
import { mailflow } from './en/mailflow.ts';
import { manyDomains } from './en/manyDomains.ts';
import { dns } from './en/dns.ts';
import { dnssec } from './en/dnssec.ts';
import { dnssecPage } from './en/dnssecPage.ts';
import { errors } from './en/errors.ts';
import { generator } from './en/generator.ts';
import { guide } from './en/guide.ts';
import { history } from './en/history.ts';
import { identity } from './en/identity.ts';
import { networkSettings } from './en/networkSettings.ts';
import { pages } from './en/pages.ts';
import { readiness } from './en/readiness.ts';
import { checklistPages } from './en/checklistPages.ts';
import { readinessPages } from './en/readinessPages.ts';
import { readinessReport } from './en/readinessReport.ts';
import { readinessRules } from './en/readinessRules.ts';
import { recordExplainer } from './en/recordExplainer.ts';
import { published } from './en/published.ts';
import { renewal } from './en/renewal.ts';
import { shell } from './en/shell.ts';
import { signInPage } from './en/signInPage.ts';
import { tenant } from './en/tenant.ts';
import { tenantPages } from './en/tenantPages.ts';
import { tenantSources } from './en/tenantSources.ts';
import { tlsa } from './en/tlsa.ts';
import { web } from './en/web.ts';

/**
 * The catalogue: every sentence a person reads, as ICU messages, for the page, the command line and
 * the reports alike. One file a subject; keys are dotted, and start with the subject.
 */
export const en = {
  ...app,
  ...lab,
  ...manyDomains,
  ...bounce,
  ...published,
  ...renewal,
  ...networkSettings,
  ...pages,
  ...errors,
  ...generator,
  ...guide,
  ...history,
  ...identity,
  ...readiness,
  ...readinessReport,
  ...readinessRules,
  ...readinessPages,
  ...checklistPages,
  ...recordExplainer,
  ...certificates,
  ...checklists,
  ...checklistSteps,
  ...cli,
  ...dane,
  ...daneCheck,
  ...daneFindings,
  ...mailflow,
  ...dns,
  ...dnssec,
  ...dnssecPage,
  ...shell,
  ...signInPage,
  ...tenant,
  ...tenantPages,
  ...tenantSources,
  ...tlsa,
  ...web,
} as const;

export type WordId = keyof typeof en;
