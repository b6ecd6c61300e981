import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import { notSet } from '../unknown.ts';

const turn = (value: boolean) => cmdlet('Set-OrganizationConfig', { SendFromAliasEnabled: value });

export const rule = defineRule({
  id: 'send-from-alias.enabled',
  severity: 'low',
  words: 'send-from-alias-enabled',
  needs: { organizationConfig: ['sendFromAliasEnabled'] },
  optional: ['mailboxes'],
  sources: [
    'https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig',
    'https://techcommunity.microsoft.com/t5/exchange-team-blog/sending-from-email-aliases-public-preview/ba-p/3070501',
  ],
  deadlines: [],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [turn(true)],
      rollback: [turn(false)],
      verify: [cmdlet('Get-OrganizationConfig')],
    }),
  findings({ organizationConfig: { sendFromAliasEnabled: value } }) {
    const property = 'sendFromAliasEnabled';
    if (value === null) return [notSet('organizationConfig', property)];
    const evidence = [{ source: 'organizationConfig', property, value } as const];
    return value
      ? [{ status: 'pass', reason: 'alias-on', evidence }]
      : [{ status: 'warning', reason: 'alias-off', evidence }];
  },
});
