import { hasPassed } from '../deadlines.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, Finding, RuleContext } from '../rule.ts';
import { smtpAuthStates } from '../smtpAuth.ts';
import type { SmtpAuthStates } from '../smtpAuth.ts';

const turn = (names: readonly string[], value: boolean | null) =>
  names.map((name) =>
    cmdlet('Set-CASMailbox', { Identity: name, SmtpClientAuthenticationDisabled: value }),
  );

const property = 'smtpClientAuthenticationDisabled';
const deadline = 'smtp-auth-off-by-default';

/** Senders that Microsoft's report has with a user name and password, as long as that can work. */
function passwordSenders({ at, optional }: RuleContext): readonly string[] {
  if (hasPassed(deadline, at)) return [];
  return (optional('smtpAuthClients') ?? [])
    .filter(({ protocol }) => /^basic/i.test(protocol ?? ''))
    .map(({ sender }) => sender);
}

function judge(
  { inherited, explicit, unknown }: SmtpAuthStates,
  total: number,
  senders: readonly string[],
  tenant: boolean | null,
): Finding {
  const evidence: Evidence[] = [
    { source: 'transportConfig', property, value: tenant },
    { source: 'casMailboxes', property: `${property}=false`, value: explicit.length },
    { source: 'casMailboxes', property: `${property}=null`, value: inherited.length },
  ];
  const open = [...inherited, ...explicit];
  if (senders.length > 0) {
    // Turning it off for senders that depend on it would stop them: nothing to paste here.
    const affected = [...new Set([...senders, ...open])];
    const seen: Evidence = { source: 'smtpAuthClients', property: 'protocol', value: senders };
    const params = { senders: senders.length };
    const all = {
      evidence: [...evidence, seen],
      affected,
      params,
      deadline,
      commands: [],
    } as const;
    return { ...all, status: 'fail', reason: 'smtp-auth-basic-seen' };
  }
  if (inherited.length > 0) {
    const params = { inherited: inherited.length, explicit: explicit.length };
    const all = { evidence, affected: open, params, deadline } as const;
    return { ...all, status: 'fail', reason: 'smtp-auth-inherited' };
  }
  if (explicit.length > 0) {
    return {
      status: 'warning',
      reason: 'smtp-auth-exceptions',
      evidence,
      affected: open,
      deadline,
    };
  }
  if (unknown.length > 0) {
    return { status: 'not-assessed', reason: 'smtp-auth-undecided', evidence, affected: unknown };
  }
  return total === 0
    ? { status: 'not-applicable', reason: 'no-mailboxes' }
    : { status: 'pass', reason: 'smtp-auth-all-off', evidence, params: { total } };
}

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
  findings({ transportConfig, casMailboxes }, context) {
    const tenant = transportConfig.smtpClientAuthenticationDisabled;
    const states = smtpAuthStates(casMailboxes, tenant);
    return [judge(states, casMailboxes.length, passwordSenders(context), tenant)];
  },
});
