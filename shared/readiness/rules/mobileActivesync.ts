import { toCome } from '../deadlines.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, RuleContext } from '../rule.ts';

/** Users whom Microsoft's report has with the mail app of a phone that is not Outlook. */
function usersOfOtherApps({ optional }: RuleContext): readonly string[] {
  if (optional('reportSettings')?.displayConcealedNames === true) return [];
  return (optional('appUsageUsers') ?? [])
    .filter(({ otherForMobile }) => otherForMobile !== null)
    .flatMap(({ userPrincipalName }) => userPrincipalName ?? []);
}

export const rule = defineRule({
  id: 'mobile.activesync',
  severity: 'medium',
  words: 'mobile-activesync',
  needs: { casMailboxes: ['activeSyncEnabled'] },
  optional: ['appUsageUsers', 'reportSettings'],
  sources: [
    'https://techcommunity.microsoft.com/blog/exchange/exchange-online-activesync-device-support-update/4477997',
    'https://learn.microsoft.com/powershell/module/exchange/get-mobiledevice',
  ],
  deadlines: ['eas-below-16-1-ended'],
  example: 'user@contoso.com',
  remedy: () => remedyOf({ verify: [cmdlet('Get-MobileDevice', { ResultSize: 'Unlimited' })] }),
  findings({ casMailboxes }, context) {
    if (casMailboxes.length === 0) return [{ status: 'not-applicable', reason: 'no-mailboxes' }];
    const mailboxes = casMailboxes.filter(({ activeSyncEnabled }) => activeSyncEnabled !== false);
    const evidence: Evidence[] = [
      { source: 'casMailboxes', property: 'activeSyncEnabled', value: mailboxes.length },
    ];
    if (mailboxes.length === 0) {
      return [{ status: 'not-applicable', reason: 'activesync-off', evidence }];
    }
    const due = toCome('eas-below-16-1-ended', context.at);
    const about = { ...due, evidence, params: { mailboxes: mailboxes.length } } as const;
    const affected = usersOfOtherApps(context);
    return affected.length === 0
      ? [{ ...about, status: 'manual', reason: 'activesync-on' }]
      : [{ ...about, affected, status: 'manual', reason: 'activesync-used' }];
  },
});
