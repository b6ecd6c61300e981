import { readAboutLine, readOtherAboutLine } from '../outlook/aboutLine.ts';
import type { OtherOutlook, OutlookProduct } from '../outlook/product.ts';
import { outlookVerdict } from '../outlook/outlookSupport.ts';
import type { OutlookVerdict } from '../outlook/outlookSupport.ts';
import { explainReport, explainTrace } from './deliveryText.ts';
import { noExplanation } from './explanation.ts';
import type { Explanation } from './explanation.ts';
import { explainPowerShell } from './powerShellError.ts';
import { explainTlsReport } from './tlsReport.ts';

/** Characters of a text that is looked at, and bytes of a file with one. TLS reports are the longest, by far. */
export const explainTextMax = 8 * 1024 * 1024;

/** Characters of anything but a TLS report: patterns are tried on them. */
const plainTextMax = 64 * 1024;

const productNames: Readonly<Record<OutlookProduct, string>> = {
  'microsoft-365': 'Microsoft 365 Apps',
  '2024': 'Outlook LTSC 2024',
  '2021': 'Outlook LTSC 2021',
  '2019': 'Outlook 2019',
  '2016': 'Outlook 2016',
  '2013': 'Outlook 2013',
  '2010': 'Outlook 2010',
  '2007': 'Outlook 2007',
};
const otherNames: Readonly<Record<OtherOutlook, string>> = {
  'new-windows': 'New Outlook for Windows',
  mac: 'Outlook for Mac',
  ios: 'Outlook for iOS',
  android: 'Outlook for Android',
};

const outlookCauses = {
  blocked: 'outlook-blocked',
  unsupported: 'outlook-unsupported',
  supported: 'outlook-supported',
} as const satisfies Readonly<Record<OutlookVerdict, Explanation['cause']>>;

function explainOtherOutlook(text: string): Explanation | null {
  const version = readOtherAboutLine(text);
  if (version === null) return null;
  const product = otherNames[version.product];
  return {
    ...noExplanation,
    kind: 'outlook-version',
    product,
    build: version.build,
    verdict: 'not-applicable',
    cause: 'outlook-other',
    whoseSide: 'yours',
    params: { product, build: version.build },
  };
}

function explainOutlook(text: string, at: Date): Explanation | null {
  const version = readAboutLine(text);
  if (version === null) return explainOtherOutlook(text);
  const verdict = outlookVerdict(version, at);
  const product = productNames[version.product];
  return {
    ...noExplanation,
    kind: 'outlook-version',
    product,
    build: version.build,
    verdict,
    cause: outlookCauses[verdict],
    whoseSide: 'yours',
    next: verdict === 'supported' ? [] : ['update-outlook'],
    params: { product, build: version.build },
  };
}

/**
 * Says what a pasted text is about: a non-delivery report, a line of a message trace, a TLS report, an
 * error of PowerShell, or what Outlook says of itself. A TLS report gives one explanation for each
 * policy and failure; everything else gives one.
 */
export function explain(text: string, at: Date): readonly Explanation[] {
  const report = text.length <= explainTextMax ? explainTlsReport(text) : null;
  if (report !== null) return report;
  const plain = text.slice(0, plainTextMax);
  return [
    explainTrace(plain) ??
      explainOutlook(plain, at) ??
      explainPowerShell(plain) ??
      explainReport(plain) ??
      noExplanation,
  ];
}
