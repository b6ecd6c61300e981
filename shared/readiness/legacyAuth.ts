import type { Evidence, RuleContext } from './rule.ts';

/** What else stands in the way of legacy clients: security defaults, and policies that block them. */
export function guards({ optional }: RuleContext): readonly Evidence[] {
  const defaults = optional('securityDefaults');
  const blocking = optional('conditionalAccess')
    ?.filter(
      ({ state, clientAppTypes, builtInControls }) =>
        state === 'enabled' &&
        builtInControls.includes('block') &&
        clientAppTypes.some((type) => type === 'other' || type === 'exchangeActiveSync'),
    )
    .map(({ displayName, id }) => displayName ?? id);
  const found: Evidence[] = [];
  if (defaults !== null) {
    found.push({ source: 'securityDefaults', property: 'isEnabled', value: defaults.isEnabled });
  }
  if (blocking !== undefined) {
    found.push({ source: 'conditionalAccess', property: 'displayName', value: blocking });
  }
  return found;
}

/** What the sign-in log has of a client, by the name that it goes by there. */
export function signInsOf(client: string, { optional }: RuleContext): readonly Evidence[] {
  const log = optional('signIns');
  if (log === null) return [];
  const found = log.clients.filter(({ clientAppUsed }) => clientAppUsed === client);
  return (['successes', 'failures'] as const).map((property) => ({
    source: 'signIns',
    property: `${client}: ${property}`,
    value: found.reduce((sum, { [property]: count }) => sum + count, 0),
  }));
}

/** How many users Microsoft's usage report has for an app: `POP3 App`. */
export function usersOfApp(column: string, { optional }: RuleContext): readonly Evidence[] {
  const found = optional('appUsageCounts')?.counts.find(({ name }) => name === column);
  return found === undefined
    ? []
    : [{ source: 'appUsageCounts', property: column, value: found.users }];
}
