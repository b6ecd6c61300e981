import type { Budget, QueryBudget } from './budget.ts';

/** One question under validation: the time it is judged at, what it may cost, and who gave up on it. */
export interface Inquiry {
  readonly now: Date;
  readonly budget: Budget;
  readonly queries: QueryBudget;
  readonly signal: AbortSignal;
}
