import { judgeOutlook } from '../outlookClients.ts';
import { remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';

export const rule = defineRule({
  id: 'outlook.unsupported',
  severity: 'medium',
  words: 'outlook-unsupported',
  needs: {},
  optional: ['outlookInventory', 'appUsageVersions', 'appUsageUsers', 'reportSettings'],
  sources: [
    'https://learn.microsoft.com/microsoft-365-apps/end-of-support/microsoft-365-services-connectivity',
    'https://learn.microsoft.com/officeupdates/update-history-microsoft365-apps-by-date',
  ],
  deadlines: [],
  example: 'user@contoso.com',
  remedy: () => remedyOf({}),
  findings: (_, context) => [judgeOutlook('unsupported', context)],
});
