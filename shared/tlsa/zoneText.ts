/** One entry of a zone file: the lines that parentheses join, without comments. */
export interface ZoneEntry {
  readonly tokens: readonly string[];
  /** White space at the start of the line: the owner is that of the entry before (RFC 1035 §5.1). */
  readonly ownerOmitted: boolean;
}

export type ZoneTextOutcome =
  | { readonly ok: true; readonly entries: readonly ZoneEntry[] }
  | { readonly ok: false };

/** Invisible characters that copying from web pages and mails brings along. */
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;

/**
 * Cuts text in the format of a zone file (RFC 1035 §5.1) into entries of words. Not ok: parentheses
 * that don't match. Quoted strings are not needed here, and quotes around an entry are dropped.
 */
export function splitZoneText(text: string): ZoneTextOutcome {
  const entries: ZoneEntry[] = [];
  let tokens: string[] = [];
  let ownerOmitted = false;
  let depth = 0;
  for (const line of text.replaceAll(invisible, '').split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const content = line.replace(/;.*$/u, '').replaceAll(/["'`“”]/gu, ' ');
    if (depth === 0) ownerOmitted = /^[ \t]/u.test(line);
    for (const token of content.match(/[()]|[^\s()]+/gu) ?? []) {
      if (token === '(') depth++;
      else if (token === ')') depth--;
      else tokens.push(token);
      if (depth < 0) return { ok: false };
    }
    if (depth === 0 && tokens.length > 0) {
      entries.push({ tokens, ownerOmitted });
      tokens = [];
    }
  }
  return depth === 0 ? { ok: true, entries } : { ok: false };
}
