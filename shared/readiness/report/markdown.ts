import { markdownText } from '../../dane/report/markdown.ts';
import type { Words } from '../../words/words.ts';
import { statusOrder } from '../statusOrder.ts';
import { evidenceText } from './evidenceText.ts';
import type { Report, ReportedResult } from './report.ts';
import { aboutRows, changesTable, countsTable, coverageTable, deadlinesTable } from './tables.ts';
import type { Cell, Table } from './tables.ts';
import { timeText } from './timeText.ts';
import { visibleText } from './visibleText.ts';

function text(value: Cell): string {
  return markdownText(visibleText(String(value)));
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function tableText({ headings, rows }: Table): string {
  return [
    row(headings.map((heading) => text(heading))),
    row(headings.map(() => '---')),
    ...rows.map((cells) => row(cells.map((cell) => text(cell)))),
    '\n',
  ].join('');
}

/** A block of code whose fence is longer than any run of backticks in it. */
function code(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const content = visibleText(lines.join('\n'));
  const runs = content.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}\n${content}\n${fence}\n\n`;
}

function part(title: string, content: string): string {
  return content === '' ? '' : `**${text(title)}**\n\n${content}`;
}

function paragraph(value: string): string {
  return value === '' ? '' : `${text(value)}\n\n`;
}

function list(items: readonly string[]): string {
  return items.length === 0 ? '' : `${items.map((item) => `- ${item}\n`).join('')}\n`;
}

function affectedText({ affected: { count, sample } }: ReportedResult, words: Words): string {
  const more = count - sample.length;
  const rest = more > 0 ? [words('readiness.report.affected.more', { more })] : [];
  return sample.length === 0 ? '' : list([...sample, ...rest].map((name) => text(name)));
}

function remedyText({ fix, verify }: ReportedResult, words: Words): string {
  if (fix === null) return '';
  const { rollback } = fix;
  return [
    part(
      words('readiness.report.fix'),
      `${paragraph(fix.text)}${code(fix.commands)}${code(fix.records)}`,
    ),
    part(words('readiness.report.portal'), paragraph(fix.portal)),
    part(
      words('readiness.report.rollback'),
      `${paragraph(rollback.text)}${code(rollback.commands)}`,
    ),
    verify === null
      ? ''
      : part(words('readiness.report.verify'), `${paragraph(verify.text)}${code(verify.commands)}`),
  ].join('');
}

function resultText(result: ReportedResult, words: Words): string {
  const { title, subject, severity, deadline, rule, message, why, evidence, fix } = result;
  const date = deadline?.slice(0, 10) ?? null;
  const facts = [
    `${words('readiness.report.severity')}: ${words(`readiness.severity.${severity}`)}`,
    ...(date === null ? [] : [words('readiness.deadline', { date })]),
    rule,
  ];
  return [
    `### ${text(title)}${subject === null ? '' : `: ${text(subject)}`}\n\n`,
    `${facts.map((fact) => text(fact)).join(' · ')}\n\n`,
    paragraph(message),
    fix === null ? '' : part(words('readiness.report.why'), paragraph(why)),
    part(words('readiness.report.affected'), affectedText(result, words)),
    part(
      words('readiness.report.evidence'),
      list(evidence.map((one) => text(evidenceText(one, words)))),
    ),
    remedyText(result, words),
    part(words('readiness.report.references'), list(result.references.map((url) => `<${url}>`))),
  ].join('');
}

function resultsText(report: Report, words: Words): string {
  const chapters = statusOrder.flatMap((status) => {
    const results = report.results.filter((result) => result.status === status);
    if (results.length === 0) return [];
    const title = `## ${text(words(`readiness.status.${status}`))} (${results.length})\n\n`;
    return [title, ...results.map((result) => resultText(result, words))];
  });
  if (chapters.length > 0) return chapters.join('');
  return `## ${words('readiness.report.results')}\n\n${paragraph(words('readiness.report.results.none'))}`;
}

function optionalTable(table: Table | null, without: string): string {
  return table === null || table.rows.length === 0 ? paragraph(without) : tableText(table);
}

function changesText(report: Report, words: Words): string {
  if (report.changes === null) return '';
  const title = words('readiness.report.changes', { since: timeText(report.changes.since) });
  const none = words('readiness.report.changes.none');
  return `## ${text(title)}\n\n${optionalTable(changesTable(report, words), none)}`;
}

/** For a ticket or a wiki: CommonMark with tables. */
export function markdownReport(report: Report, words: Words): string {
  const title = words('readiness.report.title', { tenant: report.tenant.name });
  return [
    `# ${text(title)}\n\n`,
    list(aboutRows(report, words).map(([name, value]) => `${text(name)}: ${text(value)}`)),
    report.redacted ? paragraph(words('readiness.report.redacted')) : '',
    tableText(countsTable(report, words)),
    `## ${words('readiness.report.deadlines')}\n\n`,
    optionalTable(deadlinesTable(report, words), words('readiness.report.deadlines.none')),
    changesText(report, words),
    resultsText(report, words),
    `## ${words('readiness.report.coverage')}\n\n`,
    optionalTable(coverageTable(report, words), words('readiness.report.coverage.gone')),
  ]
    .join('')
    .trimEnd()
    .concat('\n');
}
