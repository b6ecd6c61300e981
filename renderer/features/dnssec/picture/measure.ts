/**
 * How wide a text will be, by the letters of a wide font: an SVG wraps nothing by itself, and the one
 * that is saved is shown with fonts that nobody here knows.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl|!.,:;'’`]/, 0.34],
  [/[frtI()[\]{}/\\ -]/, 0.42],
  [/[mwMWQO@%…—]/, 0.98],
  [/[A-Z0-9&#]/, 0.7],
];

/** Of an em, for letters that are in no class above: lower case, accents among them. */
const usual = 0.64;
/** What is neither Latin, Greek nor Cyrillic is taken as a full square. */
const square = 1.02;

function letterWidth(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) > 0x24ff) return square;
  return widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
}

/** In the unit of `size`. */
export function textWidth(text: string, size: number, strong: boolean): number {
  let ems = 0;
  for (const letter of text) ems += letterWidth(letter);
  return ems * size * (strong ? 1.1 : 1);
}

/** Words in lines that are no wider than `width`; a word that is wider alone is broken. */
export function wrapText(text: string, width: number, size: number, strong: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (textWidth(longer, size, strong) <= width) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = breakWord(word, width, size, strong);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return [...lines, line];
}

function breakWord(word: string, width: number, size: number, strong: boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && textWidth(piece + letter, size, strong) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
}

/** The text, or its beginning and its end, which tell names apart. */
export function shortenMiddle(text: string, width: number, size: number, strong: boolean): string {
  if (textWidth(text, size, strong) <= width) return text;
  const letters = Array.from(text);
  let kept = letters.length - 1;
  const shortened = (): string => {
    const end = Math.ceil(kept / 2);
    return `${letters.slice(0, kept - end).join('')}…${letters.slice(letters.length - end).join('')}`;
  };
  while (kept > 1 && textWidth(shortened(), size, strong) > width) kept -= 1;
  return shortened();
}
