import { powerShellStatements } from './powerShellStatements.ts';
import type { PowerShellStatement } from './powerShellStatements.ts';

/**
 * Tells an old copy of Microsoft's public-folder scripts from a current one by reading it. Nothing is
 * run. Old ones open a session of Remote PowerShell with basic authentication, which Exchange Online
 * has refused since the end of 2022; current ones use the module ExchangeOnlineManagement.
 */
export interface ScriptReading {
  readonly verdict: 'old' | 'current' | 'unknown';
  /** Line numbers from 1, and the line that proves it; `null`: nothing does. */
  readonly line: number | null;
  readonly text: string | null;
}

const scriptTextMax = 2 * 1024 * 1024;
const shownMax = 300;
/** Of a call with its parameters, and of calls in a script: what has more is no script of Microsoft's. */
const callMax = 2000;
const callsMax = 1000;

const exchangeOnline =
  /outlook\.office365\.(?:com|us)|outlook-dod\.office365\.us|outlook\.office\.de|ps\.outlook\.com|partner\.outlook\.cn|compliance\.protection\.outlook\.com/i;
/** Parameters may be shortened, and stand before a colon. */
const basic = /-Auth[a-z]*[\s:]+\(?["']?(?:\[[\w.]+\]::)?Basic\b/i;
const splatBasic = /\bAuthentication["']?\s*=\s*["']?Basic\b/i;
const literalAddress = /-Conn[a-z]*[\s:]+["']?https?:/i;

interface Call {
  readonly name: string;
  /** What stands behind the name, up to the next pipe. */
  readonly rest: string;
  readonly line: number;
  /** The line, with those that it goes on in. */
  readonly text: string;
}

const names =
  /(?<![\w$-])(?:[\w.]+\\)?(New-PSSession|Enter-PSSession|Invoke-Command|Connect-EXOPSSession|Connect-ExchangeOnline|Import-Module)(?![\w-])/gi;
/** What stands before a command that is called, not named. */
const beforeCall = /(?:^|[=(|&!,.]|\b(?:return|throw|else|do|in))\s*$/i;

function callsIn({ text, code, lines }: PowerShellStatement): readonly Call[] {
  return [...code.matchAll(names)].flatMap((match) => {
    if (!beforeCall.test(code.slice(0, match.index).slice(-40))) return [];
    const from = lines.findLast(({ offset }) => offset <= match.index);
    const pipe = code.indexOf('|', match.index);
    const end = Math.min(match.index + callMax, pipe < 0 ? Infinity : pipe);
    return {
      name: match[1] ?? '',
      rest: text.slice(match.index, end),
      line: from?.line ?? 1,
      text: text.slice(from?.offset ?? 0).slice(0, callMax),
    };
  });
}

/** A current copy may keep an old session for the servers at home: only Exchange Online's counts. */
function isOld({ name, rest }: Call, isBasicBySplat: boolean): boolean {
  if (/^Connect-EXOPSSession$/i.test(name)) return true;
  if (/^Connect-ExchangeOnline$/i.test(name))
    return /-UseRPS[a-z]*\b(?!\s*:\s*\$false)/i.test(rest);
  if (!/PSSession$|^Invoke-Command$/i.test(name)) return false;
  if (exchangeOnline.test(rest)) return true;
  if (literalAddress.test(rest)) return false;
  const isBasic = basic.test(rest) || (isBasicBySplat && /\s@\w/.test(rest));
  return isBasic && /-Conn|\s@\w/i.test(rest);
}

function isCurrent({ name, rest }: Call): boolean {
  const isImport = /^Import-Module$/i.test(name) && /\bExchangeOnlineManagement\b/i.test(rest);
  return isImport || /^Connect-ExchangeOnline$/i.test(name);
}

/** Text of any encoding: what was UTF-16 and read as UTF-8 has a NUL beside each letter. */
export function readPublicFolderScript(script: string): ScriptReading {
  const statements = powerShellStatements(script.slice(0, scriptTextMax).replaceAll('\0', ''));
  const isBasicBySplat = statements.some(({ text }) => splatBasic.test(text));
  const calls: Call[] = [];
  for (const statement of statements) {
    calls.push(...callsIn(statement));
    if (calls.length > callsMax) break;
  }
  const old = calls.find((call) => isOld(call, isBasicBySplat));
  const proof = old ?? calls.find((call) => isCurrent(call));
  if (proof === undefined) return { verdict: 'unknown', line: null, text: null };
  const verdict = old === undefined ? 'current' : 'old';
  return { verdict, line: proof.line, text: proof.text.trim().slice(0, shownMax) };
}
