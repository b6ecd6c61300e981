import type { Words } from '../../words/words.ts';
import type { ReportedResult } from './report.ts';

type Evidence = ReportedResult['evidence'][number];

export function valueText(value: Evidence['value'], words: Words): string {
  if (value === null) return words('readiness.report.value.null');
  if (typeof value !== 'object') return String(value);
  return value.length === 0 ? words('readiness.report.value.empty') : value.join(', ');
}

export function evidenceText({ source, property, value }: Evidence, words: Words): string {
  return `${source}.${property}: ${valueText(value, words)}`;
}
