import { judgeOutlook } from '../outlookClients.ts';
import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'outlook.blocked',
  severity: 'high',
  words: 'outlook-blocked',
  needs: {},
  optional: ['outlookInventory', 'appUsageVersions', 'appUsageUsers', 'reportSettings'],
  sources: [
    'https://techcommunity.microsoft.com/t5/exchange-team-blog/new-minimum-outlook-for-windows-version-requirements-for/ba-p/2684142',
    'https://learn.microsoft.com/microsoft-365-apps/end-of-support/microsoft-365-services-connectivity',
  ],
  deadlines: ['outlook-floor'],
  posts: ['MC288472'],
  example: 'user@contoso.com',
  remedy: () => remedyOf({}),
  findings: (_, context) => [judgeOutlook('blocked', context)],
});
