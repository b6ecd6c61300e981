import { hasPassed, toCome } from '../deadlines.ts';
import { guards, signInsOf } from '../legacyAuth.ts';
import { cmdlet, remedyOf } from '../powerShell.ts';
import { affectedSampleMax, defineRule } from '../rule.ts';
import type { Evidence, Finding, RuleContext } from '../rule.ts';
import { smtpAuthStates } from '../smtpAuth.ts';
import type { SmtpAuthStates } from '../smtpAuth.ts';

const turn = (names: readonly string[], value: boolean | null) =>
  names.map((name) =>
    cmdlet('Set-CASMailbox', { Identity: name, SmtpClientAuthenticationDisabled: value }),
  );

const property = 'smtpClientAuthenticationDisabled';
const flip = 'smtp-auth-off-by-default';

/** Senders that Microsoft's report has with a user name and password, as long as that can work. */
function passwordSenders({ at, optional }: RuleContext): readonly string[] {
  if (hasPassed(flip, at)) return [];
  return (optional('smtpAuthClients') ?? [])
    .filter(({ protocol }) => /^basic/i.test(protocol ?? ''))
    .map(({ sender }) => sender);
}

/** Accounts, in lower case, that the sign-in log or the usage report has with SMTP AUTH. */
function accountsSeen({ optional }: RuleContext): ReadonlySet<string> {
  const signedIn = (optional('signIns')?.clients ?? [])
    .filter(
      ({ clientAppUsed, successes }) => clientAppUsed === 'Authenticated SMTP' && successes > 0,
    )
    .map(({ userPrincipalName }) => userPrincipalName);
  const reported = (optional('appUsageUsers') ?? [])
    .filter(({ smtpApp }) => smtpApp !== null && !/^(?:no|false|0)$/i.test(smtpApp))
    .map(({ userPrincipalName }) => userPrincipalName ?? '');
  return new Set([...signedIn, ...reported].map((name) => name.toLowerCase()));
}

function evidenceOf(
  { inherited, explicit }: SmtpAuthStates,
  tenant: boolean | null,
  context: RuleContext,
): readonly Evidence[] {
  const reported = context.optional('appUsageUsers');
  return [
    { source: 'transportConfig', property, value: tenant },
    { source: 'casMailboxes', property: `${property}=false`, value: explicit.length },
    { source: 'casMailboxes', property: `${property}=null`, value: inherited.length },
    ...guards(context),
    ...(reported === null
      ? []
      : ([
          {
            source: 'appUsageUsers',
            property: 'smtpApp',
            value: reported.filter(({ smtpApp }) => smtpApp !== null).length,
          },
        ] as const)),
    ...signInsOf('Authenticated SMTP', context),
  ];
}

/** Those that are seen to send, whom turning it off would stop, and the others. */
function byUse({ inherited, explicit }: SmtpAuthStates, context: RuleContext) {
  const accounts = accountsSeen(context);
  const isSeen = (name: string) => accounts.has(name.toLowerCase());
  const open = [...inherited, ...explicit];
  const idle = open.filter((name) => !isSeen(name));
  return { affected: [...open.filter((name) => isSeen(name)), ...idle], idle };
}

function judge(
  states: SmtpAuthStates,
  total: number,
  tenant: boolean | null,
  context: RuleContext,
): Finding {
  const { inherited, explicit, unknown } = states;
  const evidence = evidenceOf(states, tenant, context);
  const { affected: open, idle } = byUse(states, context);
  const senders = passwordSenders(context);
  const due = toCome(flip, context.at);
  if (senders.length > 0) {
    // Turning it off for senders that depend on it would stop them: nothing to paste here.
    const seen: Evidence = { source: 'smtpAuthClients', property: 'protocol', value: senders };
    return {
      ...due,
      status: 'fail',
      reason: 'smtp-auth-basic-seen',
      evidence: [...evidence, seen],
      affected: [...new Set([...senders, ...open])],
      params: { senders: senders.length },
      commands: [],
    };
  }
  const names = idle.slice(0, affectedSampleMax);
  const about = { ...due, evidence, affected: open, names } as const;
  if (inherited.length > 0) {
    const params = { inherited: inherited.length, explicit: explicit.length };
    return { ...about, status: 'fail', reason: 'smtp-auth-inherited', params };
  }
  if (explicit.length > 0) return { ...about, status: 'warning', reason: 'smtp-auth-exceptions' };
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
  optional: [
    'smtpAuthClients',
    'signIns',
    'appUsageUsers',
    'securityDefaults',
    'conditionalAccess',
  ],
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
    return [judge(states, casMailboxes.length, tenant, context)];
  },
});
