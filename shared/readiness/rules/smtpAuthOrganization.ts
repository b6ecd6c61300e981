import { hasPassed } from '../deadlines.ts';
import { guards, signInsOf, usersOfApp } from '../legacyAuth.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import { notSet } from '../unknown.ts';

const turn = (value: boolean) =>
  cmdlet('Set-TransportConfig', { SmtpClientAuthenticationDisabled: value });

export const rule = defineRule({
  id: 'smtp-auth.organization',
  severity: 'high',
  words: 'smtp-auth-organization',
  needs: { transportConfig: ['smtpClientAuthenticationDisabled'] },
  optional: ['signIns', 'appUsageCounts', 'securityDefaults', 'conditionalAccess'],
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    'https://learn.microsoft.com/powershell/module/exchange/set-transportconfig',
  ],
  deadlines: ['smtp-auth-off-by-default'],
  posts: ['MC274505'],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [turn(true)],
      rollback: [turn(false)],
      verify: [cmdlet('Get-TransportConfig')],
    }),
  findings({ transportConfig: { smtpClientAuthenticationDisabled: value } }, context) {
    const property = 'smtpClientAuthenticationDisabled';
    if (value === null) return [notSet('transportConfig', property)];
    const evidence = [
      { source: 'transportConfig', property, value } as const,
      ...guards(context),
      ...usersOfApp('SMTP App', context),
      ...signInsOf('Authenticated SMTP', context),
    ];
    if (value) return [{ status: 'pass', reason: 'smtp-auth-off', evidence }];
    const deadline = 'smtp-auth-off-by-default';
    return hasPassed(deadline, context.at)
      ? [{ status: 'fail', reason: 'smtp-auth-on-still', evidence }]
      : [{ status: 'fail', reason: 'smtp-auth-on', evidence, deadline }];
  },
});
