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
  optional: [],
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    'https://learn.microsoft.com/powershell/module/exchange/set-transportconfig',
  ],
  deadlines: ['smtp-auth-off-by-default'],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [turn(true)],
      rollback: [turn(false)],
      verify: [cmdlet('Get-TransportConfig')],
    }),
  findings({ transportConfig: { smtpClientAuthenticationDisabled: value } }) {
    const property = 'smtpClientAuthenticationDisabled';
    if (value === null) return [notSet('transportConfig', property)];
    const evidence = [{ source: 'transportConfig', property, value } as const];
    return value
      ? [{ status: 'pass', reason: 'smtp-auth-off', evidence }]
      : [
          {
            status: 'fail',
            reason: 'smtp-auth-on',
            evidence,
            deadline: 'smtp-auth-off-by-default',
          },
        ];
  },
});
