import type { ChecklistView } from '../../../../shared/contract/checklists.ts';
import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import type { Progress } from '../../../../shared/readiness/checklists/progress.ts';
import { checklistView, openChecklist } from './openChecklist.ts';
import type { ChecklistsWorld } from './openChecklist.ts';
import type { ChecklistKey } from './progressStore.ts';

/**
 * Keeps a change, made upon what is kept now, and answers with the checklist as it then stands. Error:
 * `snapshot-missing`, where the tenant is not known, or was forgotten meanwhile.
 */
export async function keepProgress(
  world: ChecklistsWorld,
  key: ChecklistKey,
  change: (progress: Progress) => Progress,
): Promise<Result<ChecklistView>> {
  const { stores, clock, emit, tenants } = world;
  if (key.tenant !== null && (await tenants.find(key.tenant)) === null) {
    return failure('snapshot-missing', { tenant: key.tenant });
  }
  const { progress } = stores();
  progress.put(key, change(progress.get(key)), clock().toISOString());
  const opened = await openChecklist(world, key);
  if (!opened.ok) return opened;
  const { steps } = opened.value.assessment;
  const done = steps.filter(({ state }) => state === 'done').length;
  progress.count(key, done, steps.length);
  emit('tenant.changed', {});
  return success(checklistView(opened.value));
}
