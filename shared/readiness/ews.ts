/**
 * What Exchange Online does with EWS, by the organization's settings and the date (Microsoft,
 * “Deprecation of Exchange Web Services in Exchange Online”).
 *
 * - `open`: every app may.
 * - `listed`: the apps of `EwsAllowedAppIDs` may.
 * - `blocked`: turned off.
 * - `blocked-by-empty-list`: on by its switch, and no app is on the list.
 * - `ended`: there is no EWS any more.
 * - `unknown`: the list was not read.
 */
export type EwsState =
  | 'open'
  | 'listed'
  | 'blocked'
  | 'blocked-by-empty-list'
  | 'ended'
  | 'unknown';

export interface EwsSettings {
  /** `null`: not set. */
  readonly isEnabled: boolean | null;
  /** `null`: not read. */
  readonly allowedAppIds: readonly string[] | null;
  readonly hasBlockBegun: boolean;
  readonly hasEnded: boolean;
}

export function ewsState(settings: EwsSettings): EwsState {
  const { isEnabled, allowedAppIds, hasBlockBegun, hasEnded } = settings;
  if (hasEnded) return 'ended';
  if (isEnabled === false) return 'blocked';
  if (isEnabled === null || !hasBlockBegun) return 'open';
  if (allowedAppIds === null) return 'unknown';
  return allowedAppIds.length > 0 ? 'listed' : 'blocked-by-empty-list';
}

/** For one mailbox: its own `false` always wins, and nothing at it opens what the organization closed. */
export function mailboxEwsState(organization: EwsState, own: boolean | null): EwsState {
  const isOpen = organization === 'open' || organization === 'listed';
  return own === false && (isOpen || organization === 'unknown') ? 'blocked' : organization;
}
