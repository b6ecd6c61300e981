import type { Words } from '../../words/words.ts';
import { evidenceText } from './evidenceText.ts';
import type { Report, ReportedResult } from './report.ts';
import { timeText } from './timeText.ts';

export type Cell = string | number;

/** Rows for spreadsheets; the first holds the headings. */
export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

interface Column<T> {
  readonly heading: string;
  readonly cell: (item: T) => Cell;
}

function tableOf<T>(items: readonly T[], columns: readonly Column<T>[]): Table {
  return {
    headings: columns.map(({ heading }) => heading),
    rows: items.map((item) => columns.map(({ cell }) => cell(item))),
  };
}

const lines = (list: readonly string[]): string => list.join('\n');

function affectedText({ affected: { count, sample } }: ReportedResult, words: Words): string {
  const more = count - sample.length;
  return lines(
    more > 0 && sample.length > 0
      ? [...sample, words('readiness.report.affected.more', { more })]
      : sample,
  );
}

/** Every result with all that was found out, a row each. */
export function resultsTable(report: Report, words: Words): Table {
  return tableOf(report.results, [
    { heading: words('readiness.report.rule-id'), cell: ({ rule }) => rule },
    { heading: words('readiness.report.rule'), cell: ({ title }) => title },
    {
      heading: words('readiness.report.status'),
      cell: ({ status }) => words(`readiness.status.${status}`),
    },
    {
      heading: words('readiness.report.severity'),
      cell: ({ severity }) => words(`readiness.severity.${severity}`),
    },
    { heading: words('readiness.report.subject'), cell: ({ subject }) => subject ?? '' },
    { heading: words('readiness.report.message'), cell: ({ message }) => message },
    { heading: words('readiness.report.date'), cell: ({ deadline }) => deadline ?? '' },
    {
      heading: words('readiness.report.affected-count'),
      cell: ({ affected }) => affected.count,
    },
    {
      heading: words('readiness.report.affected'),
      cell: (result) => affectedText(result, words),
    },
    {
      heading: words('readiness.report.evidence'),
      cell: ({ evidence }) => lines(evidence.map((one) => evidenceText(one, words))),
    },
    { heading: words('readiness.report.fix'), cell: ({ fix }) => fix?.text ?? '' },
    {
      heading: words('readiness.report.commands'),
      cell: ({ fix }) => lines(fix?.commands ?? []),
    },
    { heading: words('readiness.report.records'), cell: ({ fix }) => lines(fix?.records ?? []) },
    { heading: words('readiness.report.verify'), cell: ({ verify }) => verify?.text ?? '' },
    {
      heading: words('readiness.report.references'),
      cell: ({ references }) => lines(references),
    },
    { heading: words('readiness.report.tenant'), cell: () => report.tenant.name },
    { heading: words('readiness.report.taken'), cell: () => report.takenAt },
    { heading: words('readiness.report.evaluated'), cell: () => report.evaluatedAt },
  ]);
}

const toDo: ReadonlySet<ReportedResult['status']> = new Set([
  'fail',
  'warning',
  'manual',
  'waived',
]);

/** What is to be done, with room for who does it and until when. A waived result names its owner and end. */
export function actionPlan(report: Report, words: Words): Table {
  const items = report.results.filter(({ status }) => toDo.has(status));
  return tableOf(items, [
    {
      heading: words('readiness.report.priority'),
      cell: ({ severity }) => words(`readiness.severity.${severity}`),
    },
    { heading: words('readiness.report.rule-id'), cell: ({ rule }) => rule },
    { heading: words('readiness.report.action'), cell: ({ title }) => title },
    { heading: words('readiness.report.subject'), cell: ({ subject }) => subject ?? '' },
    { heading: words('readiness.report.message'), cell: ({ message }) => message },
    { heading: words('readiness.report.owner'), cell: ({ waiver }) => waiver?.owner ?? '' },
    {
      heading: words('readiness.report.due'),
      cell: ({ waiver, deadline }) => (waiver?.until ?? deadline ?? '').slice(0, 10),
    },
    {
      heading: words('readiness.report.progress'),
      cell: ({ waiver }) =>
        words(`readiness.report.progress.${waiver === null ? 'open' : 'waived'}`),
    },
    { heading: words('readiness.report.fix'), cell: ({ fix }) => fix?.text ?? '' },
    { heading: words('readiness.report.portal'), cell: ({ fix }) => fix?.portal ?? '' },
    {
      heading: words('readiness.report.commands'),
      cell: ({ fix }) => lines(fix?.commands ?? []),
    },
    { heading: words('readiness.report.records'), cell: ({ fix }) => lines(fix?.records ?? []) },
    {
      heading: words('readiness.report.verify-commands'),
      cell: ({ verify }) => lines(verify?.commands ?? []),
    },
    {
      heading: words('readiness.report.rollback-commands'),
      cell: ({ fix }) => lines(fix?.rollback.commands ?? []),
    },
    { heading: words('readiness.report.notes'), cell: () => '' },
  ]);
}

