/**
 * A chain of trust told in order, from the trust anchor to the answer: what there is, and what leads
 * from one thing to the next. The picture and the list are made from it, so that both say the same.
 */
import type { SecurityStatus } from '../../../../shared/dnssec/validation.ts';
import type { WordId } from '../../../../shared/words/en.ts';

export type StoryState = 'good' | 'warning' | 'bad' | 'unknown';

/** A sentence of the catalogue with what it names. `zone` in `zones` becomes “the root” where it is. */
export interface Phrase {
  readonly id: WordId;
  readonly values?: Readonly<Record<string, string | number | Date>>;
}

/** Something that exists: an anchor, a key, a DS record, an answer. */
export interface Box {
  readonly kind: 'box';
  readonly what: 'anchor' | 'key' | 'ds' | 'no-ds' | 'answer' | 'reference' | 'stop';
  readonly state: StoryState;
  readonly title: Phrase;
  readonly notes: readonly Phrase[];
  /** The link that it is the end of, by its number; there is more to be told of it. */
  readonly link?: number;
  /** A signature among its notes ends first of all. */
  readonly endsFirst?: boolean;
}

/** What leads to the next thing, or fails to. */
export interface Arrow {
  readonly kind: 'arrow';
  readonly state: StoryState;
  /** Here the chain breaks, which is said in a word of its own. */
  readonly isBreak: boolean;
  readonly phrase: Phrase;
  /** Beside it: dates, say. */
  readonly note: Phrase | null;
  /** Of all signatures that the answer rests on, this one ends first. */
  readonly endsFirst: boolean;
}

/** A zone, with its keys. */
export interface ZoneCard {
  readonly kind: 'zone';
  readonly zone: string;
  readonly status: SecurityStatus;
  readonly items: readonly (Box | Arrow)[];
  /** What is not on the way, or worth knowing. */
  readonly asides: readonly { readonly state: StoryState | null; readonly phrase: Phrase }[];
}

export type Story = readonly (ZoneCard | Box | Arrow)[];

export const stateOfStatus: Readonly<Record<SecurityStatus, StoryState>> = {
  secure: 'good',
  insecure: 'warning',
  bogus: 'bad',
  indeterminate: 'unknown',
};
