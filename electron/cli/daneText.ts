/** A DANE check as text. */
import type { DaneCheck, Finding } from '../../shared/dane/check.ts';
import { findingSentences } from '../../shared/dane/findingWords.ts';
import type { DomainVerdict } from '../../shared/dane/verdict.ts';
import type { Words } from './words.ts';

const marks: Readonly<Record<Finding['severity'], string>> = {
  error: '✗',
  warning: '!',
  info: '·',
};

const verdictMarks: Readonly<Record<DomainVerdict, string>> = {
  pass: '✓',
  'pass-with-warnings': '✓',
  'no-mail': '·',
  fail: '✗',
  defer: '?',
  unreachable: '?',
  'no-dane': '–',
  'tls-only': '!',
  'host-only': '!',
};

function findingText(finding: Finding, words: Words): string[] {
  const { message, fix } = findingSentences(finding, words);
  const where = [finding.where.host, finding.where.keyType].filter((part) => part !== null);
  const head = where.length === 0 ? '' : `[${where.join(', ')}] `;
  const code =
    finding.exchangeCode === null || finding.severity === 'info'
      ? []
      : [words('dane.text.exchange-code', { code: finding.exchangeCode })];
  const isMoot = finding.severity === 'info' && finding.records === null;
  return [
    `  ${marks[finding.severity]} ${head}${message}`,
    ...code.map((line) => `      ${line}`),
    ...(fix === null || isMoot ? [] : [`      ${words('dane.text.fix', { fix })}`]),
    ...(fix === null ? [] : (finding.records ?? [])).map((record) => `        ${record}`),
  ];
}

export function checkText(check: DaneCheck, words: Words): string {
  const { domain, verdict, mx, hosts, protectedByDane } = check;
  const lines = [`${verdictMarks[verdict]} ${domain}: ${words(`dane.verdict.${verdict}`)}`];
  if (mx !== null) {
    const status = words(`dane.security.${mx.status}`);
    lines.push(`  ${words('dane.text.mx', { status, count: mx.records.length })}`);
  }
  for (const host of hosts) {
    const addresses = words(`dane.security.${host.addressStatus}`);
    const tlsa =
      host.tlsaStatus === null
        ? words('dane.text.no-query')
        : words(`dane.security.${host.tlsaStatus}`);
    const text = words('dane.text.host', { host: host.name, addresses, tlsa });
    lines.push(`  ${verdictMarks[host.verdict]} ${text}`);
    for (const { record, matches } of host.tlsa) {
      const mark = matches === true ? ' ✓' : '';
      lines.push(
        `      ${record.usage} ${record.selector} ${record.matchingType} ${record.data.slice(0, 64)}${mark}`,
      );
    }
    for (const { ip, verdict: found, probes } of host.addresses) {
      const keys = probes.flatMap(({ keyType, sni }) =>
        keyType === null || sni === null ? [] : [keyType],
      );
      const state =
        found === null ? '·' : `${verdictMarks[found]} ${words(`dane.verdict.${found}`)}`;
      lines.push(`      ${ip} ${keys.join(', ')} ${state}`);
    }
  }
  lines.push(...check.findings.flatMap((finding) => findingText(finding, words)));
  lines.push(`  ${words(`dane.protected.${protectedByDane ?? 'unknown'}`)}`);
  return lines.join('\n');
}
