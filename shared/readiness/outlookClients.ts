import { judgeInstallation } from '../outlook/installation.ts';
import { productVerdicts } from '../outlook/outlookSupport.ts';
import type { OutlookVerdict } from '../outlook/outlookSupport.ts';
import { readOutlookProduct } from '../outlook/product.ts';
import type { OutlookInstallation } from '../tenant/records/imports.ts';
import type { Evidence, Finding, RuleContext } from './rule.ts';

function nameOf({ user, device, product, build }: OutlookInstallation): string {
  const what = [product, build].filter((part) => part !== null).join(' ');
  return [user ?? device, what].filter((part) => part !== null && part !== '').join(': ');
}

/** What all builds of a product have in common; blocked ones are told as that, not as unsupported too. */
function isCertain(verdict: OutlookVerdict, verdicts: ReadonlySet<OutlookVerdict>): boolean {
  if (verdict === 'blocked') return verdicts.size === 1 && verdicts.has('blocked');
  return verdicts.has('unsupported') && !verdicts.has('supported');
}

function productsOf(verdict: OutlookVerdict, context: RuleContext) {
  const counts = context.optional('appUsageVersions')?.counts ?? [];
  const used = counts.filter(({ users }) => (users ?? 0) > 0);
  const certain = used.filter(({ name }) => {
    const product = readOutlookProduct(name);
    return product !== null && isCertain(verdict, productVerdicts(product, context.at));
  });
  return { used, certain, users: certain.reduce((sum, { users }) => sum + (users ?? 0), 0) };
}

function usageEvidence(used: readonly { readonly name: string; readonly users: number | null }[]) {
  return used.map(({ name, users }): Evidence => ({
    source: 'appUsageVersions',
    property: name,
    value: users,
  }));
}

/** What the report of products and nothing else tells. */
function fromUsage(verdict: 'blocked' | 'unsupported', context: RuleContext): Finding {
  const { used, certain, users } = productsOf(verdict, context);
  if (certain.length > 0) {
    return {
      status: 'fail',
      reason: `outlook-${verdict}-products`,
      affected: certain.map(({ name }) => name),
      params: { users },
      affectedCount: users,
      evidence: usageEvidence(certain),
    };
  }
  return used.length > 0
    ? { status: 'manual', reason: 'outlook-products-only', evidence: usageEvidence(used) }
    : { status: 'not-assessed', reason: 'outlook-nothing-known' };
}

/**
 * Installations of an inventory by build, and what Microsoft's report tells of products. The report
 * names no builds, so that it can show a fault and never that there is none.
 */
export function judgeOutlook(verdict: 'blocked' | 'unsupported', context: RuleContext): Finding {
  const judged = (context.optional('outlookInventory') ?? []).map((one) => ({
    name: nameOf(one),
    is: judgeInstallation(one, context.at),
  }));
  const named = (wanted: OutlookVerdict | null) =>
    judged.filter(({ is }) => is === wanted).map(({ name }) => name);
  const affected = named(verdict);
  const evidence: Evidence[] = [
    { source: 'outlookInventory', property: 'build', value: affected.length },
  ];
  if (affected.length > 0)
    return { status: 'fail', reason: `outlook-${verdict}`, affected, evidence };
  const hasUsage = context.optional('appUsageVersions') !== null;
  const usage = hasUsage ? fromUsage(verdict, context) : context.unread('outlookInventory');
  if (usage.status === 'fail' || judged.length === 0) return usage;
  const unread = named(null);
  if (unread.length > 0) {
    return { status: 'manual', reason: 'outlook-builds-unreadable', affected: unread };
  }
  return context.isWhole('outlookInventory')
    ? {
        status: 'pass',
        reason: `outlook-none-${verdict}`,
        params: { total: judged.length },
        evidence,
      }
    : { status: 'not-assessed', reason: 'incomplete' };
}
