import type { Mailbox } from '../tenant/records/exchange.ts';
import { byName, domainOfAddress } from './domains.ts';

export interface Aliases {
  /** Domain to its alias addresses, by name. */
  readonly domains: ReadonlyMap<string, readonly string[]>;
  /** Addresses with a `+`, which users are offered too. */
  readonly plus: readonly string[];
}

/** What users could send from: every `smtp:` address; `SMTP:` is the primary one. */
export function aliasesByDomain(mailboxes: readonly Mailbox[]): Aliases {
  const found = new Map<string, string[]>();
  const plus: string[] = [];
  for (const { emailAddresses } of mailboxes) {
    for (const prefixed of emailAddresses) {
      if (!prefixed.startsWith('smtp:') || !prefixed.includes('@')) continue;
      const address = prefixed.slice('smtp:'.length);
      const domain = domainOfAddress(address);
      const addresses = found.get(domain);
      if (addresses === undefined) found.set(domain, [address]);
      else addresses.push(address);
      if (address.slice(0, address.lastIndexOf('@')).includes('+')) plus.push(address);
    }
  }
  const domains = [...found].sort(([left], [right]) => byName(left, right));
  return { domains: new Map(domains), plus };
}
