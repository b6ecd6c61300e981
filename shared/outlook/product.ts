export const outlookProducts = [
  'microsoft-365',
  '2024',
  '2021',
  '2019',
  '2016',
  '2013',
  '2010',
  '2007',
] as const;
export type OutlookProduct = (typeof outlookProducts)[number];

/**
 * Office 2016 by Windows Installer stays below this in the third number; Click-to-Run builds, of
 * whatever product, are above it.
 */
const clickToRunFrom = 6000;

/** Perpetual products by Click-to-Run keep their third number for good. */
const perpetual: Readonly<Record<string, OutlookProduct>> = { '14332': '2021', '17932': '2024' };

export function isClickToRun(build: string): boolean {
  const [major, , third = ''] = build.split('.');
  return major === '16' && Number(third) >= clickToRunFrom;
}

/** The product that a build is of when nothing names it; `null`: not a build of Office. */
export function productOfBuild(build: string): OutlookProduct | null {
  const [major, , third = ''] = build.split('.');
  if (major === '12') return '2007';
  if (major === '14') return '2010';
  if (major === '15') return '2013';
  if (major !== '16') return null;
  return isClickToRun(build) ? (perpetual[third] ?? 'microsoft-365') : '2016';
}

/** What an inventory calls Office or Outlook: `ProPlus2021Volume`, `Outlook M365`, `Microsoft Office 2016`. */
export function readOutlookProduct(name: string): OutlookProduct | null {
  if (/365/.test(name)) return 'microsoft-365';
  const year = /(?<!\d)(2007|2010|2013|2016|2019|2021|2024)(?!\d)/.exec(name)?.[1];
  const named = outlookProducts.find((product) => product === year);
  if (named !== undefined) return named;
  return /^(?:Office\s*)?ProPlus$/i.test(name.trim()) ? 'microsoft-365' : null;
}
