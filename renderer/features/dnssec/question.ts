import type { CheckPlace } from '../../../shared/dane/run.ts';

/** What is asked, as the page's address says it. */
export interface ChainQuestion {
  readonly name: string;
  readonly type: string;
  readonly place: CheckPlace;
}

/** The same question written in one way: lower case, without the final dot. */
export function questionOf(name: string, type: string, place: CheckPlace): ChainQuestion {
  const trimmed = name.trim().toLowerCase();
  const plain = trimmed.length > 1 ? trimmed.replace(/\.$/, '') : trimmed;
  return { name: plain, type: type.trim().toUpperCase(), place };
}

export function questionKey({ name, type, place }: ChainQuestion): string {
  return `${place} ${type} ${name}`;
}
