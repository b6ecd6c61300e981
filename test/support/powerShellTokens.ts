/** The characters that open, close and escape a verbatim string. */
const singleQuotes = "'\u2018\u2019\u201a\u201b";
/** Constants that no assignment changes (about_Automatic_Variables). */
const constants = new Set(['$true', '$false', '$null']);
/** Quotes of every kind, and what PowerShell acts upon outside of strings. */
const special = /["\u201c-\u201e'\u2018-\u201b$`|&;<>(){}#@,\n\r]/u;
const dashes = '-\u2013\u2014\u2015';

export interface PowerShellToken {
  readonly kind: 'word' | 'parameter' | 'string';
  readonly value: string;
}

/**
 * The tokens of one simple command, by the grammar of the Windows PowerShell Language Specification
 * 3.0 (§2.3.4 parameters, §2.3.5.2 verbatim-string-literal): white space parts them; a dash of any
 * kind begins a parameter; any single-quote-character begins and ends a verbatim string, two in a row
 * stand for one. Anything that PowerShell would evaluate is refused.
 */
export function powerShellTokens(command: string): PowerShellToken[] {
  const tokens: PowerShellToken[] = [];
  let at = 0;
  while (at < command.length) {
    const character = command.charAt(at);
    if (character === ' ') {
      at += 1;
    } else if (singleQuotes.includes(character)) {
      const [value, end] = verbatimString(command, at + 1);
      if (end < command.length && command.charAt(end) !== ' ') throw new Error('text after string');
      tokens.push({ kind: 'string', value });
      at = end;
    } else {
      let end = at;
      while (end < command.length && command.charAt(end) !== ' ') end += 1;
      const value = command.slice(at, end);
      if (special.test(value) && !constants.has(value))
        throw new Error(`PowerShell would evaluate ${value}`);
      tokens.push({ kind: dashes.includes(character) ? 'parameter' : 'word', value });
      at = end;
    }
  }
  return tokens;
}

function verbatimString(command: string, start: number): [string, number] {
  let value = '';
  for (let at = start; at < command.length; at++) {
    const character = command.charAt(at);
    if (!singleQuotes.includes(character)) value += character;
    else if (singleQuotes.includes(command.charAt(at + 1)) && at + 1 < command.length) {
      value += character;
      at += 1;
    } else return [value, at + 1];
  }
  throw new Error('unterminated string');
}
