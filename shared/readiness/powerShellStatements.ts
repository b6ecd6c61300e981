/**
 * A script of PowerShell taken apart without running it, by the lexical grammar of the Windows
 * PowerShell Language Specification 3.0 (§2.2.3 comments, §2.3.5.2 string literals): comments are gone,
 * strings can be told from code, a backtick at the end of a line joins it to the next.
 */
export interface PowerShellStatement {
  /** Without comments. */
  readonly text: string;
  /** The same characters; those within strings are `_`. */
  readonly code: string;
  /** Where lines of the script begin in it, and their numbers, from 1. */
  readonly lines: readonly { readonly offset: number; readonly line: number }[];
}

const singleQuotes = "'\u2018\u2019\u201a\u201b";
const doubleQuotes = '"\u201c\u201d\u201e';
/** A statement that is longer holds data, or a bracket that nobody closes. */
const statementMax = 20_000;

/** The index behind a string that begins at `start`. */
function endOfString(script: string, start: number): number {
  const isSingle = singleQuotes.includes(script.charAt(start));
  const quotes = isSingle ? singleQuotes : doubleQuotes;
  for (let at = start + 1; at < script.length; at += 1) {
    const character = script.charAt(at);
    if (!isSingle && character === '`') at += 1;
    else if (!quotes.includes(character)) continue;
    else if (at + 1 < script.length && quotes.includes(script.charAt(at + 1))) at += 1;
    else return at + 1;
  }
  return script.length;
}

/** The index behind a here-string that begins at `start`, which only a line of its own ends; 0: it is none. */
function endOfHereString(script: string, start: number): number {
  if (script.charAt(start) !== '@') return 0;
  const opening = /^@(["'\u2018-\u201e])[^\S\n]*\n/u.exec(script.slice(start, start + 200));
  if (opening === null) return 0;
  const isSingle = singleQuotes.includes(opening[1] ?? '');
  const form = new RegExp(`\\n[${isSingle ? singleQuotes : doubleQuotes}]@`, 'gu');
  form.lastIndex = start + opening[0].length - 1;
  return form.exec(script) === null ? script.length : form.lastIndex;
}

/** Within a word a `#` begins no comment. */
const beforeComment = /^$|[\s;(){}|&,=]/;

/** The index behind a comment that begins at `start`; 0: it is none. */
function endOfComment(script: string, start: number): number {
  if (script.startsWith('<#', start)) {
    const end = script.indexOf('#>', start + 2);
    return end < 0 ? script.length : end + 2;
  }
  if (script.charAt(start) !== '#' || !beforeComment.test(script.charAt(start - 1))) return 0;
  const end = script.indexOf('\n', start);
  return end < 0 ? script.length : end;
}

interface Open {
  text: string;
  code: string;
  lines: { offset: number; line: number }[];
}

/** Puts statements together; line numbers are counted as what is read goes by. */
function createStatements() {
  const done: PowerShellStatement[] = [];
  let line = 1;
  let open: Open = { text: '', code: '', lines: [{ offset: 0, line }] };
  return {
    done,
    add(text: string, code = text) {
      open.text += text;
      open.code += code;
    },
    pass(text: string) {
      const breaks = text.split('\n').length - 1;
      if (breaks === 0) return;
      line += breaks;
      open.lines.push({ offset: open.text.length, line });
    },
    end() {
      if (open.code.trim() !== '') done.push(open);
      open = { text: '', code: '', lines: [{ offset: 0, line }] };
    },
    isLong: () => open.text.length > statementMax,
  };
}

/** What begins, ends and opens nothing. */
const plain = /[^#<'"`@;{}()[\]\n\u2018-\u201e]{1,4000}/uy;

function plainAt(script: string, start: number): string {
  plain.lastIndex = start;
  return plain.exec(script)?.[0] ?? '';
}

export function powerShellStatements(source: string): readonly PowerShellStatement[] {
  const script = source.replaceAll(/\r\n?/g, '\n');
  const statements = createStatements();
  let depth = 0;
  for (let at = 0; at < script.length;) {
    const word = plainAt(script, at);
    if (word !== '') {
      statements.add(word);
      at += word.length;
      if (statements.isLong()) statements.end();
      continue;
    }
    const character = script.charAt(at);
    const comment = endOfComment(script, at);
    const isString = singleQuotes.includes(character) || doubleQuotes.includes(character);
    const string = isString ? endOfString(script, at) : endOfHereString(script, at);
    if (comment > 0) {
      statements.pass(script.slice(at, comment));
      at = comment;
    } else if (character === '`') {
      const next = script.charAt(at + 1);
      statements.add(next === '\n' ? ' ' : `${character}${next}`);
      statements.pass(next);
      at += 2;
    } else if (string > 0) {
      const text = script.slice(at, string);
      statements.add(text, '_'.repeat(text.length));
      statements.pass(text);
      at = string;
    } else {
      if (character === '(' || character === '[') depth += 1;
      if (character === ')' || character === ']') depth = Math.max(0, depth - 1);
      const isEnd = ';{}'.includes(character) || (character === '\n' && depth === 0);
      if (isEnd || statements.isLong()) {
        depth = 0;
        statements.pass(character);
        statements.end();
      } else {
        statements.add(character);
        statements.pass(character);
      }
      at += 1;
    }
  }
  statements.end();
  return statements.done;
}