export function countsTable({ counts }: Report, words: Words): Table {
  return tableOf(Object.entries(counts) as [ReportedResult['status'], number][], [
    {
      heading: words('readiness.report.status'),
      cell: ([status]) => words(`readiness.status.${status}`),
    },
    { heading: words('readiness.report.number'), cell: ([, count]) => count },
  ]);
}

export function deadlinesTable({ deadlines }: Report, words: Words): Table {
  const items = deadlines.flatMap(({ at, results }) => results.map((one) => ({ at, ...one })));
  return tableOf(items, [
    { heading: words('readiness.report.date'), cell: ({ at }) => at.slice(0, 10) },
    { heading: words('readiness.report.rule'), cell: ({ title }) => title },
    {
      heading: words('readiness.report.subject'),
      cell: ({ subject }) => subject ?? words('readiness.report.whole-tenant'),
    },
    {
      heading: words('readiness.report.status'),
      cell: ({ status }) => words(`readiness.status.${status}`),
    },
  ]);
}

/** `null`: the snapshot is gone. */
export function coverageTable({ coverage }: Report, words: Words): Table | null {
  if (coverage === null) return null;
  return tableOf(coverage, [
    { heading: words('readiness.report.source'), cell: ({ call }) => call },
    {
      heading: words('readiness.report.state'),
      cell: ({ state }) => words(`readiness.report.state.${state}`),
    },
    {
      heading: words('readiness.report.reason'),
      cell: ({ explanation, missing, detail }) =>
        [
          explanation,
          missing.length === 0
            ? null
            : words('readiness.report.missing', { properties: missing.join(', ') }),
          detail,
        ]
          .filter((part) => part !== null)
          .join(' '),
    },
    { heading: words('readiness.report.record-count'), cell: ({ records }) => records },
    { heading: words('readiness.report.read-at'), cell: ({ at }) => at ?? '' },
    { heading: words('readiness.report.request-id'), cell: ({ requestId }) => requestId ?? '' },
  ]);
}

/** `null`: nothing was compared. */
export function changesTable({ changes }: Report, words: Words): Table | null {
  if (changes === null) return null;
  return tableOf(changes.entries, [
    {
      heading: words('readiness.report.change'),
      cell: ({ change }) => words(`readiness.change.${change}`),
    },
    { heading: words('readiness.report.rule'), cell: ({ title }) => title },
    {
      heading: words('readiness.report.subject'),
      cell: ({ subject }) => subject ?? words('readiness.report.whole-tenant'),
    },
    {
      heading: words('readiness.report.from'),
      cell: ({ from }) => words(`readiness.status.${from ?? 'absent'}`),
    },
    {
      heading: words('readiness.report.to'),
      cell: ({ to }) => words(`readiness.status.${to ?? 'absent'}`),
    },
  ]);
}

/** Who it is about and since when, as pairs. */
export function aboutRows(report: Report, words: Words): readonly (readonly [string, string])[] {
  const { tenant, run, takenAt, evaluatedAt } = report;
  const rows: readonly (readonly [string, string | null])[] = [
    [words('readiness.report.tenant'), tenant.name],
    [words('readiness.report.tenant-id'), tenant.id],
    [words('readiness.report.run'), run === null ? null : String(run)],
    [words('readiness.report.taken'), timeText(takenAt)],
    [words('readiness.report.evaluated'), timeText(evaluatedAt)],
  ];
  return rows.filter((row): row is readonly [string, string] => row[1] !== null);
}
