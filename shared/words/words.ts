import type { WordId } from './en.ts';

/** A sentence of the catalogue with its values filled in, by whatever host formats it. */
export type Words = (id: WordId, values?: Readonly<Record<string, string | number>>) => string;
