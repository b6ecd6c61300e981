import { ask } from '../../../app/call.ts';
import { fileNameOf } from '../fileName.ts';
import { saveText } from '../../../ui/saveText.ts';
import { reports } from '../../../../shared/dane/report/reports.ts';
import type { CheckRow } from '../../../../shared/contract/dane.ts';
import type { DomainVerdict } from '../../../../shared/dane/verdict.ts';
import type { ReportContext } from '../../../../shared/dane/report/report.ts';
import type { ReportKind } from '../../../../shared/dane/report/reports.ts';
import type { Words } from '../../../ui/words.tsx';

/** Few enough to be read, and put into words, within a frame or two. */
const atOnce = 20;

/**
 * Saves a report and gives its name. The checks are read from the history a few at a time, so that the
 * window stays free meanwhile. Rejects with `CallFailed`.
 */
export async function saveReport(
  kind: ReportKind,
  rows: readonly CheckRow[],
  words: Words,
): Promise<string> {
  const at = new Date();
  const report = reports[kind];
  const context: ReportContext = { words, at, counts: countVerdicts(rows) };
  const parts = [report.begin(context)];
  for (let next = 0; next < rows.length; next += atOnce) {
    const ids = rows.slice(next, next + atOnce).map(({ id }) => id);
    const { checks } = await ask('dane.history.several', { ids });
    parts.push(...checks.map((check) => report.each(check, context)));
  }
  parts.push(report.end(context));
  const name = fileNameOf(`dane-${at.toISOString().slice(0, 10)}`, report.extension);
  saveText(name, parts, report.mediaType);
  return name;
}

function countVerdicts(rows: readonly CheckRow[]): ReadonlyMap<DomainVerdict, number> {
  return new Map(
    [...Map.groupBy(rows, ({ verdict }) => verdict)].map(([verdict, all]) => [verdict, all.length]),
  );
}
