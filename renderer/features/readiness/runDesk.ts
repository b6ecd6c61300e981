import { createJobRun } from '../../app/jobRun.ts';
import { createStore } from '../../ui/store.ts';

/** Snapshots that were judged without being asked for: each once, whatever became of it. */
export const createAutoJudged = () => new Set<string>();

/** The judging that was started here; it goes on while other pages are shown. */
export const createJudging = () => ({
  run: createJobRun('readiness.run'),
  /** Key of the tenant that is judged, or was last. */
  tenant: createStore<string | null>(null),
});

export const createReportMaking = () => createJobRun('reports.make');
