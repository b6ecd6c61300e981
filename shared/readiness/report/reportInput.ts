import type { SourceEntry } from '../../tenant/snapshot.ts';
import type { DiffEntry } from '../diff.ts';
import type { RuleResult } from '../rule.ts';

/** What is known of one judgement; codes, not sentences. */
export interface ReportInput {
  /** Number of the run that the app keeps; `null`: judged for this report alone. */
  readonly run: number | null;
  readonly tenant: { readonly id: string | null; readonly name: string };
  readonly takenAt: string;
  readonly evaluatedAt: string;
  /** Waivers in force. */
  readonly results: readonly RuleResult[];
  /** `null`: the snapshot is gone. */
  readonly sources: readonly SourceEntry[] | null;
  readonly changes: { readonly since: string; readonly entries: readonly DiffEntry[] } | null;
}
