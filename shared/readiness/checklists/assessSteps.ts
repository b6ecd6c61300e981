import type { ChecklistStep } from '../../contract/checklists.ts';
import { checklists } from './checklists.ts';
import type { StepContext, StepFinding, StepPlan } from './checklist.ts';
import type { ChecklistId } from './checklistIds.ts';
import type { Progress } from './progress.ts';

const byPerson: StepFinding = { state: 'open', message: null, evidence: [] };

function newest({ evidence }: StepFinding): string | null {
  const times = evidence.map(({ at }) => at).filter((at) => at !== '');
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null;
}

type Tick = Progress['ticks'][string];

/** What the app saw after the person's word counts for more; what would stop mail always does. */
function stands(finding: StepFinding, tick: Tick | undefined): StepFinding['state'] {
  if (tick === undefined || finding.state === 'done' || finding.state === 'blocked') {
    return finding.state;
  }
  const seen = newest(finding);
  const isRefuted =
    finding.state === 'open' && seen !== null && Date.parse(seen) > Date.parse(tick.at);
  return isRefuted ? 'open' : 'done';
}

function checkedBy(
  finding: StepFinding,
  state: StepFinding['state'],
  tick: Tick | undefined,
): ChecklistStep['checked'] {
  if (tick !== undefined && state === 'done' && finding.state !== 'done') {
    return { at: tick.at, by: 'person', note: tick.note };
  }
  const at = newest(finding);
  return at === null ? null : { at, by: 'app', note: tick?.note ?? '' };
}

function assessStep(plan: StepPlan, context: StepContext): ChecklistStep {
  const { id, assess, params, commands, records, rollback, wait } = plan;
  const finding = assess === null ? byPerson : assess(context);
  const tick = context.progress.ticks[id];
  const state = stands(finding, tick);
  return {
    id,
    params: { subject: context.subject, ...params?.(context) },
    state,
    message:
      finding.message === null
        ? null
        : { code: finding.message.code, params: { ...finding.message.params } },
    verifiable: assess !== null,
    commands: [...(commands?.(context) ?? [])],
    // What is there already is not to be published again.
    records: finding.state === 'done' ? [] : [...(records?.(context) ?? [])],
    rollback: [...(rollback?.(context) ?? [])],
    waitSeconds: wait?.(context) ?? null,
    evidence: finding.evidence.filter(({ at }) => at !== '').map((each) => ({ ...each })),
    checked: checkedBy(finding, state, tick),
  };
}

/** Every step of a checklist as it stands. Pure: what is not known is never done. */
export function assessSteps(id: ChecklistId, context: StepContext): ChecklistStep[] {
  return checklists[id].steps.map((plan) => assessStep(plan, context));
}
