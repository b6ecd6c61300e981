import type { CasMailbox } from '../tenant/records/exchange.ts';

/** Mailboxes by what SMTP AUTH does for them; those for which it is off are in no list. */
export interface SmtpAuthStates {
  /** On, because the tenant has it on and the mailbox says nothing. */
  readonly inherited: readonly string[];
  /** On, because the mailbox says so. */
  readonly explicit: readonly string[];
  /** Neither the mailbox nor the tenant says. */
  readonly unknown: readonly string[];
}

/** A mailbox's own setting counts; without one the tenant's does (`Set-CASMailbox`). */
export function smtpAuthStates(
  mailboxes: readonly CasMailbox[],
  isDisabledForTenant: boolean | null,
): SmtpAuthStates {
  const inherited: string[] = [];
  const explicit: string[] = [];
  const unknown: string[] = [];
  for (const { smtpClientAuthenticationDisabled: own, primarySmtpAddress } of mailboxes) {
    const address = primarySmtpAddress ?? '?';
    if (own === false) explicit.push(address);
    else if (own === null && isDisabledForTenant === false) inherited.push(address);
    else if (own === null && isDisabledForTenant === null) unknown.push(address);
  }
  return { inherited, explicit, unknown };
}
