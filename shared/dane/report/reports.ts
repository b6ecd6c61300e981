import { csvReport } from './csv.ts';
import { htmlReport } from './html.ts';
import { jsonLinesReport } from './jsonLines.ts';
import { markdownReport } from './markdown.ts';
import type { Report } from './report.ts';

export const reportKinds = ['jsonl', 'csv', 'markdown', 'html'] as const;
export type ReportKind = (typeof reportKinds)[number];

export const reports: Readonly<Record<ReportKind, Report>> = {
  jsonl: jsonLinesReport,
  csv: csvReport,
  markdown: markdownReport,
  html: htmlReport,
};
