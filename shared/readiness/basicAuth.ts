import type { AuthenticationPolicy, CasMailbox } from '../tenant/records/exchange.ts';
import { hasPassed } from './deadlines.ts';
import { guards, signInsOf, usersOfApp } from './legacyAuth.ts';
import { cmdlet, remedyOf } from './powerShell.ts';
import { defineRule } from './rule.ts';
import type { Evidence, Finding, Rule, RuleContext } from './rule.ts';
import type { RuleId } from './ruleIds.ts';
import { notSet } from './unknown.ts';
import type { SourceData } from '../tenant/snapshot.ts';

export interface Protocol {
  readonly id: RuleId;
  /** As a person knows it. */
  readonly name: string;
  readonly property: keyof AuthenticationPolicy & `allowBasicAuth${string}`;
  /** As Microsoft's sign-in log calls it. */
  readonly signInClient: string;
  /** Its column in Microsoft's usage report. */
  readonly usageColumn?: string;
  /** The switch of a mailbox that lets it in at all. */
  readonly mailboxSwitch?: keyof CasMailbox & `${string}Enabled`;
  /** Whether Microsoft refuses it for every tenant, whatever the policies say. */
  readonly isEnded: boolean;
}

/** Policies are named by their name, sometimes behind the organization's. */
function policyKey(name: string): string {
  return name.slice(name.lastIndexOf('\\') + 1).toLowerCase();
}

function policyNamed(policies: readonly AuthenticationPolicy[], name: string) {
  const key = policyKey(name);
  return policies.find((policy) => policy.name !== null && policyKey(policy.name) === key);
}

interface Given {
  readonly organizationConfig: SourceData<'organizationConfig'>;
  readonly authenticationPolicies: SourceData<'authenticationPolicies'>;
  readonly users: SourceData<'users'>;
}

type Reach =
  | { readonly unknown: Finding }
  | {
      readonly isDefaultOpen: boolean;
      readonly exceptions: readonly string[];
      readonly open: readonly string[];
      readonly values: Evidence[];
    };

/** Whom the tenant's own policies would let sign in this way. */
function reachOf({ property }: Protocol, given: Given): Reach {
  const { organizationConfig, authenticationPolicies: policies, users } = given;
  const source = 'authenticationPolicies';
  const defaultName = organizationConfig.defaultAuthenticationPolicy;
  const used = new Set(users.flatMap(({ authenticationPolicy: name }) => name ?? []));
  if (defaultName !== null) used.add(defaultName);
  const values: Evidence[] = [];
  const open = new Set<string>();
  for (const name of used) {
    const policy = policyNamed(policies, name);
    if (policy === undefined) {
      return { unknown: { status: 'not-assessed', reason: 'policy-unknown', params: { name } } };
    }
    const value = policy[property];
    if (typeof value !== 'boolean') return { unknown: notSet(source, property) };
    values.push({ source, property: `${name}.${property}`, value });
    if (value) open.add(name);
  }
  const exceptions = users
    .filter(({ authenticationPolicy: name }) => name !== null && open.has(name))
    .map(({ userPrincipalName }) => userPrincipalName ?? '?');
  return {
    isDefaultOpen: defaultName !== null && open.has(defaultName),
    exceptions,
    open: [...open],
    values,
  };
}

/** Who uses it: with modern authentication that is as it should be. */
function usesOf(
  { signInClient, usageColumn, mailboxSwitch }: Protocol,
  context: RuleContext,
): readonly Evidence[] {
  const mailboxes = mailboxSwitch === undefined ? null : context.optional('casMailboxes');
  const isOn = (mailbox: CasMailbox) =>
    mailboxSwitch !== undefined && mailbox[mailboxSwitch] === true;
  return [
    ...(mailboxes === null
      ? []
      : ([
          {
            source: 'casMailboxes',
            property: `${mailboxSwitch}=true`,
            value: mailboxes.filter((mailbox) => isOn(mailbox)).length,
          },
        ] as const)),
    ...(usageColumn === undefined ? [] : usersOfApp(usageColumn, context)),
    ...signInsOf(signInClient, context),
  ];
}

