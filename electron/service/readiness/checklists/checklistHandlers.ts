import { failure, success } from '../../../../shared/errors.ts';
import type { Result } from '../../../../shared/errors.ts';
import { checklistIds } from '../../../../shared/readiness/checklists/checklistIds.ts';
import { checklists } from '../../../../shared/readiness/checklists/checklists.ts';
import type { Handlers } from '../../router.ts';
import { createRereading } from './createRereading.ts';
import { keepProgress } from './keepProgress.ts';
import { checklistKey, checklistView, openChecklist } from './openChecklist.ts';
import type { ChecklistsWorld } from './openChecklist.ts';
import { verifySteps } from './verifySteps.ts';

type ChecklistsChannel = Extract<keyof Handlers, `checklists.${string}`>;

function refused(channel: ChecklistsChannel, path: string, problem: string): Result<never> {
  return failure('input-invalid', { channel, path, problem });
}

/** Checklists: how far each is, its steps with what is known, looks and ticks. */
export function createChecklistHandlers(world: ChecklistsWorld): Pick<Handlers, ChecklistsChannel> {
  const reread = createRereading(world);
  return {
    async 'checklists.list'({ tenant }) {
      const kept = world.stores().progress.list(tenant);
      return success(
        checklistIds.map((id) => ({
          id,
          needs: checklists[id].needs,
          progress: kept
            .filter(({ checklist }) => checklist === id)
            .map(({ subject, done, total, changedAt }) => ({ subject, done, total, changedAt })),
        })),
      );
    },

    async 'checklists.get'(which) {
      const opened = await openChecklist(world, which);
      return opened.ok ? success(checklistView(opened.value)) : opened;
    },

    'checklists.verify': (which, job) => verifySteps(world, reread, which, job),

    async 'checklists.tick'({ step, done, note, ...which }) {
      const opened = await openChecklist(world, which);
      if (!opened.ok) return opened;
      const { key, assessment } = opened.value;
      const found = assessment.steps.find(({ id }) => id === step);
      if (found === undefined) return refused('checklists.tick', 'step', 'unknown');
      if (done && found.state === 'blocked') {
        return failure('step-blocked', { step, reason: found.message?.code ?? '' });
      }
      const tick = { at: world.clock().toISOString(), note };
      return await keepProgress(world, key, (progress) => {
        const { [step]: _, ...others } = progress.ticks;
        return { ...progress, ticks: done ? { ...others, [step]: tick } : others };
      });
    },

    async 'checklists.reset'(which) {
      const key = checklistKey(which);
      if (!key.ok) return key;
      world.stores().progress.remove(key.value);
      world.emit('tenant.changed', {});
      const opened = await openChecklist(world, key.value);
      return opened.ok ? success(checklistView(opened.value)) : opened;
    },
  };
}
