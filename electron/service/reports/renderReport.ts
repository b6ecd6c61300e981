import { csvOf } from '../../../shared/readiness/report/csv.ts';
import { htmlReport } from '../../../shared/readiness/report/html.ts';
import { junitReport } from '../../../shared/readiness/report/junit.ts';
import { makeReport } from '../../../shared/readiness/report/makeReport.ts';
import { markdownReport } from '../../../shared/readiness/report/markdown.ts';
import type { Report } from '../../../shared/readiness/report/report.ts';
import type { ReportInput } from '../../../shared/readiness/report/reportInput.ts';
import { actionPlan, resultsTable } from '../../../shared/readiness/report/tables.ts';
import type { Words } from '../../../shared/words/words.ts';
import { createWords } from '../words.ts';
import { xlsxReport } from './xlsx.ts';

/** What needs no window. */
export const writtenFormats = [
  'html',
  'md',
  'json',
  'csv',
  'xlsx',
  'action-plan',
  'junit',
] as const;
export type WrittenFormat = (typeof writtenFormats)[number];

interface Format {
  readonly mediaType: string;
  readonly extension: string;
  readonly render: (report: Report, words: Words) => string | Promise<Uint8Array>;
}

const formats: Readonly<Record<WrittenFormat, Format>> = {
  html: { mediaType: 'text/html', extension: 'html', render: htmlReport },
  md: { mediaType: 'text/markdown', extension: 'md', render: markdownReport },
  json: {
    mediaType: 'application/json',
    extension: 'json',
    render: (report) => `${JSON.stringify(report, null, 2)}\n`,
  },
  csv: {
    mediaType: 'text/csv',
    extension: 'csv',
    render: (report, words) => csvOf(resultsTable(report, words)),
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    render: xlsxReport,
  },
  'action-plan': {
    mediaType: 'text/csv',
    extension: 'csv',
    render: (report, words) => csvOf(actionPlan(report, words)),
  },
  junit: { mediaType: 'application/xml', extension: 'xml', render: junitReport },
};

export interface RenderTask {
  readonly input: ReportInput;
  readonly format: WrittenFormat;
  readonly redact: boolean;
}

export interface RenderedReport {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A name that every file system takes: `contoso-readiness-2026-11-23.html`. */
function fileNameOf({ tenant, evaluatedAt }: Report, format: WrittenFormat): string {
  const name = tenant.name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/gu, '');
  const what = format === 'action-plan' ? 'action-plan' : 'readiness';
  const parts = [name === '' ? 'tenant' : name, what, evaluatedAt.slice(0, 10)];
  return `${parts.join('-')}.${formats[format].extension}`;
}

/** One report as a file. For a large tenant it takes as long as a few frames: a worker thread's task. */
export async function renderReport({ input, format, redact }: RenderTask): Promise<RenderedReport> {
  const words = createWords();
  const report = makeReport(input, redact, words);
  const rendered = await formats[format].render(report, words);
  return {
    fileName: fileNameOf(report, format),
    mediaType: formats[format].mediaType,
    bytes: typeof rendered === 'string' ? new TextEncoder().encode(rendered) : rendered,
  };
}
