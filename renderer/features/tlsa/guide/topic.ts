import type { FC } from 'react';
import type { WordId } from '../../../../shared/words/en.ts';

/** One piece of a topic, from top to bottom. */
export type Block =
  | { readonly kind: 'text'; readonly id: WordId }
  | { readonly kind: 'heading'; readonly id: WordId }
  | { readonly kind: 'steps'; readonly ids: readonly WordId[] }
  /** A command to copy. */
  | { readonly kind: 'code'; readonly text: string }
  /** Something that a machine writes, to read. */
  | { readonly kind: 'example'; readonly text: string }
  | { readonly kind: 'pictures'; readonly pictures: readonly CaptionedPicture[] }
  | { readonly kind: 'links'; readonly links: readonly OutsideLink[] }
  | { readonly kind: 'history'; readonly entries: readonly HistoryEntry[] };

export interface CaptionedPicture {
  readonly Picture: FC;
  readonly caption: WordId;
}

export interface OutsideLink {
  readonly text: WordId;
  /** https, to a host of `shared/externalHosts.ts`. */
  readonly href: string;
}

/** What an older text says, with its date, and what is true now. */
export interface HistoryEntry {
  readonly past: WordId;
  readonly present: WordId;
}

export interface Topic {
  /** Its name in the page's address: `/tlsa/guide?topic=renewal`. */
  readonly id: string;
  readonly title: WordId;
  readonly blocks: readonly Block[];
}
