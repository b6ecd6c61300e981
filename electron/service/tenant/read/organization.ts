import { recordsOf, settingOf, textOf } from './raw.ts';
import type { Organization } from '../../../../shared/tenant/records/graph.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** Service plans "Microsoft Entra ID P1" and "P2" (Microsoft's list of service plan identifiers). */
const premiumPlans: ReadonlySet<string> = new Set([
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  'eec0eb4f-6444-4f95-aba0-50c24d67f998',
]);

/** `null`: not an organization. */
export function readOrganization(raw: RawRecord): Organization | null {
  const id = textOf(raw['id']);
  if (id === null) return null;
  return {
    id,
    displayName: textOf(raw['displayName']),
    tenantType: textOf(raw['tenantType']),
    onPremisesSyncEnabled: settingOf(raw['onPremisesSyncEnabled']),
    verifiedDomains: recordsOf(raw['verifiedDomains']).flatMap((domain) => {
      const name = textOf(domain['name']);
      if (name === null) return [];
      return [
        {
          name,
          isDefault: settingOf(domain['isDefault']),
          isInitial: settingOf(domain['isInitial']),
          type: textOf(domain['type']),
          capabilities: textOf(domain['capabilities']),
        },
      ];
    }),
    hasEntraPremium: premiumOf(raw['assignedPlans']),
  };
}

/** Without `Organization.Read.All` the list is there and empty, which says nothing. */
function premiumOf(assigned: unknown): boolean | null {
  const plans = recordsOf(assigned);
  if (plans.length === 0) return null;
  return plans.some(
    (plan) =>
      premiumPlans.has(textOf(plan['servicePlanId'])?.toLowerCase() ?? '') &&
      /^(?:enabled|warning)$/i.test(textOf(plan['capabilityStatus']) ?? ''),
  );
}
