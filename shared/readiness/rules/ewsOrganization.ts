import { assertNever } from '../../assertNever.ts';
import { hasPassed } from '../deadlines.ts';
import { ewsState, mailboxEwsState } from '../ews.ts';
import { cmdlet, on, remedyOf } from '../powerShell.ts';
import { defineRule } from '../rule.ts';
import type { Evidence, Finding, RuleContext } from '../rule.ts';
import type { SourceData } from '../../tenant/snapshot.ts';

function evidenceOf(config: SourceData<'organizationConfig'>, context: RuleContext): Evidence[] {
  const mailboxes = context.optional('casMailboxes');
  const off = mailboxes?.filter(
    ({ ewsEnabled }) => mailboxEwsState('open', ewsEnabled) === 'blocked',
  );
  const source = 'organizationConfig';
  return [
    { source, property: 'ewsEnabled', value: config.ewsEnabled },
    { source, property: 'ewsAllowedAppIds', value: config.ewsAllowedAppIds },
    // User agents, which decide among the apps that get in at all.
    ...(config.ewsApplicationAccessPolicy === null
      ? []
      : [
          {
            source,
            property: 'ewsApplicationAccessPolicy',
            value: config.ewsApplicationAccessPolicy,
          } as const,
        ]),
    ...(off === undefined
      ? []
      : [{ source: 'casMailboxes', property: 'ewsEnabled=false', value: off.length } as const]),
  ];
}

/** Who signed in to EWS with success in the time of the log. */
function usersOf(context: RuleContext): readonly string[] {
  return (context.optional('signIns')?.clients ?? [])
    .filter(
      ({ clientAppUsed, successes }) => clientAppUsed === 'Exchange Web Services' && successes > 0,
    )
    .map(({ userPrincipalName }) => userPrincipalName);
}

/** A mailbox's own false wins: with one at each of them nobody gets in. */
function isClosedByMailboxes({ optional, isWhole }: RuleContext): boolean {
  const mailboxes = optional('casMailboxes') ?? [];
  return (
    mailboxes.length > 0 &&
    isWhole('casMailboxes') &&
    mailboxes.every(({ ewsEnabled }) => mailboxEwsState('open', ewsEnabled) === 'blocked')
  );
}

function judge(config: SourceData<'organizationConfig'>, context: RuleContext): Finding {
  const { at } = context;
  const hasBlockBegun = hasPassed('ews-block-begins', at);
  const state = ewsState({
    isEnabled: config.ewsEnabled,
    allowedAppIds: config.ewsAllowedAppIds,
    hasBlockBegun,
    hasEnded: hasPassed('ews-ended', at),
  });
  const affected = usersOf(context);
  // Turning it off would stop whom it serves: nothing to paste then.
  const isUsed = affected.length > 0 || state === 'listed';
  const about = {
    evidence: evidenceOf(config, context),
    affected,
    ...(isUsed ? { commands: [] } : {}),
  };
  const deadline = hasBlockBegun ? 'ews-ended' : 'ews-block-begins';
  if ((state === 'open' || state === 'listed') && isClosedByMailboxes(context)) {
    return {
      ...about,
      status: 'warning',
      severity: 'low',
      reason: 'ews-mailboxes-closed',
      deadline,
    };
  }
  switch (state) {
    case 'ended':
      return { ...about, status: 'not-applicable', reason: 'ews-ended' };
    case 'blocked':
      return about.affected.length > 0
        ? { ...about, status: 'warning', reason: 'ews-blocked-used' }
        : { ...about, status: 'pass', reason: 'ews-blocked' };
    case 'blocked-by-empty-list':
      return { ...about, status: 'warning', reason: 'ews-empty-list', deadline };
    case 'listed':
      return {
        ...about,
        status: 'warning',
        reason: 'ews-listed',
        params: { apps: config.ewsAllowedAppIds.length },
        deadline,
      };
    case 'open':
      return {
        ...about,
        status: 'fail',
        reason: hasBlockBegun ? 'ews-open' : 'ews-open-before',
        deadline,
      };
    case 'unknown':
      return {
        status: 'not-assessed',
        reason: 'property-missing',
        params: { source: 'organizationConfig', property: 'ewsAllowedAppIds' },
      };
    default:
      return assertNever(state, 'EWS state');
  }
}

export const rule = defineRule({
  id: 'ews.organization',
  severity: 'high',
  words: 'ews-organization',
  needs: { organizationConfig: ['ewsEnabled', 'ewsAllowedAppIds'] },
  optional: ['signIns', 'casMailboxes'],
  sources: [
    'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-ews-exchange-online',
    'https://learn.microsoft.com/powershell/module/exchange/set-organizationconfig',
  ],
  deadlines: ['ews-block-begins', 'ews-ended'],
  example: 'contoso.com',
  remedy: () =>
    remedyOf({
      commands: [cmdlet('Set-OrganizationConfig', { EwsEnabled: false })],
      rollback: [cmdlet('Set-OrganizationConfig', { EwsEnabled: null })],
      verify: [cmdlet('Get-OrganizationConfig', { RetrieveEwsOperationAccessPolicy: on })],
    }),
  findings: ({ organizationConfig }, context) => [judge(organizationConfig, context)],
});
