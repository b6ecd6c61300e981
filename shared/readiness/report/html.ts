import { htmlText } from '../../dane/report/html.ts';
import type { WordId } from '../../words/en.ts';
import type { Words } from '../../words/words.ts';
import { statusOrder } from '../statusOrder.ts';
import { valueText } from './evidenceText.ts';
import { htmlStyle } from './htmlStyle.ts';
import type { Report, ReportedResult } from './report.ts';
import { shortened } from './shortened.ts';
import { aboutRows, changesTable, countsTable, coverageTable, deadlinesTable } from './tables.ts';
import type { Cell, Table } from './tables.ts';
import { timeText } from './timeText.ts';
import { visibleText } from './visibleText.ts';

function text(value: Cell): string {
  return htmlText(visibleText(String(value)));
}

/** What came from outside, kept from turning around what stands beside it. */
function outside(value: Cell): string {
  return value === '' ? '' : `<bdi>${text(value)}</bdi>`;
}

function cellHtml(cell: Cell): string {
  if (typeof cell === 'number') return `<td class="number">${cell}</td>`;
  const kind = /^\d{4}-\d\d-\d\d$/.test(cell) ? ' class="date"' : '';
  return `<td${kind}>${outside(cell)}</td>`;
}

/** Without a caption it goes by the heading above it. */
function tableHtml({ headings, rows }: Table, caption = ''): string {
  const head = headings.map((heading) => `<th scope="col">${text(heading)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell) => cellHtml(cell)).join('')}</tr>\n`);
  const name = caption === '' ? '' : `<caption>${text(caption)}</caption>\n`;
  return `<table>\n${name}<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n`;
}

