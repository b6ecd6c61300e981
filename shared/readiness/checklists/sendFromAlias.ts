import { cmdlet } from '../powerShell.ts';
import { evaluateRule } from '../evaluate.ts';
import { rule as aliasDomains } from '../rules/sendFromAliasDomains.ts';
import { byHand, done, forTenant, open, unknown } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import { evidenceOf, judgedBy, readFact, sourcesOf } from './tenantFacts.ts';

function enabled(context: StepContext): StepFinding {
  const read = readFact(context, 'organizationConfig', ['sendFromAliasEnabled']);
  if (!read.ok) return read.finding;
  const value = read.data.sendFromAliasEnabled;
  const evidence = [evidenceOf(read.entry, 'SendFromAliasEnabled', value)];
  if (value === null) {
    return unknown('value-unknown', { property: 'SendFromAliasEnabled', value: '–' }, evidence);
  }
  return value ? done('alias-on', {}, evidence) : open('alias-off', {}, evidence);
}

const linesMax = 200;

/** What the rule would have an administrator do for each alias domain. */
function remedies({ snapshot, at }: StepContext, part: 'commands' | 'records' | 'rollback') {
  if (snapshot === null) return [];
  const lines = evaluateRule(aliasDomains, snapshot, at).flatMap(
    ({ remedy }) => remedy?.[part] ?? [],
  );
  return [...new Set(lines)].slice(0, linesMax);
}

const set = (value: boolean) => [cmdlet('Set-OrganizationConfig', { SendFromAliasEnabled: value })];

const steps: readonly StepPlan[] = [
  {
    id: 'domains-aligned',
    sources: sourcesOf(aliasDomains),
    looks: [],
    assess: judgedBy(aliasDomains),
    commands: (context) => remedies(context, 'commands'),
    records: (context) => remedies(context, 'records'),
    rollback: (context) => remedies(context, 'rollback'),
  },
  {
    id: 'enabled',
    sources: ['organizationConfig'],
    looks: [],
    assess: enabled,
    commands: () => set(true),
    rollback: () => set(false),
    wait: () => 3600,
  },
  byHand('tried'),
  byHand('told'),
];

/** Send from Alias for the organization. */
export const checklist: Checklist = { ...forTenant, id: 'send-from-alias', steps };
