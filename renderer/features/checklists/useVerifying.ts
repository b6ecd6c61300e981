import { useQueryClient } from '@tanstack/react-query';
import { checklistQuery } from './queries.ts';
import { createJobRun } from '../../app/jobRun.ts';
import { createStore, useStore } from '../../ui/store.ts';
import { tenantKey } from '../../app/tenants.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { useFeatureStore } from '../../ui/featureStore.tsx';
import { useWords } from '../../ui/words.tsx';
import type { ChecklistPlace } from './queries.ts';
import type { JobRunState } from '../../app/jobRun.ts';

/** What is being looked at: a checklist for a subject, and which of its steps; `null`: all. */
interface Looked {
  readonly place: string;
  readonly step: string | null;
}

/** The looking that was started here; it goes on while other pages are shown. */
const createVerifying = () => ({
  run: createJobRun('checklists.verify'),
  looked: createStore<Looked | null>(null),
});

export interface Verifying {
  readonly verify: (step: string | null) => void;
  readonly cancel: () => void;
  /** Of this checklist; looking at another one shows there. */
  readonly state: JobRunState<'checklists.verify'>;
  /** The step that is looked at, or was last; `null`: all. */
  readonly step: string | null;
}

/** Looks at one step or all; what comes back is shown at once. */
export function useVerifying(place: ChecklistPlace): Verifying {
  const t = useWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { run, looked } = useFeatureStore(createVerifying);
  const state = useStore(run.state);
  const of = useStore(looked);
  const name = JSON.stringify(place);
  const verify = async (step: string | null) => {
    looked.set(() => ({ place: name, step }));
    const ended = await run.start({ ...place, step });
    if (ended?.kind !== 'done') return;
    const { steps } = ended.value;
    client.setQueryData(checklistQuery(place).queryKey, ended.value);
    const done = steps.filter((each) => each.state === 'done').length;
    announce(t('checklistPage.verified', { done, total: steps.length }));
    await client.invalidateQueries({ queryKey: [...tenantKey, 'checklists'] });
  };
  const isHere = of?.place === name;
  return {
    verify: (step) => void verify(step),
    cancel: run.cancel,
    state: isHere ? state : { kind: 'idle' },
    step: isHere ? of.step : null,
  };
}
