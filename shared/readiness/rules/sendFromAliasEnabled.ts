import { aliasesByDomain } from '../aliases.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, RuleContext } from '../rule.ts';
import { notSet } from '../unknown.ts';

const turn = (value: boolean) => cmdlet('Set-OrganizationConfig', { SendFromAliasEnabled: value });

/** Whom turning it on changes something for, and through which of their apps. */
function effectOf({ optional }: RuleContext) {
  const aliases = [...aliasesByDomain(optional('mailboxes') ?? []).domains.values()].flat();
  const apps = (optional('appUsageCounts')?.counts ?? [])
    .filter(({ users }) => (users ?? 0) > 0)
    .map(({ name, users }): Evidence => ({
      source: 'appUsageCounts',
      property: name,
      value: users,
    }));
  return { aliases, apps };
}

export const rule = defineRule({
  id: 'send-from-alias.enabled',
  severity: 'low',
  words: 'send-from-alias-enabled',
  needs: { organizationConfig: ['sendFromAliasEnabled'] },
  optional: ['mailboxes', 'appUsageCounts'],
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
  findings({ organizationConfig }, context) {
    const property = 'sendFromAliasEnabled';
    const { [property]: value, disablePlusAddressInRecipients: noPlus } = organizationConfig;
    if (value === null) return [notSet('organizationConfig', property)];
    const { aliases, apps } = effectOf(context);
    const evidence: Evidence[] = [
      { source: 'organizationConfig', property, value },
      ...(noPlus === null
        ? []
        : [
            {
              source: 'organizationConfig',
              property: 'disablePlusAddressInRecipients',
              value: noPlus,
            } as const,
          ]),
      ...apps,
    ];
    const about = { evidence, affected: aliases };
    return value
      ? [{ ...about, status: 'pass', reason: 'alias-on' }]
      : [{ ...about, status: 'warning', reason: 'alias-off' }];
  },
});
