import { rule as outlookBlocked } from '../rules/outlookBlocked.ts';
import { rule as outlookUnsupported } from '../rules/outlookUnsupported.ts';
import { byHand, done, forTenant } from './checklist.ts';
import type { Checklist, StepContext, StepFinding, StepPlan } from './checklist.ts';
import { evidenceOf, judgedBy, readFact, sourcesOf } from './tenantFacts.ts';

function inventoryImported(context: StepContext): StepFinding {
  const read = readFact(context, 'outlookInventory', []);
  if (!read.ok) return read.finding;
  const count = read.data.length;
  return done('inventory-there', { count }, [evidenceOf(read.entry, 'Build', count)]);
}

const steps: readonly StepPlan[] = [
  {
    id: 'inventory-imported',
    sources: ['outlookInventory'],
    looks: [],
    assess: inventoryImported,
  },
  {
    id: 'blocked-gone',
    sources: sourcesOf(outlookBlocked),
    looks: [],
    assess: judgedBy(outlookBlocked),
  },
  {
    id: 'unsupported-gone',
    sources: sourcesOf(outlookUnsupported),
    looks: [],
    assess: judgedBy(outlookUnsupported),
  },
  byHand('kept-current'),
];

/** No Outlook that Exchange Online refuses, and none that nobody mends. */
export const checklist: Checklist = { ...forTenant, id: 'outlook-clean-up', steps };
