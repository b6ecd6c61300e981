const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const accented = 'ÅßÇÐÉƑĜĤÎĴĶĻḾÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž';
const accents = new Map(
  Array.from(plain, (letter, index) => [letter, accented.charAt(index)] as const),
);

/**
 * The pseudo-locale `qps-ploc` of a catalogue: every sentence accented, a third longer and in
 * brackets, so that a sentence that is not in the catalogue, or does not fit, is seen at once.
 * Arguments, tags and what stands in `<code>` stay as they are; a value is put between isolates
 * (U+2068 and U+2069, which show nothing), so that it can be told from the sentence around it.
 */
export function pseudoLocalize<Id extends string>(
  catalogue: Readonly<Record<Id, string>>,
): Record<Id, string> {
  return Object.fromEntries(
    Object.entries<string>(catalogue).map(([id, message]) => [id, pseudoMessage(message)]),
  ) as Record<Id, string>;
}

function pseudoMessage(message: string): string {
  const { text, length } = literal(message, 0, false);
  return `⟦${text}${'·'.repeat(Math.ceil(length / 3))}⟧`;
}

interface Piece {
  readonly text: string;
  /** Index after the piece. */
  readonly end: number;
  /** Accented letters in it. */
  readonly length: number;
}

/** Text with arguments in it (ICU MessageFormat), up to the end or the `}` that closes an option. */
function literal(message: string, start: number, inOption: boolean): Piece {
  let text = '';
  let length = 0;
  let index = start;
  const end = inOption ? '}' : undefined;
  while (index < message.length && message[index] !== end) {
    const piece = nested(message, index) ?? character(message, index);
    text += piece.text;
    length += piece.length;
    index = piece.end;
  }
  return { text, end: index, length };
}

function character(message: string, index: number): Piece {
  const letter = message[index] ?? '';
  const accent = accents.get(letter);
  return { text: accent ?? letter, end: index + 1, length: accent === undefined ? 0 : 1 };
}

/** What is not plain text: a quoted stretch, a tag, code, an argument. */
function nested(message: string, index: number): Piece | null {
  const verbatim = /'[{}<>#][^']*'|''|<code>.*?<\/code>|<\/?\w+>/sy;
  verbatim.lastIndex = index;
  const found = verbatim.exec(message)?.[0];
  if (found !== undefined) return { text: found, end: index + found.length, length: 0 };
  return message[index] === '{' ? argument(message, index) : null;
}

/** `{name}`, `{name, number, …}`, or `{name, plural, one {…} other {…}}` with text in its options. */
function argument(message: string, start: number): Piece {
  let index = nextBrace(message, start + 1);
  let text = message.slice(start, index);
  let length = 0;
  while (message[index] === '{') {
    const option = literal(message, index + 1, true);
    const next = nextBrace(message, option.end + 1);
    text += `{${option.text}${message.slice(option.end, next)}`;
    length += option.length;
    index = next;
  }
  const isValue = !text.includes('{', 1);
  return { text: isValue ? `\u2068${text}}\u2069` : `${text}}`, end: index + 1, length };
}

function nextBrace(message: string, from: number): number {
  const found = message.slice(from).search(/[{}]/);
  return found === -1 ? message.length : from + found;
}
