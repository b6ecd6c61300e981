/**
 * Dates that Microsoft set, each with where it says so; `at` is the first moment at which it holds.
 * What is only announced for a month or a season stands at the day that ends every doubt.
 */
export const deadlines = {
  /** For every tenant, but SMTP AUTH; until the end of the year it could be turned on once more. */
  'basic-auth-off': {
    at: '2022-10-01T00:00:00Z',
    source:
      'https://techcommunity.microsoft.com/t5/exchange-team-blog/basic-authentication-and-exchange-online-june-2021-update/ba-p/2454827',
  },
  'basic-auth-ended': {
    at: '2023-01-01T00:00:00Z',
    source:
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  },
  /** “End of December 2026”. */
  'smtp-auth-off-by-default': {
    at: '2026-12-31T00:00:00Z',
    source:
      'https://techcommunity.microsoft.com/blog/exchange/updated-exchange-online-smtp-auth-basic-authentication-deprecation-timeline/4489835',
  },
  /** Tenant by tenant from here on: `EwsEnabled` goes from not set to false. */
  'ews-block-begins': {
    at: '2026-10-01T00:00:00Z',
    source:
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-ews-exchange-online',
  },
  'ews-ended': {
    at: '2027-04-01T00:00:00Z',
    source:
      'https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-ews-exchange-online',
  },
  'outlook-floor': {
    at: '2021-11-01T00:00:00Z',
    source:
      'https://techcommunity.microsoft.com/t5/exchange-team-blog/new-minimum-outlook-for-windows-version-requirements-for/ba-p/2684142',
  },
  'legacy-tls-ended': {
    at: '2026-08-01T00:00:00Z',
    source:
      'https://techcommunity.microsoft.com/t5/exchange-team-blog/deprecating-legacy-tls-and-endpoints-for-pop-and-imap-in/ba-p/4515201',
  },
  /** Clients below version 16.1 of Exchange ActiveSync. */
  'eas-below-16-1-ended': {
    at: '2026-08-04T00:00:00Z',
    source:
      'https://techcommunity.microsoft.com/blog/exchange/exchange-online-activesync-device-support-update/4477997',
  },
} as const satisfies Readonly<Record<string, { readonly at: string; readonly source: string }>>;
export type DeadlineId = keyof typeof deadlines;

export function hasPassed(id: DeadlineId, at: Date): boolean {
  return at.getTime() >= Date.parse(deadlines[id].at);
}

/** A date that is still to come, as a result tells it. */
export function toCome(id: DeadlineId, at: Date): { readonly deadline?: DeadlineId } {
  return hasPassed(id, at) ? {} : { deadline: id };
}
