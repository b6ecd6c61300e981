import { exchangeOutlook } from '../exchangeOutlook.ts';
import { findingSentences } from '../findingWords.ts';
import type { Words } from '../../words/words.ts';
import type { Report, ReportedCheck } from './report.ts';

const columns = [
  'domain',
  'checkedAt',
  'verdict',
  'verdictText',
  'protectedByDane',
  'exchangeOnline',
  'exchangeCode',
  'mxHosts',
  'errors',
  'warnings',
  'firstFinding',
  'recordsToPublish',
] as const;

/**
 * A cell of RFC 4180. What a spreadsheet would take for a formula gets an apostrophe in front: names
 * and records come from the DNS, where anybody may write `=cmd|…`.
 */
export function csvCell(value: string | number): string {
  const text = String(value);
  const guarded = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}

export function csvLine(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function cellsOf(check: ReportedCheck, words: Words): Record<(typeof columns)[number], string> {
  const { findings, mx, hosts, verdict } = check;
  const codes = (severity: string): string =>
    findings
      .filter((finding) => finding.severity === severity)
      .map(({ code }) => code)
      .join(' ');
  const { outcome, code } = exchangeOutlook(check);
  const first = findings.find(({ severity }) => severity !== 'info');
  return {
    domain: check.domain,
    checkedAt: check.checkedAt,
    verdict,
    verdictText: words(`dane.verdict.${verdict}`),
    protectedByDane: check.protectedByDane === null ? '' : String(check.protectedByDane),
    exchangeOnline: outcome,
    exchangeCode: code ?? '',
    mxHosts: (mx === null ? [] : hosts).map(({ name }) => name).join(' '),
    errors: codes('error'),
    warnings: codes('warning'),
    firstFinding: first === undefined ? '' : findingSentences(first, words).message,
    recordsToPublish: [...new Set(findings.flatMap(({ records }) => records ?? []))].join('\n'),
  };
}

/** For a spreadsheet. It begins with a byte order mark, without which Excel takes it for Latin-1. */
export const csvReport: Report = {
  extension: 'csv',
  mediaType: 'text/csv',
  begin: () => `\uFEFF${csvLine(columns)}`,
  each(check, { words }) {
    const cells = cellsOf(check, words);
    return csvLine(columns.map((column) => cells[column]));
  },
  end: () => '',
};
