import { exchangeOutlook, temporaryCode } from '../exchangeOutlook.ts';
import { findingSentences } from '../findingWords.ts';
import { severities } from '../findings.ts';
import type { Words } from '../../words/words.ts';
import type { Severity } from '../findings.ts';
import type { ReportedCheck } from './report.ts';

/** A finding in words, as every kind of report shows it. */
export interface ReportedFinding {
  readonly severity: Severity;
  readonly place: string;
  readonly message: string;
  readonly fix: string | null;
  readonly records: readonly string[];
  /** `5.7.323`, `tlsa-invalid`, `RFC 7671 §4`. */
  readonly sources: readonly string[];
}

/** Faults and warnings, the worst first; notes are left to the app. */
export function reportedFindings(check: ReportedCheck, words: Words): readonly ReportedFinding[] {
  return check.findings
    .filter(({ severity }) => severity !== 'info')
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((finding) => {
      const { where, severity, records, exchangeCode, tlsRptType, rfc } = finding;
      const { message, fix } = findingSentences(finding, words);
      return {
        severity,
        message,
        fix,
        place: [where.host, where.ip].filter((part) => part !== null).join(' '),
        records: fix === null ? [] : (records ?? []),
        sources: [exchangeCode, tlsRptType, rfc].filter((source) => source !== null),
      };
    });
}

/** What Exchange Online does, as a sentence. */
export function exchangeSentence(check: ReportedCheck, words: Words): string {
  const { outcome, code } = exchangeOutlook(check);
  const name = words('daneCheck.exchange');
  if (code === null && outcome === 'delivers-elsewhere') {
    return `${name} ${words('daneCheck.exchange.delivers-elsewhere.uncoded')}`;
  }
  const values = { code: code ?? '', temporary: temporaryCode(code ?? '') };
  return `${name} ${words(`daneCheck.exchange.${outcome}`, values)}`;
}