/** With an id that the contents lead to. */
function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${text(title)}</h2>\n${content}</section>\n`;
}

function part(title: string, content: string): string {
  return content === '' ? '' : `<h4>${text(title)}</h4>\n${content}`;
}

function paragraph(value: string): string {
  return value === '' ? '' : `<p>${outside(value)}</p>\n`;
}

function code(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `<pre translate="no">${text(lines.join('\n'))}</pre>\n`;
}

function list(items: readonly string[]): string {
  const entries = items.map((item) => `<li>${item}</li>\n`).join('');
  return items.length === 0 ? '' : `<ul>\n${entries}</ul>\n`;
}

function affectedHtml({ affected: { count, sample } }: ReportedResult, words: Words): string {
  const more = count - sample.length;
  const rest = more > 0 ? [text(words('readiness.report.affected.more', { more }))] : [];
  return sample.length === 0 ? '' : list([...sample.map((name) => outside(name)), ...rest]);
}

function evidenceHtml({ evidence }: ReportedResult, words: Words): string {
  return list(
    evidence.map(
      ({ source, property, value }) =>
        `<code translate="no">${text(source)}.${text(property)}</code>: ${outside(valueText(value, words))}`,
    ),
  );
}

function factsHtml(result: ReportedResult, words: Words): string {
  const { status, severity, deadline, rule } = result;
  const facts = [
    `<strong>${text(words(`readiness.status.${status}`))}</strong>`,
    `${text(words('readiness.report.severity'))}: ${text(words(`readiness.severity.${severity}`))}`,
    deadline === null ? null : text(words('readiness.deadline', { date: deadline.slice(0, 10) })),
    `<code translate="no">${text(rule)}</code>`,
  ].filter((fact) => fact !== null);
  return `<p class="facts">${facts.join(' · ')}</p>\n`;
}

function resultHtml(result: ReportedResult, words: Words): string {
  const { title, subject, message, why, fix, verify, references } = result;
  const say = (id: WordId) => words(id);
  return [
    `<article class="${result.status}">\n<h3>${text(title)}${subject === null ? '' : `: ${outside(subject)}`}</h3>\n`,
    factsHtml(result, words),
    paragraph(message),
    fix === null ? '' : part(say('readiness.report.why'), paragraph(why)),
    part(say('readiness.report.affected'), affectedHtml(result, words)),
    part(say('readiness.report.evidence'), evidenceHtml(result, words)),
    fix === null
      ? ''
      : [
          part(
            say('readiness.report.fix'),
            `${paragraph(fix.text)}${code(fix.commands)}${code(fix.records)}`,
          ),
          part(say('readiness.report.portal'), paragraph(fix.portal)),
          part(
            say('readiness.report.rollback'),
            `${paragraph(fix.rollback.text)}${code(fix.rollback.commands)}`,
          ),
        ].join(''),
    verify === null
      ? ''
      : part(say('readiness.report.verify'), `${paragraph(verify.text)}${code(verify.commands)}`),
    part(
      say('readiness.report.references'),
      list(references.map((url) => `<a href="${htmlText(url)}">${text(url)}</a>`)),
    ),
    '</article>\n',
  ].join('');
}

function aboutHtml(report: Report, words: Words): string {
  const rows = aboutRows(report, words).map(
    ([name, value]) => `<dt>${text(name)}</dt><dd>${outside(value)}</dd>\n`,
  );
  return [
    `<dl>\n${rows.join('')}</dl>\n`,
    report.redacted ? paragraph(words('readiness.report.redacted')) : '',
    tableHtml(countsTable(report, words), words('readiness.report.counts')),
  ].join('');
}

interface Chapter {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

function resultChapters(report: Report, words: Words): readonly Chapter[] {
  const chapters = statusOrder.flatMap((status) => {
    const results = report.results.filter((result) => result.status === status);
    const name = words(`readiness.status.${status}`);
    const content = results.map((result) => resultHtml(result, words)).join('');
    const title = `${name} (${results.length})`;
    return results.length === 0 ? [] : [{ id: `status-${status}`, title, content }];
  });
  const title = words('readiness.report.results');
  const content = paragraph(words('readiness.report.results.none'));
  return chapters.length > 0 ? chapters : [{ id: 'results', title, content }];
}

function chaptersOf(report: Report, words: Words): readonly Chapter[] {
  const { deadlines, changes } = report;
  const about = words('readiness.report.about');
  const dates = words('readiness.report.deadlines');
  const read = words('readiness.report.coverage');
  const coverage = coverageTable(report, words);
  const changed = changesTable(report, words);
  const since = words('readiness.report.changes', { since: timeText(changes?.since ?? '') });
  return [
    { id: 'about', title: about, content: aboutHtml(report, words) },
    {
      id: 'dates',
      title: dates,
      content:
        deadlines.length === 0
          ? paragraph(words('readiness.report.deadlines.none'))
          : tableHtml(deadlinesTable(report, words)),
    },
    ...(changed === null
      ? []
      : [
          {
            id: 'changes',
            title: since,
            content:
              changed.rows.length === 0
                ? paragraph(words('readiness.report.changes.none'))
                : tableHtml(changed),
          },
        ]),
    ...resultChapters(report, words),
    {
      id: 'coverage',
      title: read,
      content:
        coverage === null
          ? paragraph(words('readiness.report.coverage.gone'))
          : tableHtml(coverage),
    },
  ];
}

/** What a browser's tab and a list of bookmarks have room for. */
const titleLengthMax = 70;

/** As much of it as there is room for, however it is written. */
function titleText(title: string): string {
  const lengths = Array.from({ length: titleLengthMax }, (_, index) => titleLengthMax - index);
  const texts = lengths.map((length) => text(shortened(title, length)));
  return texts.find(({ length }) => length <= titleLengthMax) ?? '';
}

/** One file that opens in any browser and prints well; it holds no script and loads nothing. */
export function htmlReport(report: Report, words: Words): string {
  const title = words('readiness.report.title', { tenant: report.tenant.name });
  const chapters = chaptersOf(report, words);
  return [
    '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    // Nothing in here may load or run, whatever a name holds.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    '<meta name="referrer" content="no-referrer">\n',
    `<title>${titleText(title)}</title>\n<style>${htmlStyle}</style>\n</head>\n<body>\n`,
    `<header><h1>${outside(title)}</h1></header>\n`,
    `<nav aria-label="${text(words('readiness.report.contents'))}">\n`,
    list(chapters.map(({ id, title: name }) => `<a href="#${id}">${text(name)}</a>`)),
    '</nav>\n<main>\n',
    ...chapters.map(({ id, title: name, content }) => section(id, name, content)),
    '</main>\n</body>\n</html>\n',
  ].join('');
}
