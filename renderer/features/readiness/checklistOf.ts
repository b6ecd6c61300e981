import type { ChecklistId } from '../../../shared/readiness/checklists/checklistIds.ts';
import type { RuleId } from '../../../shared/readiness/ruleIds.ts';

const checklists: { readonly [Id in RuleId]?: ChecklistId } = {
  'send-from-alias.enabled': 'send-from-alias',
  'send-from-alias.domains': 'send-from-alias',
  'smtp-auth.organization': 'leaving-smtp-auth-and-ews',
  'smtp-auth.mailboxes': 'leaving-smtp-auth-and-ews',
  'ews.organization': 'leaving-smtp-auth-and-ews',
  'basic-auth.ews': 'leaving-smtp-auth-and-ews',
  'outlook.blocked': 'outlook-clean-up',
  'outlook.unsupported': 'outlook-clean-up',
  'public-folders.sync-script': 'public-folders',
  'dane.inbound': 'inbound-dane',
  'dane.own-mx': 'own-server-dane',
  'certificates.expiry': 'certificate-renewal',
};

/** The checklist that mends what a rule finds; `null`: none does. */
export function checklistOf(rule: RuleId): ChecklistId | null {
  return checklists[rule] ?? null;
}
