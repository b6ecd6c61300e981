import { buildNumbers } from './buildNumbers.ts';

/**
 * Versions of Microsoft 365 Apps, the third number of their builds, and the day from which no channel
 * keeps them up any more: Microsoft's “Update history for Microsoft 365 Apps (listed by date)”, as of
 * August 2026. A version of the Monthly Enterprise Channel is kept up until its third successor is
 * there, on a second Tuesday. The Semi-Annual Enterprise Channel kept one for eight months, and takes
 * the monthly versions since 14 July 2026. Days after September 2026 follow from that.
 */
export const microsoft365Versions = [
  { version: '2402', build: 17_328, until: '2025-09-09' },
  { version: '2403', build: 17_425, until: '2024-07-09' },
  { version: '2404', build: 17_531, until: '2024-08-13' },
  { version: '2405', build: 17_628, until: '2024-09-10' },
  { version: '2406', build: 17_726, until: '2024-10-08' },
  { version: '2407', build: 17_830, until: '2024-11-12' },
  { version: '2408', build: 17_928, until: '2026-03-10' },
  { version: '2409', build: 18_025, until: '2025-01-14' },
  { version: '2410', build: 18_129, until: '2025-02-11' },
  { version: '2411', build: 18_227, until: '2025-03-11' },
  { version: '2412', build: 18_324, until: '2025-04-08' },
  { version: '2501', build: 18_429, until: '2025-06-10' },
  { version: '2502', build: 18_526, until: '2026-03-10' },
  { version: '2503', build: 18_623, until: '2025-08-12' },
  { version: '2504', build: 18_730, until: '2025-09-09' },
  { version: '2505', build: 18_827, until: '2025-10-14' },
  { version: '2506', build: 18_925, until: '2025-11-11' },
  { version: '2507', build: 19_029, until: '2025-12-09' },
  { version: '2508', build: 19_127, until: '2026-09-08' },
  { version: '2509', build: 19_231, until: '2026-02-10' },
  { version: '2510', build: 19_328, until: '2026-03-10' },
  { version: '2511', build: 19_426, until: '2026-04-14' },
  { version: '2512', build: 19_530, until: '2026-05-12' },
  { version: '2601', build: 19_628, until: '2026-03-10' },
  { version: '2602', build: 19_725, until: '2026-06-09' },
  { version: '2603', build: 19_822, until: '2026-07-14' },
  { version: '2604', build: 19_929, until: '2026-08-11' },
  { version: '2605', build: 20_026, until: '2026-09-08' },
  { version: '2606', build: 20_131, until: '2026-10-13' },
  { version: '2607', build: 20_228, until: '2026-11-10' },
  { version: '2608', build: 20_326, until: '2026-12-08' },
  { version: '2609', build: 20_430, until: '2027-01-12' },
] as const;

/** Whether some channel keeps a build up at a time. What is newer than the table is. */
export function isMicrosoft365KeptUp(build: string, at: Date): boolean {
  const [, , third = 0] = buildNumbers(build);
  const newest = microsoft365Versions.at(-1);
  if (newest === undefined || third > newest.build) return true;
  const version = microsoft365Versions.findLast(({ build: from }) => from <= third);
  return version !== undefined && at < new Date(`${version.until}T00:00:00Z`);
}
