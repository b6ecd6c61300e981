import { en } from '../../../shared/words/en.ts';
import type { ChecklistId } from '../../../shared/readiness/checklists/checklistIds.ts';
import type { ChecklistStep } from '../../../shared/contract/checklists.ts';
import type { WordId } from '../../../shared/words/en.ts';
import type { Words } from '../../../shared/words/words.ts';

export type StepPart = 'title' | 'what' | 'why' | 'portal' | 'rollback';

/** A sentence of a step; `null`: it has none, for not every step is done in a portal. */
export function stepWords(
  checklist: ChecklistId,
  { id, params }: ChecklistStep,
  part: StepPart,
  words: Words,
): string | null {
  const word = `checklist.${checklist}.${id}.${part}`;
  return isWord(word) ? words(word, params) : null;
}

function isWord(id: string): id is WordId {
  return Object.hasOwn(en, id);
}

/** Why a step is as it is. */
export function messageWords({ message }: ChecklistStep, words: Words): string | null {
  if (message === null) return null;
  const word = `checklist.message.${message.code}`;
  return isWord(word) ? words(word, message.params) : message.code;
}

const units = [
  { unit: 'days', seconds: 86_400 },
  { unit: 'hours', seconds: 3600 },
  { unit: 'minutes', seconds: 60 },
] as const;

/** How long to wait, rounded up: less would be too early. */
export function waitWords(seconds: number, words: Words): string {
  const { unit, seconds: length } = units.find((each) => seconds >= 2 * each.seconds) ?? {
    unit: 'seconds' as const,
    seconds: 1,
  };
  return words('checklistPage.wait.text', { unit, count: Math.ceil(seconds / length) });
}
