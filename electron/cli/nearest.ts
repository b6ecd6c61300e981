/**
 * The candidate that a mistyped word most probably meant, or `null`: at most two of its letters
 * wrong, or a third of a long word's (Levenshtein distance); or its beginning.
 */
export function nearest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = (word.length < 4 ? 1 : Math.max(2, Math.floor(word.length / 3))) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best ?? candidates.find((candidate) => word !== '' && candidate.startsWith(word)) ?? null;
}

function editDistance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 32) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let index = 0; index < left.length; index++) {
    const above = row;
    row = [index + 1];
    for (let column = 1; column <= right.length; column++) {
      const substitution = (above[column - 1] ?? 0) + (left[index] === right[column - 1] ? 0 : 1);
      row.push(Math.min((above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, substitution));
    }
  }
  return row[right.length] ?? 0;
}
