import type { OutsideApi } from '../../shared/tenant/outsideApis.ts';

/**
 * One call to the outside, for the audit table: when, what, how it ended, how long it took. Never a
 * body, a token, or what stands behind the `?` of an address.
 */
export interface OutsideCall {
  /** RFC 3339. */
  readonly at: string;
  /** For which tenant; `null`: for none. */
  readonly tenantId: string | null;
  readonly api: OutsideApi;
  /** A cmdlet (`Get-OrganizationConfig`), verb and path (`GET /v1.0/organization`), or name and type. */
  readonly call: string;
  /** A status (`200`), or why there was none (`timeout`). */
  readonly outcome: string;
  readonly milliseconds: number;
  /** Microsoft's id of the request. */
  readonly requestId: string | null;
}

/** Writes the line down. Never throws, and never makes the call wait. */
export type RecordOutsideCall = (call: OutsideCall) => void;
