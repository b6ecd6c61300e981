import { usageCounts } from '../usageReport.ts';

/** How many people read mail with which kind of app. */
export const appUsageCounts = usageCounts('appUsageCounts');
