/**
 * Names as they are, but for what no document may hold or what would turn the text around it: control
 * characters, overrides of direction, halves of characters and non-characters show as U+FFFD.
 */
export function visibleText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(
      /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]|\p{Noncharacter_Code_Point}/gu,
      '\u{fffd}',
    );
}