function judge(protocol: Protocol, given: Given, context: RuleContext): Finding {
  const reach = reachOf(protocol, given);
  if ('unknown' in reach) return reach.unknown;
  const { isDefaultOpen, exceptions, open, values } = reach;
  const policy = given.organizationConfig.defaultAuthenticationPolicy;
  const evidence: Evidence[] = [
    { source: 'organizationConfig', property: 'defaultAuthenticationPolicy', value: policy },
    ...values,
    ...guards(context),
    ...usesOf(protocol, context),
  ];
  const isOpen = isDefaultOpen || exceptions.length > 0;
  const own = policy === null ? [] : [policy];
  const about = { evidence, affected: exceptions, names: open.length > 0 ? open : own };
  if (!protocol.isEnded || !hasPassed('basic-auth-ended', context.at)) {
    if (isOpen) return { ...about, status: 'fail', reason: 'basic-auth-allowed' };
    return policy === null
      ? { ...about, status: 'warning', reason: 'basic-auth-no-policy' }
      : { ...about, status: 'pass', reason: 'basic-auth-blocked-by-policy' };
  }
  if (isOpen)
    return { ...about, status: 'warning', severity: 'low', reason: 'basic-auth-leftover' };
  const attempts = (context.optional('signIns')?.clients ?? []).filter(
    ({ clientAppUsed, failures }) => clientAppUsed === protocol.signInClient && failures > 0,
  );
  if (attempts.length > 0) {
    const affected = attempts.map(({ userPrincipalName }) => userPrincipalName);
    return { ...about, affected, status: 'warning', reason: 'basic-auth-attempts', commands: [] };
  }
  return { ...about, status: 'pass', reason: 'basic-auth-ended' };
}

/** One rule for one protocol: Microsoft's end of it, the tenant's policies, who still tries. */
export function basicAuthRule(protocol: Protocol): Rule {
  const parameter = protocol.property.replace(/^a/, 'A');
  const set = (names: readonly string[], value: boolean) =>
    names.map((name) => cmdlet('Set-AuthenticationPolicy', { Identity: name, [parameter]: value }));
  return defineRule({
    id: protocol.id,
    severity: 'medium',
    words: 'basic-auth',
    params: { protocol: protocol.name },
    needs: {
      organizationConfig: ['defaultAuthenticationPolicy'],
      authenticationPolicies: ['name', protocol.property],
      users: ['authenticationPolicy'],
    },
    optional: [
      'signIns',
      'securityDefaults',
      'conditionalAccess',
      ...(protocol.usageColumn === undefined ? [] : (['appUsageCounts'] as const)),
      ...(protocol.mailboxSwitch === undefined ? [] : (['casMailboxes'] as const)),
    ],
    sources: [
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
      'https://learn.microsoft.com/powershell/module/exchange/set-authenticationpolicy',
    ],
    deadlines: protocol.isEnded ? ['basic-auth-off', 'basic-auth-ended'] : [],
    posts: ['MC274505'],
    example: 'Block basic authentication',
    remedy: (names) =>
      remedyOf({
        commands:
          names.length > 0
            ? set(names, false)
            : [
                cmdlet('New-AuthenticationPolicy', { Name: 'Block basic authentication' }),
                cmdlet('Set-OrganizationConfig', {
                  DefaultAuthenticationPolicy: 'Block basic authentication',
                }),
              ],
        rollback:
          names.length > 0
            ? set(names, true)
            : [cmdlet('Set-OrganizationConfig', { DefaultAuthenticationPolicy: null })],
        verify: [cmdlet('Get-AuthenticationPolicy')],
      }),
    findings: (given, context) => [judge(protocol, given, context)],
  });
}
