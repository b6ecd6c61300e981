import { createJobRun } from '../../app/jobRun.ts';

/** Snapshots that were judged without being asked for: each once, whatever became of it. */
export const createAutoJudged = () => new Set<string>();

/** The judging that was started here; it goes on while other pages are shown. */
export const createJudging = () => createJobRun('readiness.run');

export const createReportMaking = () => createJobRun('reports.make');
