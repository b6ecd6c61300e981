/**
 * One argument for a POSIX shell: plain where no character of it means anything to a shell, else in
 * single quotes, within which only the single quote itself is special (POSIX.1-2024, XCU §2.2.2). NUL
 * can't be part of an argument and is left out.
 */
export function shellQuote(text: string): string {
  const argument = text.replaceAll('\0', '');
  if (/^[\w@%+=:,./-]+$/.test(argument)) return argument;
  return `'${argument.replaceAll("'", String.raw`'\''`)}'`;
}

/**
 * A verbatim string of PowerShell. Its language takes the typographic quotes ‘ ’ ‚ ‛ for the plain
 * one, so each of them is doubled (about_Quoting_Rules; `CodeGeneration.EscapeSingleQuotedStringContent`).
 */
export function powerShellQuote(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201b]/gu, '$&$&')}'`;
}
