import { isOtherOutlook, judgeInstallation } from '../outlook/installation.ts';
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
function isCertain(verdict: OutlookVerdict, name: string, at: Date): boolean {
  const product = readOutlookProduct(name);
  if (product === null) return false;
  const verdicts = productVerdicts(product, at);
  if (verdict === 'blocked') return verdicts.size === 1 && verdicts.has('blocked');
  return verdicts.has('unsupported') && !verdicts.has('supported');
}

/** Users by name, as far as Microsoft's report of users names them: it may conceal them. */
function usersOf(verdict: OutlookVerdict, { optional, at }: RuleContext): readonly string[] {
  if (optional('reportSettings')?.displayConcealedNames === true) return [];
  return (optional('appUsageUsers') ?? []).flatMap(({ userPrincipalName, outlookForWindows }) => {
    const product = outlookForWindows ?? '';
    const isTold = userPrincipalName !== null && isCertain(verdict, product, at);
    return isTold ? [`${userPrincipalName}: ${product}`] : [];
  });
}

function usageEvidence(used: readonly { readonly name: string; readonly users: number | null }[]) {
  return used.map(({ name, users }): Evidence => ({
    source: 'appUsageVersions',
    property: name,
    value: users,
  }));
}

/** What Microsoft's reports of products and nothing else tell. */
function fromUsage(verdict: 'blocked' | 'unsupported', context: RuleContext): Finding {
  const counts = context.optional('appUsageVersions')?.counts ?? [];
  const used = counts.filter(({ users }) => (users ?? 0) > 0);
  const certain = used.filter(({ name }) => isCertain(verdict, name, context.at));
  const users = certain.reduce((sum, { users: count }) => sum + (count ?? 0), 0);
  if (certain.length > 0) {
    const affected = usersOf(verdict, context);
    return {
      status: 'fail',
      reason: `outlook-${verdict}-products`,
      affected,
      params: { users },
      affectedCount: Math.max(users, affected.length),
      evidence: usageEvidence(certain),
    };
  }
  return used.length > 0
    ? { status: 'manual', reason: 'outlook-products-only', evidence: usageEvidence(used) }
    : { status: 'not-assessed', reason: 'outlook-nothing-known' };
}

interface Judged {
  readonly name: string;
  readonly is: OutlookVerdict | null;
}

/** What an inventory without a fault proves. */
function fromInventory(
  verdict: 'blocked' | 'unsupported',
  judged: readonly Judged[],
  isWhole: boolean,
): Finding {
  const unread = judged.filter(({ is }) => is === null).map(({ name }) => name);
  if (unread.length > 0) {
    return { status: 'manual', reason: 'outlook-builds-unreadable', affected: unread };
  }
  if (!isWhole) return { status: 'not-assessed', reason: 'incomplete' };
  const evidence = [{ source: 'outlookInventory', property: 'build', value: 0 } as const];
  return judged.length === 0
    ? { status: 'not-applicable', reason: 'outlook-others-only', evidence }
    : {
        status: 'pass',
        reason: `outlook-none-${verdict}`,
        params: { total: judged.length },
        evidence,
      };
}

/**
 * Installations of an inventory by build, and what Microsoft's reports tell of products. The reports
 * name no builds, so that they can show a fault and never that there is none.
 */
export function judgeOutlook(verdict: 'blocked' | 'unsupported', context: RuleContext): Finding {
  const inventory = context.optional('outlookInventory') ?? [];
  const judged = inventory
    .filter((one) => !isOtherOutlook(one))
    .map((one) => ({ name: nameOf(one), is: judgeInstallation(one, context.at) }));
  const affected = judged.filter(({ is }) => is === verdict).map(({ name }) => name);
  if (affected.length > 0) {
    const evidence: Evidence[] = [
      { source: 'outlookInventory', property: 'build', value: affected.length },
    ];
    return { status: 'fail', reason: `outlook-${verdict}`, affected, evidence };
  }
  const hasUsage = context.optional('appUsageVersions') !== null;
  const usage = hasUsage ? fromUsage(verdict, context) : context.unread('outlookInventory');
  const isOfWindows = judged.length > 0 || (inventory.length > 0 && usage.status !== 'manual');
  return usage.status === 'fail' || !isOfWindows
    ? usage
    : fromInventory(verdict, judged, context.isWhole('outlookInventory'));
}
