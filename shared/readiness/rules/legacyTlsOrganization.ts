import { hasPassed } from '../deadlines.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import { notSet } from '../unknown.ts';

const turn = (value: boolean) => cmdlet('Set-TransportConfig', { AllowLegacyTLSClients: value });

export const rule = defineRule({
  id: 'legacy-tls.organization',
  severity: 'medium',
  words: 'legacy-tls-organization',
  needs: { transportConfig: ['allowLegacyTlsClients'] },
  optional: [],
  sources: [
    'https://techcommunity.microsoft.com/t5/exchange-team-blog/deprecating-legacy-tls-and-endpoints-for-pop-and-imap-in/ba-p/4515201',
    'https://learn.microsoft.com/powershell/module/exchange/set-transportconfig',
  ],
  deadlines: ['legacy-tls-ended'],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [turn(false)],
      rollback: [turn(true)],
      verify: [cmdlet('Get-TransportConfig')],
    }),
  findings({ transportConfig: { allowLegacyTlsClients: value } }, { at }) {
    const property = 'allowLegacyTlsClients';
    const deadline = 'legacy-tls-ended';
    const evidence = [{ source: 'transportConfig', property, value } as const];
    if (value === null) {
      // What the setting would say no longer matters.
      return hasPassed(deadline, at)
        ? [{ status: 'not-applicable', reason: 'legacy-tls-ended', evidence }]
        : [notSet('transportConfig', property)];
    }
    if (!value) return [{ status: 'pass', reason: 'legacy-tls-off', evidence }];
    return hasPassed(deadline, at)
      ? [{ status: 'warning', severity: 'low', reason: 'legacy-tls-leftover', evidence }]
      : [{ status: 'fail', reason: 'legacy-tls-on', evidence, deadline }];
  },
});
