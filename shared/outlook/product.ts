import { buildNumbers } from './buildNumbers.ts';

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
/** Outlook for Windows, the classic one. */
export type OutlookProduct = (typeof outlookProducts)[number];

export const otherOutlooks = ['new-windows', 'mac', 'ios', 'android'] as const;
/** Outlooks without a minimum of their own: they are kept up by a store, or by Microsoft. */
export type OtherOutlook = (typeof otherOutlooks)[number];

/**
 * Office 2016 by Windows Installer stays below this in the third number; Click-to-Run builds, of
 * whatever product, are above it.
 */
const clickToRunFrom = 6000;

/** Perpetual products by Click-to-Run and volume licence keep their third number for good. */
const perpetual: Readonly<Record<number, OutlookProduct>> = { 14_332: '2021', 17_932: '2024' };
/** Office 2019 counts up within Version 1808, below the builds of Microsoft 365 of that version. */
const of2019 = { from: 10_337, to: 10_417 };

export function isClickToRun(build: string): boolean {
  const [major, , third = 0] = buildNumbers(build);
  return major === 16 && third >= clickToRunFrom;
}

/** The product that a build is of when nothing names it; `null`: not a build of Office. */
export function productOfBuild(build: string): OutlookProduct | null {
  const [major, , third = 0] = buildNumbers(build);
  if (major === 12) return '2007';
  if (major === 14) return '2010';
  if (major === 15) return '2013';
  if (major !== 16) return null;
  if (!isClickToRun(build)) return '2016';
  if (third >= of2019.from && third <= of2019.to) return '2019';
  return perpetual[third] ?? 'microsoft-365';
}

/** What an inventory calls Office or Outlook: `ProPlus2021Volume`, `Outlook M365`, `Microsoft Office 2016`. */
export function readOutlookProduct(name: string): OutlookProduct | null {
  if (/365/.test(name)) return 'microsoft-365';
  const year = /(?<!\d)(2007|2010|2013|2016|2019|2021|2024)(?!\d)/.exec(name)?.[1];
  const named = outlookProducts.find((product) => product === year);
  if (named !== undefined) return named;
  return /^(?:Office\s*)?ProPlus$/i.test(name.trim()) ? 'microsoft-365' : null;
}

const otherForms: readonly (readonly [OtherOutlook, RegExp])[] = [
  ['mac', /\bmac(?:OS)?\b|OS X/i],
  ['ios', /\biOS\b|iPhone|iPad/i],
  ['android', /Android/i],
  ['new-windows', /new Outlook|Outlook \(new\)|OutlookForWindows|One ?Outlook/i],
];

/** `null`: it names none of them. */
export function readOtherOutlook(name: string): OtherOutlook | null {
  return otherForms.find(([, form]) => form.test(name))?.[0] ?? null;
}
