import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import { notSet } from '../unknown.ts';

const turn = (value: boolean) => cmdlet('Set-OrganizationConfig', { RejectDirectSend: value });

export const rule = defineRule({
  id: 'direct-send.organization',
  severity: 'medium',
  words: 'direct-send-organization',
  needs: { organizationConfig: ['rejectDirectSend'] },
  optional: [],
  sources: [
    'https://techcommunity.microsoft.com/blog/exchange/introducing-more-control-over-direct-send-in-exchange-online/4408790',
    'https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig',
  ],
  deadlines: [],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [turn(true)],
      rollback: [turn(false)],
      verify: [cmdlet('Get-OrganizationConfig')],
    }),
  findings({ organizationConfig: { rejectDirectSend: value } }) {
    const property = 'rejectDirectSend';
    if (value === null) return [notSet('organizationConfig', property)];
    const evidence = [{ source: 'organizationConfig', property, value } as const];
    return value
      ? [{ status: 'pass', reason: 'direct-send-rejected', evidence }]
      : [{ status: 'warning', reason: 'direct-send-open', evidence }];
  },
});
