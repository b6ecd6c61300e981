import type * as graph from '../../../../shared/tenant/records/graph.ts';
import { ruleIds } from '../../../../shared/readiness/ruleIds.ts';
import type { SnapshotData } from '../../../../shared/tenant/snapshot.ts';
import { casMailbox, organization, policy, transport, user } from '../ruleCase.ts';
import type { RuleCase, RuleCases } from '../ruleCase.ts';

const properties = {
  pop: ['allowBasicAuthPop', 'POP3'],
  imap: ['allowBasicAuthImap', 'IMAP4'],
  powershell: ['allowBasicAuthPowershell', 'Exchange Online PowerShell'],
  ews: ['allowBasicAuthWebServices', 'Exchange Web Services'],
  oab: ['allowBasicAuthOfflineAddressBook', 'Offline Address Book'],
  mapi: ['allowBasicAuthMapi', 'MAPI Over HTTP'],
  rpc: ['allowBasicAuthRpc', 'Outlook Anywhere (RPC over HTTP)'],
  eas: ['allowBasicAuthActiveSync', 'Exchange ActiveSync'],
  autodiscover: ['allowBasicAuthAutodiscover', 'AutoDiscover'],
  reporting: ['allowBasicAuthReportingWebServices', 'Reporting Web Services'],
} as const;

function signIns(client: string, counts: Partial<graph.LegacySignIn>): Partial<SnapshotData> {
  return {
    signIns: {
      from: '2026-11-16T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
      clients: [
        {
          userPrincipalName: 'scanner@contoso.com',
          clientAppUsed: client,
          appDisplayName: null,
          successes: 0,
          failures: 0,
          lastAt: null,
          lastSuccessAt: null,
          ...counts,
        },
      ],
    },
  };
}

/** The same questions for each protocol; only what Microsoft ended answers differently. */
function basicAuthCases(
  [property, client]: (typeof properties)[keyof typeof properties],
  isEnded: boolean,
): readonly RuleCase[] {
  const given = (
    name: string | null,
    value: boolean | null,
    users: SnapshotData['users'] = [],
  ) => ({
    ...organization({ defaultAuthenticationPolicy: name }),
    authenticationPolicies: [policy('Block', { [property]: value }), policy('Other', {})],
    users,
  });
  return [
    {
      is: 'without a policy',
      data: given(null, null),
      gives: [isEnded ? 'pass basic-auth-ended' : 'warning basic-auth-no-policy'],
    },
    {
      is: 'without a policy, before Microsoft ended it',
      data: given(null, null),
      at: '2022-06-01T00:00:00Z',
      gives: ['warning basic-auth-no-policy'],
    },
    {
      is: 'blocked by the default policy',
      data: given('contoso.onmicrosoft.com\\block', false),
      gives: [isEnded ? 'pass basic-auth-ended' : 'pass basic-auth-blocked-by-policy'],
    },
    {
      is: 'blocked by the default policy, before Microsoft ended it',
      data: given('Block', false),
      at: '2022-06-01T00:00:00Z',
      gives: ['pass basic-auth-blocked-by-policy'],
    },
    {
      is: 'allowed by the default policy',
      data: given('Block', true),
      gives: [isEnded ? 'warning basic-auth-leftover' : 'fail basic-auth-allowed'],
    },
    {
      is: 'allowed for one user',
      data: given(null, true, [user('a@contoso.com', 'Block'), user('b@contoso.com', null)]),
      gives: [isEnded ? 'warning basic-auth-leftover' : 'fail basic-auth-allowed'],
      affected: 1,
    },
    {
      is: 'allowed, before Microsoft ended it',
      data: given('Block', true),
      at: '2022-06-01T00:00:00Z',
      gives: ['fail basic-auth-allowed'],
    },
    { is: 'said nothing of', data: given('Block', null), gives: ['not-assessed value-null'] },
    {
      is: 'under a policy not read',
      data: given('Gone', false),
      gives: ['not-assessed policy-unknown'],
    },
    {
      is: 'still tried',
      data: { ...given('Block', false), ...signIns(client, { failures: 3 }) },
      gives: [isEnded ? 'warning basic-auth-attempts' : 'pass basic-auth-blocked-by-policy'],
    },
    {
      is: 'used with modern authentication, with security defaults and a blocking policy on',
      data: {
        ...given('Block', false),
        ...signIns(client, { successes: 3 }),
        securityDefaults: { isEnabled: true },
        conditionalAccess: [],
      },
      gives: [isEnded ? 'pass basic-auth-ended' : 'pass basic-auth-blocked-by-policy'],
    },
    {
      is: 'blocked for the users that were read',
      data: given('Block', false, [user('a@contoso.com', null)]),
      entries: { users: { state: 'partial', reason: 'interrupted' } },
      gives: ['not-assessed incomplete'],
    },
  ];
}

