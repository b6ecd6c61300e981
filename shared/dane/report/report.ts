import type { Words } from '../../words/words.ts';
import type { DaneCheck } from '../check.ts';
import type { DomainVerdict } from '../verdict.ts';

/** A check as reports hold it: transcripts and certificates stay in the app. */
export type ReportedCheck = Omit<DaneCheck, 'evidence'>;

export interface ReportContext {
  readonly words: Words;
  /** When the report is made. */
  readonly at: Date;
  /** How many checks follow, by verdict. */
  readonly counts: ReadonlyMap<DomainVerdict, number>;
}

/** A report in parts, so that a thousand checks need not be in memory at once. */
export interface Report {
  readonly extension: string;
  readonly mediaType: string;
  begin(context: ReportContext): string;
  each(check: ReportedCheck, context: ReportContext): string;
  end(context: ReportContext): string;
}
