import { checkLine } from '../checkLine.ts';
import type { Report } from './report.ts';

/** What `dane check --json` prints: one `exo-companion/dane-check@1` a line. */
export const jsonLinesReport: Report = {
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  begin: () => '',
  each: (check, { words }) => `${JSON.stringify(checkLine(check, words))}\n`,
  end: () => '',
};
