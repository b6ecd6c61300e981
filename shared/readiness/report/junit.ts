import type { Words } from '../../words/words.ts';
import { htmlText } from '../../dane/report/html.ts';
import type { Report, ReportedResult } from './report.ts';
import { visibleText } from './visibleText.ts';

function attribute(value: string): string {
  return htmlText(visibleText(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

const skipped: ReadonlySet<ReportedResult['status']> = new Set([
  'warning',
  'manual',
  'not-assessed',
  'not-applicable',
  'waived',
]);

/** As exit codes see it: only what fails is a failure; what is not known is no pass. */
function outcome(result: ReportedResult, words: Words): string {
  const { status, message, fix } = result;
  const told = attribute(`${words(`readiness.status.${status}`)}: ${message}`);
  if (skipped.has(status)) return `<skipped message="${told}"/>`;
  if (status === 'pass') return '';
  const name = status === 'error' ? 'error' : 'failure';
  const body = [fix?.text ?? '', ...(fix?.commands ?? [])].join('\n');
  return `<${name} message="${told}" type="${attribute(result.reason)}">${attribute(body)}</${name}>`;
}

/** For a build server: a test suite with a case for each result. */
export function junitReport(report: Report, words: Words): string {
  const { results, counts, evaluatedAt, tenant } = report;
  const skips = results.filter(({ status }) => skipped.has(status)).length;
  const cases = results.map((result) => {
    const name = result.subject === null ? result.title : `${result.title}: ${result.subject}`;
    return `    <testcase classname="${attribute(result.rule)}" name="${attribute(name)}">${outcome(result, words)}</testcase>\n`;
  });
  const totals = [
    `tests="${results.length}"`,
    `failures="${counts.fail}"`,
    `errors="${counts.error}"`,
    `skipped="${skips}"`,
  ].join(' ');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites name="exo-companion" ${totals}>\n`,
    `  <testsuite name="${attribute(tenant.name)}" timestamp="${attribute(evaluatedAt)}" ${totals}>\n`,
    ...cases,
    '  </testsuite>\n</testsuites>\n',
  ].join('');
}
