import type { Snapshot } from '../../tenant/snapshot.ts';
import type { SourceId } from '../../tenant/sources.ts';
import type { WordId } from '../../words/en.ts';
import type { Params } from '../rule.ts';
import type { ChecklistId } from './checklistIds.ts';
import type { Progress } from './progress.ts';

type Suffix<Id, Prefix extends string> = Id extends `${Prefix}${infer Rest}` ? Rest : never;
/** Why a step stands as it does; its sentence is `checklist.message.<code>`. */
export type MessageCode = Suffix<WordId, 'checklist.message.'>;

/** A datum that decided. `at`: RFC 3339, when it was seen. */
export interface StepEvidence {
  readonly what: string;
  readonly value: string;
  readonly at: string;
}

/** What the app can say of a step; `stepStates` says what the states mean. */
export interface StepFinding {
  readonly state: 'done' | 'open' | 'unknown' | 'blocked';
  readonly message: { readonly code: MessageCode; readonly params: Params } | null;
  readonly evidence: readonly StepEvidence[];
}

/** What steps are judged by. */
export interface StepContext {
  /** A domain or a mail server, lower case without final dot; empty: the whole tenant. */
  readonly subject: string;
  readonly at: Date;
  /** `null`: nothing of the tenant was read. */
  readonly snapshot: Snapshot | null;
  readonly progress: Progress;
}

export interface StepPlan {
  readonly id: string;
  /** Sources of the tenant that show whether it is done. */
  readonly sources: readonly SourceId[];
  /** What is looked at live. */
  readonly looks: readonly ('domain' | 'host')[];
  /** A step without is the person's. */
  readonly assess: ((context: StepContext) => StepFinding) | null;
  readonly params?: (context: StepContext) => Params;
  readonly commands?: (context: StepContext) => readonly string[];
  readonly records?: (context: StepContext) => readonly string[];
  readonly rollback?: (context: StepContext) => readonly string[];
  /** Seconds to wait after it. */
  readonly wait?: (context: StepContext) => number | null;
}

export interface Checklist {
  readonly id: ChecklistId;
  readonly needs: 'tenant' | 'domain' | 'host';
  /** Sources that name its subjects. */
  readonly subjectSources: readonly SourceId[];
  readonly subjects: (snapshot: Snapshot) => readonly string[];
  /** The mail server to look at; `null`: not known yet. */
  readonly host: (context: StepContext) => string | null;
  /** Whether port 25 of that server is tried; its records alone otherwise. */
  readonly connects: boolean;
  readonly steps: readonly StepPlan[];
}

function finding(state: StepFinding['state']) {
  return (
    code: MessageCode,
    params: Params = {},
    evidence: readonly StepEvidence[] = [],
  ): StepFinding => ({ state, message: { code, params }, evidence });
}

export const done = finding('done');
export const open = finding('open');
export const unknown = finding('unknown');
export const blocked = finding('blocked');

/** A step that nobody but the person can see to. */
export function byHand(id: string, more: Partial<StepPlan> = {}): StepPlan {
  return { id, sources: [], looks: [], assess: null, ...more };
}

export const forTenant = {
  needs: 'tenant',
  subjectSources: [],
  subjects: () => [],
  host: () => null,
  connects: false,
} as const satisfies Partial<Checklist>;
