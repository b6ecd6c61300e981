import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/call.ts';
import { tenantKey } from '../../app/tenants.ts';
import type { ChecklistId } from '../../../shared/readiness/checklists/checklistIds.ts';

/** Which checklist, for whom, for what. */
export interface ChecklistPlace {
  readonly tenant: string | null;
  readonly checklist: ChecklistId;
  readonly subject: string | null;
}

export function checklistsQuery(tenant: string | null) {
  return queryOptions({
    queryKey: [...tenantKey, 'checklists', tenant],
    queryFn: () => ask('checklists.list', { tenant }),
  });
}

export function checklistQuery(place: ChecklistPlace) {
  return queryOptions({
    queryKey: [...tenantKey, 'checklist', place],
    queryFn: () => ask('checklists.get', place),
  });
}
