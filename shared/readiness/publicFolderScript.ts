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
/** Of one statement; what is longer is data. */
const statementMax = 4000;

const oldSigns = [
  /\bNew-PSSession\b(?=.*\b(?:outlook\.office365\.(?:com|us)|ps\.outlook\.com|partner\.outlook\.cn|ConnectionUri))(?=.*-Authentication[\s:]+["']?Basic\b)/i,
  /\bNew-PSSession\b(?=.*(?:outlook\.office365\.|ps\.outlook\.com|partner\.outlook\.cn))/i,
  /\bConnect-ExchangeOnline\b(?=.*-UseRPSSession\b(?!\s*:\s*\$false))/i,
];
const currentSigns = [
  /\bConnect-ExchangeOnline\b/i,
  /\bImport-Module\b.*\bExchangeOnlineManagement\b/i,
];

/** Code alone, a statement on the line where it begins: no comments, lines that a backtick joins joined. */
function statementsOf(script: string): readonly { readonly line: number; readonly text: string }[] {
  const withoutBlocks = script.replaceAll(/<#[\s\S]*?(?:#>|$)/g, (block) =>
    block.replaceAll(/[^\n]/g, ''),
  );
  const statements: { line: number; text: string }[] = [];
  let open = false;
  for (const [index, raw] of withoutBlocks.split(/\r?\n/).entries()) {
    const code = raw.replace(/(?:^|\s)#.*$/, '').trimEnd();
    const part = code.endsWith('`') ? code.slice(0, -1) : code;
    const last = statements.at(-1);
    if (open && last !== undefined) last.text += ` ${part.trim()}`;
    else if (part.trim() !== '') statements.push({ line: index + 1, text: part.trim() });
    open = code.endsWith('`');
  }
  return statements;
}

export function readPublicFolderScript(script: string): ScriptReading {
  const statements = statementsOf(script.slice(0, scriptTextMax));
  const find = (signs: readonly RegExp[]) =>
    statements.find(({ text }) => signs.some((sign) => sign.test(text.slice(0, statementMax))));
  // A current copy may keep an old session for the servers at home: only Exchange Online's counts.
  const old = find(oldSigns);
  const proof = old ?? find(currentSigns);
  if (proof === undefined) return { verdict: 'unknown', line: null, text: null };
  const verdict = old === undefined ? 'current' : 'old';
  return { verdict, line: proof.line, text: proof.text.slice(0, shownMax) };
}
