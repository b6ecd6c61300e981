import type { SourceId } from '../tenant/sources.ts';
import type { MessagePostId } from '../outlook/messages.ts';
import type { SourceData } from '../tenant/snapshot.ts';
import type { WordId } from '../words/en.ts';
import type { DeadlineId } from './deadlines.ts';
import type { RuleId, RuleStatus, Severity } from './ruleIds.ts';

export type Params = Readonly<Record<string, string | number>>;

type Suffix<Id, Prefix extends string> = Id extends `${Prefix}${infer Rest}` ? Rest : never;
/** Why a result is as it is; its sentence is `readiness.reason.<code>`. */
export type ReasonCode = Suffix<WordId, 'readiness.reason.'>;
/** Which sentences a rule has: `readiness.rule.<words>.{title,why,fix,portal,rollback,verify}`. */
export type RuleWords =
  Suffix<WordId, 'readiness.rule.'> extends infer Rest
    ? Rest extends `${infer Words}.title`
      ? Words
      : never
    : never;

export interface Reason {
  readonly code: ReasonCode;
  readonly params: Params;
}

/** A datum that decided, as the snapshot has it. */
export interface Evidence {
  readonly source: SourceId;
  readonly property: string;
  readonly value: string | number | boolean | null | readonly string[];
}

/** What an administrator copies. Commands are PowerShell, records are zone lines. */
export interface Remedy {
  readonly commands: readonly string[];
  readonly records: readonly string[];
  readonly rollback: readonly string[];
  readonly verify: readonly string[];
}

export const affectedSampleMax = 20;

export interface RuleResult {
  readonly rule: RuleId;
  readonly status: RuleStatus;
  readonly severity: Severity;
  /** A domain, a connector, a host; `null`: the whole tenant. */
  readonly subject: string | null;
  readonly evidence: readonly Evidence[];
  /** Mailboxes, senders, installations: how many, and the first of them. */
  readonly affected: { readonly count: number; readonly sample: readonly string[] };
  /** RFC 3339. */
  readonly deadline: string | null;
  readonly reason: Reason;
  /** `null`: nothing to do. */
  readonly remedy: Remedy | null;
}

/** What a rule finds out; the rest of a result is added for it. */
export interface Finding {
  readonly status: Exclude<RuleStatus, 'waived' | 'error'>;
  readonly reason: ReasonCode;
  readonly params?: Params;
  readonly subject?: string;
  readonly severity?: Severity;
  readonly evidence?: readonly Evidence[];
  readonly affected?: readonly string[];
  readonly affectedCount?: number;
  readonly deadline?: DeadlineId | { readonly at: string };
  /** What the commands are for, when it is not the subject or the sample. */
  readonly names?: readonly string[];
  /** In place of the rule's: those that are safe in this state, none if that is so. */
  readonly commands?: readonly string[];
  /** Zone lines to publish. */
  readonly records?: readonly string[];
}

/** Sources, and the properties of each that decide. */
export type Needs = { readonly [Id in SourceId]?: readonly string[] };

export interface RuleContext {
  readonly at: Date;
  /** Whether each source needed was read whole. If not, what is absent proves nothing. */
  readonly complete: boolean;
  /** A source that adds to what is known; `null`: not read. */
  readonly optional: <Id extends SourceId>(id: Id) => SourceData<Id> | null;
  /** Whether such a source was read whole. */
  readonly isWhole: (id: SourceId) => boolean;
  /** Why it was not read, as a result that says so. */
  readonly unread: (id: SourceId) => Finding;
}

export interface RuleDescription {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly words: RuleWords;
  /** What the sentences name. */
  readonly params: Params;
  readonly needs: Needs;
  readonly optional: readonly SourceId[];
  /** Pages on which Microsoft or an RFC says it. */
  readonly sources: readonly string[];
  readonly deadlines: readonly DeadlineId[];
  /** Posts that announced it, and can't be read any more. */
  readonly posts: readonly MessagePostId[];
  /** A name such as those in `names`, for the rule's page. */
  readonly example: string;
  /** Commands for the names of a result: domains, addresses, connectors. */
  readonly remedy: (names: readonly string[]) => Remedy;
}

export interface Rule extends RuleDescription {
  /** Called with every source needed read, none of the properties needed missing. */
  readonly findings: (
    data: { readonly [Id in SourceId]?: unknown },
    context: RuleContext,
  ) => readonly Finding[];
}

type Given<N extends Needs> = {
  readonly [Id in keyof N & SourceId]: SourceData<Id>;
};

export function defineRule<const N extends Needs>(
  rule: Omit<RuleDescription, 'needs' | 'params' | 'posts'> & {
    readonly needs: N;
    readonly params?: Params;
    readonly posts?: RuleDescription['posts'];
    readonly findings: (data: Given<N>, context: RuleContext) => readonly Finding[];
  },
): Rule {
  return { params: {}, posts: [], ...rule, findings: rule.findings as Rule['findings'] };
}
