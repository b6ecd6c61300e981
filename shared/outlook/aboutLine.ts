/** What Outlook for Windows says of itself: File → Office Account → About Outlook. */
import { outlookProducts, productOfBuild } from './product.ts';
import type { OutlookProduct } from './product.ts';

export interface OutlookVersion {
  readonly product: OutlookProduct;
  /** `16.0.14326.20384`. */
  readonly build: string;
}

const textMax = 2000;
const buildForm = /(?<![\d.])(1[2-6]\.0\.\d{3,6}\.\d{3,6})(?![\d.])/;
/** `Version 2108 (Build 14326.20384 Click-to-Run)`. */
const shortBuildForm = /\bBuild\s+(\d{4,5}\.\d{4,5})(?![\d.])/i;

function productOf(text: string, build: string): OutlookProduct | null {
  if (/(?:Microsoft|Office)\s*365/i.test(text)) return 'microsoft-365';
  const year = /\b(2007|2010|2013|2016|2019|2021|2024)\b/.exec(text)?.[1];
  const named = outlookProducts.find((product) => product === year);
  // LTSC without its year, or nothing but the build, which tells them apart.
  return named ?? productOfBuild(build);
}

/** `null`: no line about Outlook with a build in it. */
export function readAboutLine(text: string): OutlookVersion | null {
  if (text.length > textMax || !/Outlook|\bMSO\b|Click-to-Run/i.test(text)) return null;
  const short = shortBuildForm.exec(text)?.[1];
  const build = buildForm.exec(text)?.[1] ?? (short === undefined ? null : `16.0.${short}`);
  if (build === null || /smtp|LED=|LastAttempted/i.test(text)) return null;
  const product = productOf(text.replace(build, ''), build);
  return product === null ? null : { product, build };
}
