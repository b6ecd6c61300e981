import { noExplanation } from './explanation.ts';
import type { Cause, Explanation, NextStep } from './explanation.ts';

interface Pattern {
  readonly form: RegExp;
  readonly cause: Cause;
  readonly next: readonly NextStep[];
}

/** The first that fits is told: what stands above explains what stands below it. */
const patterns: readonly Pattern[] = [
  {
    form: /Sync-(?:Modern)?MailPublicFolders|InitializeExchangeOnlineRemoteSession/i,
    cause: 'powershell-remote-session',
    next: ['new-script', 'install-module', 'omit-credential'],
  },
  {
    form: /Basic authentication is currently disabled|WinRM client cannot process the request|Basic auth(?:entication)? .*disabled|UseRPSSession/i,
    cause: 'powershell-basic-auth',
    next: ['install-module', 'omit-credential'],
  },
  {
    form: /outlook\.office365\.com.*Access is denied|about_Remote_Troubleshooting|New-PSSession/is,
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
  /CategoryInfo\s*:|FullyQualifiedErrorId\s*:|At \S+\.ps1:\d+|AADSTS\d{5,}|is not recognized as (?:a|the) name of a cmdlet|about_Remote_Troubleshooting|Connect-ExchangeOnline|New-PSSession|InitializeExchangeOnlineRemoteSession|ManagementObjectNotFoundException|WinRM client/i;

/** An error of PowerShell. `null`: it is none. */
export function explainPowerShell(text: string): Explanation | null {
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
