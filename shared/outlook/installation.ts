import { outlookVerdict, productVerdicts } from './outlookSupport.ts';
import type { OutlookVerdict } from './outlookSupport.ts';
import { productOfBuild, readOtherOutlook, readOutlookProduct } from './product.ts';

/** The four numbers of a build, however much of it an inventory wrote: `14326.20384`, `16.0.14326`. */
export function readOutlookBuild(text: string): string | null {
  const parts = /(?<![\d.])(\d{1,5}(?:\.\d{1,5}){1,3})(?![\d.])/.exec(text)?.[1]?.split('.');
  if (parts === undefined) return null;
  const [first = '', second = ''] = parts;
  const isShort = parts.length === 2 && Number(first) >= 4000 && Number(second) >= 1000;
  const full = isShort ? ['16', '0', ...parts] : parts;
  const [major, minor] = full.map(Number);
  // For Mac it is 16.89.
  if (full.length < 3 || major === undefined || major < 12 || major > 16 || minor !== 0)
    return null;
  return [...full, '0'].slice(0, 4).join('.');
}

interface Installed {
  readonly product: string | null;
  readonly build: string | null;
}

/** Whether a line of an inventory is of an Outlook that has no minimum. */
export function isOtherOutlook({ product, build }: Installed): boolean {
  const isOfOffice = build !== null && readOutlookBuild(build) !== null;
  return !isOfOffice && product !== null && readOtherOutlook(product) !== null;
}

/** A line of an inventory at a time; `null`: neither its build nor its product decides. */
export function judgeInstallation(installation: Installed, at: Date): OutlookVerdict | null {
  if (isOtherOutlook(installation)) return null;
  const build = installation.build === null ? null : readOutlookBuild(installation.build);
  const named = installation.product === null ? null : readOutlookProduct(installation.product);
  const product = named ?? (build === null ? null : productOfBuild(build));
  if (product === null) return null;
  if (build !== null) return outlookVerdict({ product, build }, at);
  const [verdict = null, ...others] = productVerdicts(product, at);
  return others.length === 0 ? verdict : null;
}
