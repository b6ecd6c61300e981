/** What Outlook says of itself. For Windows: File → Office Account → About Outlook. */
import { outlookProducts, productOfBuild, readOtherOutlook } from './product.ts';
import type { OtherOutlook, OutlookProduct } from './product.ts';

export interface OutlookVersion {
  readonly product: OutlookProduct;
  /** `16.0.14326.20384`. */
  readonly build: string;
}

/** An Outlook that is not the classic one for Windows. */
export interface OtherOutlookVersion {
  readonly product: OtherOutlook;
  /** As it stands there: `16.89 (24090815)`, `4.2439.1`. */
  readonly build: string;
}

const textMax = 2000;
const buildForm = /(?<![\d.])(1[2-6]\.0\.\d{3,6}(?:\.\d{1,6})?)(?![\d.])/;
/** `Version 2108 (Build 14326.20384 Click-to-Run)`. */
const shortBuildForm = /\bBuild\s+(\d{4,5}\.\d{4,5})(?![\d.])/i;
const outlookForm =
  /Outlook|\bMSO\b|Click-to-Run|Microsoft 365 Apps|ProPlus|\bVersion \d{4} \(Build\b/i;
/** A line of a message trace names builds of the servers. */
const mailForm = /smtp|LED=|LastAttempted/i;

function productOf(text: string, build: string): OutlookProduct | null {
  if (/(?:Microsoft|Office)\s*365/i.test(text)) return 'microsoft-365';
  const year = /\b(2007|2010|2013|2016|2019|2021|2024)\b/.exec(text)?.[1];
  const named = outlookProducts.find((product) => product === year);
  // LTSC without its year, or nothing but the build, which tells them apart.
  return named ?? productOfBuild(build);
}

/** `null`: no line about Outlook for Windows with a build in it. */
export function readAboutLine(text: string): OutlookVersion | null {
  if (text.length > textMax || !outlookForm.test(text)) return null;
  const short = shortBuildForm.exec(text)?.[1];
  const build = buildForm.exec(text)?.[1] ?? (short === undefined ? null : `16.0.${short}`);
  if (build === null || mailForm.test(text)) return null;
  const product = productOf(text.replace(build, ''), build);
  return product === null ? null : { product, build };
}

const otherBuildForms: readonly (readonly [OtherOutlook | null, RegExp])[] = [
  // Microsoft Outlook Version 1.2024.1009.100 (Production). Client Version is 20240927004.13
  ['new-windows', /(?<![\d.])(1\.20\d\d\.\d{3,4}\.\d{1,4})(?![\d.])|Client Version is \d{8}/i],
  // Microsoft Outlook for Mac, Version 16.89.1 (24091630)
  ['mac', /(?<![\d.])(1[5-9]\.\d{1,3}(?:\.\d{1,3})?\s*\((?:Build )?\d{6,8}\))/i],
  // Outlook for Android 4.2439.1
  [null, /(?<![\d.])([45]\.\d{2,4}\.\d{1,3}(?:\.\d{1,3})?)(?![\d.])/],
];

/** `null`: no line about one of the other Outlooks with a version in it. */
export function readOtherAboutLine(text: string): OtherOutlookVersion | null {
  if (text.length > textMax || !/Outlook/i.test(text) || mailForm.test(text)) return null;
  for (const [product, form] of otherBuildForms) {
    const found = form.exec(text);
    const named = product ?? readOtherOutlook(text);
    if (found !== null && named !== null) return { product: named, build: found[1] ?? '' };
  }
  return null;
}
