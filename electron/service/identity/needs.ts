import { needsInteraction } from '../../../shared/identity/aadsts.ts';
import type { AppError, Result } from '../../../shared/errors.ts';

/** Why an account needs its person, and the claims to bring to the sign-in page then. */
export interface Need {
  readonly error: AppError;
  readonly claims: string | null;
}

export interface Needs {
  get(accountId: string): Need | null;
  /** Learns from asking for a token. */
  note(accountId: string, result: Result<unknown>, claims: string | null): void;
  clear(accountId: string): void;
}

export function createNeeds(changed: () => void): Needs {
  const needs = new Map<string, Need>();
  return {
    get: (accountId) => needs.get(accountId) ?? null,
    note(accountId, result, claims) {
      // Missing consent is a matter of one source, not of the account.
      if (result.ok || result.error.code === 'consent-required') return;
      if (!needsInteraction(result.error.code)) return;
      const before = needs.get(accountId)?.error.code;
      needs.set(accountId, { error: result.error, claims });
      if (before !== result.error.code) changed();
    },
    clear: (accountId) => void needs.delete(accountId),
  };
}