const basic = Object.fromEntries(
  ruleIds
    .filter((id) => id.startsWith('basic-auth.'))
    .map((id) => {
      const key = id.slice('basic-auth.'.length) as keyof typeof properties;
      return [id, basicAuthCases(properties[key], key !== 'autodiscover' && key !== 'reporting')];
    }),
) as RuleCases;

const off = transport({ smtpClientAuthenticationDisabled: true });
const open = transport({ smtpClientAuthenticationDisabled: false });
const client = (sender: string, protocol: string | null) => ({
  sender,
  protocol,
  messages: 4,
  lastDate: null,
});

export const authenticationCases: RuleCases = {
  ...basic,
  'smtp-auth.organization': [
    { is: 'off', data: off, gives: ['pass smtp-auth-off'] },
    { is: 'on', data: open, gives: ['fail smtp-auth-on'] },
    { is: 'not set', data: transport({}), gives: ['not-assessed value-null'] },
    {
      is: 'on, after Microsoft’s date',
      data: open,
      at: '2027-01-02T00:00:00Z',
      gives: ['fail smtp-auth-on-still'],
    },
  ],
  'smtp-auth.mailboxes': [
    {
      is: 'off for all, by themselves or by the organization',
      data: { ...off, casMailboxes: [casMailbox('a@c.com', true), casMailbox('b@c.com', null)] },
      gives: ['pass smtp-auth-all-off'],
    },
    {
      is: 'on by the organization for one that says nothing',
      data: { ...open, casMailboxes: [casMailbox('a@c.com', true), casMailbox('b@c.com', null)] },
      gives: ['fail smtp-auth-inherited'],
      affected: 1,
    },
    {
      is: 'on by itself',
      data: { ...off, casMailboxes: [casMailbox('a@c.com', false), casMailbox('b@c.com', null)] },
      gives: ['warning smtp-auth-exceptions'],
      affected: 1,
    },
    {
      is: 'on for one that is seen to send, and one that is not',
      data: {
        ...open,
        casMailboxes: [casMailbox('a@c.com', null), casMailbox('Scanner@Contoso.com', null)],
        ...signIns('Authenticated SMTP', { successes: 2 }),
      },
      gives: ['fail smtp-auth-inherited'],
      affected: 2,
    },
    {
      is: 'on both ways',
      data: { ...open, casMailboxes: [casMailbox('a@c.com', false), casMailbox('b@c.com', null)] },
      gives: ['fail smtp-auth-inherited'],
      affected: 2,
    },
    {
      is: 'not said by anyone',
      data: { ...transport({}), casMailboxes: [casMailbox('b@c.com', null)] },
      gives: ['not-assessed smtp-auth-undecided'],
    },
    {
      is: 'off for all although the organization says nothing',
      data: { ...transport({}), casMailboxes: [casMailbox('b@c.com', true)] },
      gives: ['pass smtp-auth-all-off'],
    },
    {
      is: 'seen with passwords',
      data: {
        ...off,
        casMailboxes: [casMailbox('b@c.com', true)],
        smtpAuthClients: [
          client('scan@c.com', 'Basic'),
          client('x@c.com', 'OAuth'),
          client('y@c.com', null),
        ],
      },
      gives: ['fail smtp-auth-basic-seen'],
      affected: 1,
    },
    {
      is: 'seen with passwords before the flip',
      data: {
        ...off,
        casMailboxes: [casMailbox('b@c.com', true)],
        smtpAuthClients: [client('scan@c.com', 'Basic')],
      },
      at: '2027-01-02T00:00:00Z',
      gives: ['pass smtp-auth-all-off'],
    },
    {
      is: 'without mailboxes',
      data: { ...off, casMailboxes: [] },
      gives: ['not-applicable no-mailboxes'],
    },
    {
      is: 'off for the mailboxes that were read',
      data: { ...off, casMailboxes: [casMailbox('a@c.com', true)] },
      entries: { casMailboxes: { state: 'partial', reason: 'storage-full' } },
      gives: ['not-assessed incomplete'],
    },
    {
      is: 'on for one of those that were read',
      data: { ...off, casMailboxes: [casMailbox('a@c.com', false)] },
      entries: { casMailboxes: { state: 'partial', reason: 'storage-full' } },
      gives: ['warning smtp-auth-exceptions'],
    },
  ],
  'ews.organization': [
    { is: 'off', data: organization({ ewsEnabled: false }), gives: ['pass ews-blocked'] },
    {
      is: 'off, and used',
      data: {
        ...organization({ ewsEnabled: false }),
        ...signIns('Exchange Web Services', { successes: 1 }),
      },
      gives: ['warning ews-blocked-used'],
      affected: 1,
    },
    { is: 'not set, since the block began', data: organization({}), gives: ['fail ews-open'] },
    {
      is: 'not set, before the block began',
      data: organization({}),
      at: '2026-09-30T23:59:59Z',
      gives: ['fail ews-open-before'],
    },
    {
      is: 'on with an empty list',
      data: organization({ ewsEnabled: true }),
      gives: ['warning ews-empty-list'],
    },
    {
      is: 'on with an empty list, before the block began',
      data: organization({ ewsEnabled: true }),
      at: '2026-09-30T00:00:00Z',
      gives: ['fail ews-open-before'],
    },
    {
      is: 'on with a list',
      data: organization({ ewsEnabled: true, ewsAllowedAppIds: ['7c0a'] }),
      gives: ['warning ews-listed'],
    },
    {
      is: 'on with a list, and off at every mailbox',
      data: {
        ...organization({ ewsEnabled: true, ewsAllowedAppIds: ['7c0a'] }),
        casMailboxes: [{ ...casMailbox('a@c.com', null), ewsEnabled: false }],
      },
      gives: ['warning ews-mailboxes-closed'],
    },
    {
      is: 'not set, and off at every mailbox that was read',
      data: {
        ...organization({}),
        casMailboxes: [{ ...casMailbox('a@c.com', null), ewsEnabled: false }],
      },
      entries: { casMailboxes: { state: 'partial', reason: 'cut-off' } },
      gives: ['fail ews-open'],
    },
    {
      is: 'not set, and off at one mailbox',
      data: {
        ...organization({ ewsApplicationAccessPolicy: 'EnforceAllowList' }),
        casMailboxes: [
          { ...casMailbox('a@c.com', null), ewsEnabled: false },
          casMailbox('b@c.com', null),
        ],
      },
      gives: ['fail ews-open'],
    },
    {
      is: 'off, whatever a mailbox says',
      data: {
        ...organization({ ewsEnabled: false }),
        casMailboxes: [{ ...casMailbox('a@c.com', null), ewsEnabled: true }],
      },
      gives: ['pass ews-blocked'],
    },
    {
      is: 'on, at the end',
      data: organization({ ewsEnabled: true, ewsAllowedAppIds: ['7c0a'] }),
      at: '2027-04-01T00:00:00Z',
      gives: ['not-applicable ews-ended'],
    },
    {
      is: 'on with a list that was not asked for',
      data: organization({ ewsEnabled: true }),
      entries: {
        organizationConfig: {
          state: 'partial',
          reason: 'properties-missing',
          missing: ['ewsAllowedAppIds'],
        },
      },
      gives: ['not-assessed property-missing'],
    },
  ],
};
