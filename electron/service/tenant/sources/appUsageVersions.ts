import { usageCounts } from '../usageReport.ts';

/** How many people use which version of Outlook for Windows: products, no builds. */
export const appUsageVersions = usageCounts('appUsageVersions');
