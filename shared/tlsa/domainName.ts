import { toASCII, toUnicode } from 'tr46';

/** A name of the DNS as this app holds it: compared and stored as A-labels, shown as U-labels. */
export interface DomainName {
  /** Lower-case A-labels, without trailing dot. */
  readonly ascii: string;
  readonly unicode: string;
}

/** What is wrong with a name; each has its sentence in `error.host-invalid.message`. */
export type NameProblem =
  | { readonly problem: 'empty' }
  | { readonly problem: 'email' }
  | { readonly problem: 'url'; readonly suggestion: string }
  | { readonly problem: 'port'; readonly suggestion: string }
  | { readonly problem: 'ownerName'; readonly suggestion: string }
  | { readonly problem: 'whitespace' }
  | { readonly problem: 'underscore' }
  | { readonly problem: 'character'; readonly character: string }
  | { readonly problem: 'emptyLabel' }
  | { readonly problem: 'hyphen'; readonly label: string }
  | { readonly problem: 'labelTooLong'; readonly label: string; readonly octets: number }
  | { readonly problem: 'tooLong'; readonly octets: number }
  | { readonly problem: 'international' }
  | { readonly problem: 'wildcard' }
  | { readonly problem: 'ipAddress' }
  | { readonly problem: 'singleLabel' };

export type NameOutcome =
  | { readonly ok: true; readonly name: DomainName }
  | { readonly ok: false; readonly problem: NameProblem };

/** Octets of a name in presentation format, without trailing dot (RFC 1035 §2.3.4). */
export const nameOctetsMax = 253;
const labelOctetsMax = 63;

/** Non-transitional, as every browser does it today: `straße` is not `strasse`. */
const uts46 = {
  checkBidi: true,
  // Hyphens are checked here: names with "--" in the third place exist and are no A-labels.
  checkHyphens: false,
  checkJoiners: true,
  ignoreInvalidPunycode: false,
  transitionalProcessing: false,
  useSTD3ASCIIRules: true,
};

/**
 * Reads a name as people write it: letters of any script, any case, a trailing dot, white space
 * around it. Letters, digits and hyphens only (RFC 1123 §2.1), after UTS #46.
 */
export function parseDomainName(text: string): NameOutcome {
  const trimmed = text.trim();
  if (trimmed === '') return refuse({ problem: 'empty' });
  if (trimmed.length > 1024) return refuse({ problem: 'tooLong', octets: trimmed.length });
  const foreign = somethingElse(trimmed);
  if (foreign !== null) return refuse(foreign);
  const withoutDot = trimmed.replace(/[.。．｡]$/u, '');
  if (withoutDot === '') return refuse({ problem: 'empty' });
  const unwritable = unwritableCharacter(withoutDot);
  if (unwritable !== null) return refuse(unwritable);
  const ascii = toASCII(withoutDot, { ...uts46, verifyDNSLength: false });
  if (ascii === null || ascii === '') return refuse({ problem: 'international' });
  const misshapen = wrongShape(ascii);
  if (misshapen !== null) return refuse(misshapen);
  const unicode = toUnicode(ascii, uts46);
  return { ok: true, name: { ascii, unicode: unicode.error ? ascii : unicode.domain } };
}

function refuse(problem: NameProblem): NameOutcome {
  return { ok: false, problem };
}

/** Things that people paste where a name is asked for. */
function somethingElse(text: string): NameProblem | null {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/iu.exec(text);
  if (url !== null) return { problem: 'url', suggestion: url[1] || 'none' };
  if (/\s/u.test(text)) return { problem: 'whitespace' };
  if (text.includes('@')) return { problem: 'email' };
  if (/^\[.*\]/u.test(text) || /^[\da-f]*:[\da-f:.]*:[\da-f:.]*(?:%.*)?$/iu.test(text)) {
    return { problem: 'ipAddress' };
  }
  const port = /^([^/:]+):\d{1,5}$/u.exec(text);
  if (port !== null) return { problem: 'port', suggestion: port[1] ?? '' };
  const path = /^([^/]+)\/./u.exec(text);
  if (path !== null) return { problem: 'url', suggestion: path[1] ?? '' };
  const owner = /^_(?:\d{1,5}|\*)\._[a-z]+\.(.+)$/iu.exec(text);
  if (owner !== null) return { problem: 'ownerName', suggestion: owner[1] ?? '' };
  return null;
}

function unwritableCharacter(text: string): NameProblem | null {
  if (text.includes('*')) return { problem: 'wildcard' };
  if (text.includes('_')) return { problem: 'underscore' };
  const found = /[!-,/:-@[-`{-~\p{Cc}]/u.exec(text)?.[0];
  if (found === undefined) return null;
  const isVisible = /\P{Cc}/u.test(found);
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return { problem: 'character', character: isVisible ? found : `U+${code}` };
}

function wrongShape(ascii: string): NameProblem | null {
  const labels = ascii.split('.');
  if (labels.includes('')) return { problem: 'emptyLabel' };
  // A last label of digits alone is how an IPv4 address looks, in any of its spellings.
  if (/^(?:\d+|0x[\da-f]*)$/.test(labels.at(-1) ?? '')) return { problem: 'ipAddress' };
  for (const label of labels) {
    if (label.length > labelOctetsMax) {
      return { problem: 'labelTooLong', label, octets: label.length };
    }
    if (label.startsWith('-') || label.endsWith('-')) return { problem: 'hyphen', label };
  }
  return ascii.length > nameOctetsMax ? { problem: 'tooLong', octets: ascii.length } : null;
}
