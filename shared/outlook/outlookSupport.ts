import type { OutlookVersion } from './aboutLine.ts';
import { buildNumbers, isBelow } from './buildNumbers.ts';
import { isMicrosoft365KeptUp } from './microsoft365Versions.ts';
import { isClickToRun, productOfBuild } from './product.ts';
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

/** Up to 2013 the first number says it; an inventory may name what was there before. */
function productOf({ product, build }: OutlookVersion): OutlookProduct {
  const isOlder = product === '2007' || product === '2010' || product === '2013';
  const isNamedRight = buildNumbers(build)[0] === 16 && !isOlder;
  return isNamedRight ? product : (productOfBuild(build) ?? product);
}

/** Windows Installer and Click-to-Run count builds differently, so the build says whose floor it is. */
function isBlocked(version: OutlookVersion): boolean {
  const product = productOf(version);
  const isOf2016 = buildNumbers(version.build)[0] === 16 && product !== 'microsoft-365';
  const installed = isOf2016 ? '2016' : product;
  const line = isClickToRun(version.build) ? 'microsoft-365' : installed;
  const floor = blockedOutlook.find((entry) => entry.product === line);
  if (floor === undefined) return false;
  return floor.firstAllowed === null || isBelow(version.build, floor.firstAllowed);
}

/** Whether a version of Outlook for Windows may connect to Exchange Online, and is kept up, at a time. */
export function outlookVerdict(version: OutlookVersion, at: Date): OutlookVerdict {
  if (isBlocked(version)) return 'blocked';
  const until = supportedUntil[productOf(version)];
  const isKeptUp =
    until === undefined
      ? isMicrosoft365KeptUp(version.build, at)
      : at <= new Date(`${until}T23:59:59Z`);
  return isKeptUp ? 'supported' : 'unsupported';
}

const majors: Readonly<Partial<Record<OutlookProduct, number>>> = {
  '2007': 12,
  '2010': 14,
  '2013': 15,
};

/** Every verdict that a product's builds can have: its usage reports name no builds. */
export function productVerdicts(product: OutlookProduct, at: Date): ReadonlySet<OutlookVerdict> {
  const major = majors[product] ?? 16;
  // Perpetual products since 2019 begin above the minimum.
  const first = product === '2019' || product === '2021' || product === '2024' ? 10_000 : 0;
  const builds = [`${major}.0.${first}.0`, `${major}.0.99999.0`];
  return new Set(builds.map((build) => outlookVerdict({ product, build }, at)));
}
