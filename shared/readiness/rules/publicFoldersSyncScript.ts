import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import { notKnown, notSet } from '../unknown.ts';

export const rule = defineRule({
  id: 'public-folders.sync-script',
  severity: 'medium',
  words: 'public-folders-sync-script',
  needs: { organizationConfig: ['publicFoldersEnabled'] },
  optional: [],
  sources: [
    'https://github.com/microsoft/CSS-Exchange/blob/main/PublicFolders/Migration/Sync-ModernMailPublicFolders.ps1',
    'https://learn.microsoft.com/exchange/collaboration/public-folders/migrate-to-exchange-online',
  ],
  deadlines: ['basic-auth-ended'],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [
        cmdlet('Install-Module', { Name: 'ExchangeOnlineManagement', Scope: 'CurrentUser' }),
        String.raw`.\Sync-ModernMailPublicFolders.ps1 -CsvSummaryFile 'sync_summary.csv'`,
      ],
      verify: [cmdlet('Get-MailPublicFolder', { ResultSize: 'Unlimited' })],
    }),
  findings({ organizationConfig: { publicFoldersEnabled: value } }) {
    const property = 'publicFoldersEnabled';
    if (value === null) return [notSet('organizationConfig', property)];
    const evidence = [{ source: 'organizationConfig', property, value } as const];
    if (/^remote$/i.test(value)) {
      return [{ status: 'manual', reason: 'public-folders-remote', evidence }];
    }
    if (/^local$/i.test(value)) {
      return [{ status: 'not-applicable', reason: 'public-folders-local', evidence }];
    }
    if (/^none$/i.test(value)) {
      return [{ status: 'not-applicable', reason: 'public-folders-none', evidence }];
    }
    return [notKnown('organizationConfig', property, value)];
  },
});
