import { noExplanation } from './explanation.ts';
import type { Cause, Explanation, NextStep } from './explanation.ts';

interface Pattern {
  readonly form: RegExp;
  readonly cause: Cause;
  readonly next: readonly NextStep[];
}

/** Microsoft's scripts for mail-enabled public folders, as they are called. */
const publicFolderScripts =
  '(?:Sync-(?:Modern)?MailPublicFolders(?:CloudToOnprem)?|Import-(?:Mail)?PublicFolder(?:Mailboxes|sForMigration)|SetMailPublicFolderExternalAddress)';
/** How opening an old session fails, in any language: the help topic's name is not translated. */
const refusedSession =
  'Access is denied|remote shell session|about_Remote_Troubleshooting|New-PSSession|Basic auth';

/** The first that fits is told: what stands above explains what stands below it. */
const patterns: readonly Pattern[] = [
  {
    form: /Diag:?\s*Enable Basic Auth in EXO/i,
    cause: 'basic-auth-diagnostic',
    next: ['install-module', 'omit-credential'],
  },
  {
    form: new RegExp(
      `InitializeExchangeOnlineRemoteSession|${publicFolderScripts}[^]*(?:${refusedSession})|(?:${refusedSession})[^]*${publicFolderScripts}`,
      'i',
    ),
    cause: 'powershell-remote-session',
    next: ['new-script', 'install-module', 'omit-credential'],
  },
  {
    form: /Basic authentication is currently disabled|WinRM client cannot process the request|Basic auth(?:entication)? .*disabled|UseRPSSession/i,
    cause: 'powershell-basic-auth',
    next: ['install-module', 'omit-credential'],
  },
  {
    form: /(?:outlook\.office365\.|ps\.outlook\.com|partner\.outlook\.cn).*Access is denied|about_Remote_Troubleshooting|New-PSSession/is,
    cause: 'powershell-remote-session',
    next: ['install-module', 'omit-credential'],
  },
  {
    form: /AADSTS50076|AADSTS50079|AADSTS50158|multi-factor authentication/i,
    cause: 'powershell-mfa',
    next: ['omit-credential'],
  },
  {
    form: /AADSTS65001|AADSTS700016|AADSTS650057|AADSTS90094/i,
    cause: 'powershell-consent',
    next: ['ask-consent'],
  },
  {
    form: /is not recognized as (?:a|the) name of a cmdlet|CommandNotFoundException|is not recognized as an? (?:internal|cmdlet)/i,
    cause: 'powershell-module-missing',
    next: ['install-module', 'ask-role'],
  },
  {
    form: /ManagementObjectNotFoundException|couldn['’]t be found on/i,
    cause: 'powershell-object-missing',
    next: ['check-name'],
  },
  {
    form: /\(403\) Forbidden|UnauthorizedAccess|role assigned to|isn['’]t (?:supported|allowed) in any of (?:the )?roles|Access (?:is )?denied/i,
    cause: 'powershell-not-allowed',
    next: ['ask-role'],
  },
];

const signs =
  /Diag:?\s*Enable Basic Auth in EXO|CategoryInfo\s*:|FullyQualifiedErrorId\s*:|At \S+\.ps1:\d+|AADSTS\d{5,}|is not recognized as (?:a|the) name of a cmdlet|about_Remote_Troubleshooting|Connecting to remote server|Connect-ExchangeOnline|New-PSSession|InitializeExchangeOnlineRemoteSession|ManagementObjectNotFoundException|WinRM client/i;

/** An error of PowerShell. `null`: it is none. */
export function explainPowerShell(pasted: string): Explanation | null {
  // A console breaks lines where its window ends.
  const text = pasted.replaceAll(/\s+/g, ' ');
  if (!signs.test(text)) return null;
  const found = patterns.find(({ form }) => form.test(text));
  const codes = [...new Set([...text.matchAll(/AADSTS\d{5,7}/g)].map(([code]) => code))];
  const cmdlet =
    /\b((?:Get|Set|New|Enable|Disable|Connect|Add|Remove|Test|Start|Sync)-[A-Z][A-Za-z]+)/.exec(
      text,
    )?.[1];
  return {
    ...noExplanation,
    kind: 'powershell-error',
    codes,
    cause: found?.cause ?? 'powershell-other',
    whoseSide: 'yours',
    next: [...(found?.next ?? ['install-module'])],
    params: { cmdlet: cmdlet ?? '–' },
  };
}
