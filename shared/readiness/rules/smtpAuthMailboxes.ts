import { hasPassed } from '../deadlines.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, Finding } from '../rule.ts';
import { smtpAuthStates } from '../smtpAuth.ts';

const turn = (names: readonly string[], value: boolean | null) =>
  names.map((name) =>
    cmdlet('Set-CASMailbox', { Identity: name, SmtpClientAuthenticationDisabled: value }),
  );

export const rule = defineRule({
  id: 'smtp-auth.mailboxes',
  severity: 'high',
  words: 'smtp-auth-mailboxes',
  needs: {
    transportConfig: ['smtpClientAuthenticationDisabled'],
    casMailboxes: ['primarySmtpAddress', 'smtpClientAuthenticationDisabled'],
  },
  optional: ['smtpAuthClients'],
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
    'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
  ],
  deadlines: ['smtp-auth-off-by-default'],
  example: 'scanner@contoso.com',
  remedy: (names) =>
    remedyOf({
      commands: turn(names, true),
      rollback: turn(names, false),
      verify: names.map((name) => cmdlet('Get-CASMailbox', { Identity: name })),
    }),
  findings({ transportConfig, casMailboxes }, { at, optional }) {
    const tenant = transportConfig.smtpClientAuthenticationDisabled;
    const states = smtpAuthStates(casMailboxes, tenant);
    const property = 'smtpClientAuthenticationDisabled';
    const evidence: Evidence[] = [{ source: 'transportConfig', property, value: tenant }];
    const basic = (optional('smtpAuthClients') ?? []).filter(({ protocol }) =>
      /^basic/i.test(protocol ?? ''),
    );
    const deadline = 'smtp-auth-off-by-default';
    const findings: Finding[] = [];
    if (basic.length > 0 && !hasPassed(deadline, at)) {
      const affected = basic.map(({ sender }) => sender);
      const seen: Evidence[] = [
        { source: 'smtpAuthClients', property: 'protocol', value: 'Basic' },
      ];
      // Turning it off for senders that depend on it would stop them: nothing to paste here.
      const names: readonly string[] = [];
      findings.push({
        status: 'fail',
        reason: 'smtp-auth-basic-seen',
        affected,
        evidence: seen,
        deadline,
        names,
      });
    }
    if (states.inherited.length > 0) {
      const affected = states.inherited;
      findings.push({
        status: 'fail',
        reason: 'smtp-auth-inherited',
        affected,
        evidence,
        deadline,
      });
    }
    if (states.explicit.length > 0) {
      const affected = states.explicit;
      const own: Evidence[] = [{ source: 'casMailboxes', property, value: false }];
      const all = [...evidence, ...own];
      findings.push({
        status: 'warning',
        reason: 'smtp-auth-exceptions',
        affected,
        evidence: all,
        deadline,
      });
    }
    if (states.unknown.length > 0) {
      const affected = states.unknown;
      findings.push({ status: 'not-assessed', reason: 'smtp-auth-undecided', affected, evidence });
    }
    if (findings.length > 0) return findings;
    return casMailboxes.length === 0
      ? [{ status: 'not-applicable', reason: 'no-mailboxes' }]
      : [
          {
            status: 'pass',
            reason: 'smtp-auth-all-off',
            evidence,
            params: { total: casMailboxes.length },
          },
        ];
  },
});
