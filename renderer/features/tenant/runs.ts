import { createJobRun } from '../../app/jobRun.ts';

/** Jobs of a tenant; each goes on while other pages are shown. */
export const createDemoRun = () => createJobRun('tenant.openDemo');
export const createCoverageRun = () => createJobRun('tenant.coverage');
export const createGatherRun = () => createJobRun('tenant.gather');
export const createBrowserRun = () => createJobRun('identity.signIn');
export const createCodeRun = () => createJobRun('identity.deviceCode');
export const createRegistrationRun = () => createJobRun('identity.checkRegistration');
