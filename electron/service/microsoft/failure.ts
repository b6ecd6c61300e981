import { hideTokens } from '../hideTokens.ts';
import type { SourceReason } from '../../../shared/tenant/snapshot.ts';

/** Why a call to Microsoft gave nothing, for a person and for the rules; never a bug. */
export interface CallFailure {
  readonly reason: SourceReason;
  /** `null`: no answer came. */
  readonly status: number | null;
  /** Graph's error code, or the type of Exchange's exception. */
  readonly code: string | null;
  /** Microsoft's own words. */
  readonly detail: string | null;
  readonly requestId: string | null;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CallFailure };

export function failed(
  reason: SourceReason,
  more: Partial<Omit<CallFailure, 'reason'>> = {},
): { readonly ok: false; readonly failure: CallFailure } {
  const { detail = null } = more;
  return {
    ok: false,
    failure: {
      reason,
      status: null,
      code: null,
      requestId: null,
      ...more,
      detail: detail === null ? null : hideTokens(detail),
    },
  };
}
