import { exchangeSentence, reportedFindings } from './reportParts.ts';
import type { Report, ReportContext, ReportedCheck } from './report.ts';

/**
 * Text that Markdown leaves as it is, whatever it holds: on one line, where what makes a list is
 * escaped at its beginning, what means something anywhere everywhere, and no more, since a ticket may
 * show the source.
 */
export function markdownText(text: string): string {
  return text
    .replaceAll(/\s*[\r\n]+\s*/g, ' ')
    .trimStart()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]#|~!>]|(?<=\])\(/g, String.raw`\$&`)
    .replace(/^(?:[-+=]|\d{1,9}(?=[.)](?:\s|$)))/, (start) =>
      /\d/.test(start) ? `${start}\\` : `\\${start}`,
    );
}

/** A block of code whose fence is longer than any run of backticks in it. */
function codeBlock(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}\n${text}\n${fence}\n`;
}

function begin({ words, at, counts }: ReportContext): string {
  const rows = [...counts].map(
    ([verdict, count]) => `| ${markdownText(words(`dane.verdict.${verdict}`))} | ${count} |\n`,
  );
  return [
    `# ${words('many.report.title')}\n\n`,
    `${words('many.report.made', { at: at.toISOString() })}\n\n`,
    `| ${words('many.report.verdict')} | ${words('many.report.domains')} |\n| --- | ---: |\n`,
    ...rows,
    '\n',
  ].join('');
}

function each(check: ReportedCheck, { words }: ReportContext): string {
  const findings = reportedFindings(check, words).flatMap((finding) => [
    `- **${words(`daneCheck.severity.${finding.severity}`)}**`,
    finding.place === '' ? '' : ` (${markdownText(finding.place)})`,
    `: ${markdownText(finding.message)}`,
    finding.fix === null ? '' : ` ${markdownText(finding.fix)}`,
    finding.sources.length === 0 ? '' : ` (${markdownText(finding.sources.join(', '))})`,
    '\n',
    finding.records.length === 0 ? '' : `\n${codeBlock(finding.records.join('\n'))}\n`,
  ]);
  return [
    `## ${markdownText(check.domain)}: ${words(`dane.verdict.${check.verdict}`)}\n\n`,
    `${markdownText(exchangeSentence(check, words))} ${words('many.report.checked', { at: check.checkedAt })}\n\n`,
    ...findings,
    findings.length === 0 ? '' : '\n',
  ].join('');
}

/** For a ticket or a wiki. */
export const markdownReport: Report = {
  extension: 'md',
  mediaType: 'text/markdown',
  begin,
  each,
  end: () => '',
};
