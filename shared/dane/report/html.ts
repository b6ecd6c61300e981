import { exchangeSentence, reportedFindings } from './reportParts.ts';
import type { Report, ReportContext, ReportedCheck } from './report.ts';

/** Text that is text in HTML, in an element and in a quoted attribute. */
export function htmlText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style = `
:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; text-align: start; }
td.count { text-align: end; }
section { margin-top: 2rem; border-top: 1px solid; }
h2 { overflow-wrap: anywhere; }
pre { padding: .75rem; border: 1px solid; white-space: pre-wrap; overflow-wrap: anywhere; }
li { overflow-wrap: anywhere; margin-bottom: .5rem; }
@media print { section { break-inside: avoid; } }
`;

function begin({ words, at, counts }: ReportContext): string {
  const title = htmlText(words('many.report.title'));
  const rows = [...counts].map(
    ([verdict, count]) =>
      `<tr><td>${htmlText(words(`dane.verdict.${verdict}`))}</td><td class="count">${count}</td></tr>\n`,
  );
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
    // Nothing in here may load or run, whatever a name in the DNS holds.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
    `<title>${title}</title>\n<style>${style}</style>\n</head>\n<body>\n`,
    `<h1>${title}</h1>\n<p>${htmlText(words('many.report.made', { at: at.toISOString() }))}</p>\n`,
    `<table>\n<tr><th scope="col">${htmlText(words('many.report.verdict'))}</th>`,
    `<th scope="col">${htmlText(words('many.report.domains'))}</th></tr>\n`,
    ...rows,
    '</table>\n',
  ].join('');
}

function each(check: ReportedCheck, { words }: ReportContext): string {
  const findings = reportedFindings(check, words).map((finding) => {
    const { severity, place, message, fix, records, sources } = finding;
    return [
      `<li><strong>${htmlText(words(`daneCheck.severity.${severity}`))}</strong> `,
      place === '' ? '' : `${htmlText(place)}: `,
      htmlText(message),
      fix === null ? '' : ` ${htmlText(fix)}`,
      records.length === 0 ? '' : `<pre>${htmlText(records.join('\n'))}</pre>`,
      sources.length === 0 ? '' : ` <small>${htmlText(sources.join(', '))}</small>`,
      '</li>\n',
    ].join('');
  });
  return [
    `<section>\n<h2>${htmlText(check.domain)}: ${htmlText(words(`dane.verdict.${check.verdict}`))}</h2>\n`,
    `<p>${htmlText(exchangeSentence(check, words))} `,
    `${htmlText(words('many.report.checked', { at: check.checkedAt }))}</p>\n`,
    findings.length === 0 ? '' : `<ul>\n${findings.join('')}</ul>\n`,
    '</section>\n',
  ].join('');
}

/** One file that opens in any browser and prints well; it holds no script and loads nothing. */
export const htmlReport: Report = {
  extension: 'html',
  mediaType: 'text/html',
  begin,
  each,
  end: () => '</body>\n</html>\n',
};
