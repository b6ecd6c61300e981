import type { Words } from '../words/words.ts';
import type { DaneCheck } from './check.ts';
import { findingSentences } from './findingWords.ts';

/** A check as one line of JSON Lines: `exo-companion/dane-check@1`, without what stands behind it. */
export function checkLine(check: Omit<DaneCheck, 'evidence'>, words: Words) {
  // A whole check may be passed as well: its transcripts and certificates stay out.
  const { evidence: _, ...shown } = { evidence: null, ...check };
  return {
    ...shown,
    findings: check.findings.map((finding) => {
      const { params: _params, records, ...rest } = finding;
      const { message, fix } = findingSentences(finding, words);
      return { ...rest, message, fix: fix === null ? null : { text: fix, records: records ?? [] } };
    }),
  };
}
