import { createJobRun } from '../../app/jobRun.ts';

/** The judging that was started here; it goes on while other pages are shown. */
export const createJudging = () => createJobRun('readiness.run');

export const createDemoOpening = () => createJobRun('tenant.openDemo');

export const createReportMaking = () => createJobRun('reports.make');
