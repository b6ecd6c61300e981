import type { OutlookProduct, OutlookVersion } from './aboutLine.ts';

/**
 * - `blocked`: Exchange Online refuses it, since 2021-11-01 (MC288472).
 * - `unsupported`: it connects, and nobody mends it any more.
 */
export type OutlookVerdict = 'blocked' | 'unsupported' | 'supported';

/** First build that may connect, by product; `null`: none may. Source: MC288472. */
const firstAllowed: Readonly<Partial<Record<OutlookProduct, string | null>>> = {
  '2007': null,
  '2010': null,
  '2013': '15.0.4971.1000',
  '2016': '16.0.4600.1000',
  // Version 1706.
  'microsoft-365': '16.0.8229.2000',
};

/** Last day on which a product was supported (Microsoft Lifecycle); no day: it is. */
const supportedUntil: Readonly<Partial<Record<OutlookProduct, string>>> = {
  '2007': '2017-10-10',
  '2010': '2020-10-13',
  '2013': '2023-04-11',
  '2016': '2025-10-14',
  '2019': '2025-10-14',
  '2021': '2026-10-13',
  '2024': '2029-10-09',
};

/**
 * The oldest Microsoft 365 Apps that a channel still keeps up in November 2026: Version 2508 of the
 * Semi-Annual Enterprise Channel.
 */
const oldestKeptUp = '16.0.19127.0';

function isBelow(build: string, floor: string): boolean {
  const left = build.split('.').map(Number);
  const right = floor.split('.').map(Number);
  for (const [index, part] of left.entries()) {
    const difference = part - (right[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** Whether a version of Outlook for Windows may connect to Exchange Online, and is kept up, at a time. */
export function outlookVerdict({ product, build }: OutlookVersion, at: Date): OutlookVerdict {
  const floor = firstAllowed[product];
  if (floor === null || (floor !== undefined && isBelow(build, floor))) return 'blocked';
  const until = supportedUntil[product];
  if (until !== undefined) {
    return at > new Date(`${until}T23:59:59Z`) ? 'unsupported' : 'supported';
  }
  return isBelow(build, oldestKeptUp) ? 'unsupported' : 'supported';
}
