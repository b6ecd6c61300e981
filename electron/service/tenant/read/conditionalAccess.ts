import { recordOf, textOf, textsOf } from './raw.ts';
import type { ConditionalAccessPolicy } from '../../../../shared/tenant/records/graph.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** `null`: not a policy. */
export function readConditionalAccess(raw: RawRecord): ConditionalAccessPolicy | null {
  const id = textOf(raw['id']);
  if (id === null) return null;
  const conditions = recordOf(raw['conditions']);
  const users = recordOf(conditions['users']);
  const applications = recordOf(conditions['applications']);
  const grant = recordOf(raw['grantControls']);
  return {
    id,
    displayName: textOf(raw['displayName']),
    state: textOf(raw['state']),
    clientAppTypes: textsOf(conditions['clientAppTypes']),
    includeUsers: textsOf(users['includeUsers']),
    excludeUsers: textsOf(users['excludeUsers']),
    includeGroups: textsOf(users['includeGroups']),
    excludeGroups: textsOf(users['excludeGroups']),
    includeRoles: textsOf(users['includeRoles']),
    excludeRoles: textsOf(users['excludeRoles']),
    includeApplications: textsOf(applications['includeApplications']),
    excludeApplications: textsOf(applications['excludeApplications']),
    grantOperator: textOf(grant['operator']),
    builtInControls: textsOf(grant['builtInControls']),
  };
}
