import type { OutlookVersion } from './aboutLine.ts';
import { isClickToRun } from './product.ts';
import type { OutlookProduct } from './product.ts';

/**
 * - `blocked`: Exchange Online refuses it, since 2021-11-01 (MC288472).
 * - `unsupported`: it connects, and nobody mends it any more.
 */
export type OutlookVerdict = 'blocked' | 'unsupported' | 'supported';

/** What MC288472 says, as data: everything up to here is refused since 2021-11-01. */
export const blockedOutlook = [
  { product: '2007', lastBlocked: 'all', firstAllowed: null },
  { product: '2010', lastBlocked: 'all', firstAllowed: null },
  { product: '2013', lastBlocked: '15.0.4970.9999', firstAllowed: '15.0.4971.0' },
  { product: '2016', lastBlocked: '16.0.4599.9999', firstAllowed: '16.0.4600.0' },
  // Version 1706, the first after Version 1705.
  { product: 'microsoft-365', lastBlocked: 'Version 1705', firstAllowed: '16.0.8229.0' },
] as const satisfies readonly {
  readonly product: OutlookProduct;
  readonly lastBlocked: string;
  readonly firstAllowed: string | null;
}[];

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

/** Windows Installer and Click-to-Run count builds differently, so the build says whose floor it is. */
function isBlocked({ product, build }: OutlookVersion): boolean {
  const isWhole = product === '2007' || product === '2010';
  const line = !isWhole && isClickToRun(build) ? 'microsoft-365' : product;
  const floor = blockedOutlook.find((entry) => entry.product === line);
  if (floor === undefined) return false;
  return floor.firstAllowed === null || isBelow(build, floor.firstAllowed);
}

/** Whether a version of Outlook for Windows may connect to Exchange Online, and is kept up, at a time. */
export function outlookVerdict(version: OutlookVersion, at: Date): OutlookVerdict {
  const { product, build } = version;
  if (isBlocked(version)) return 'blocked';
  const until = supportedUntil[product];
  if (until !== undefined) {
    return at > new Date(`${until}T23:59:59Z`) ? 'unsupported' : 'supported';
  }
  return isBelow(build, oldestKeptUp) ? 'unsupported' : 'supported';
}

/** Every verdict that a product's builds can have: its usage reports name no builds. */
export function productVerdicts(product: OutlookProduct, at: Date): ReadonlySet<OutlookVerdict> {
  const builds = ['11.0.0.0', '16.0.99999.0'];
  return new Set(builds.map((build) => outlookVerdict({ product, build }, at)));
}
