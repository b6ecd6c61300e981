import { aliasMarks } from '../../../../../shared/contract/tenant.ts';
import { hasAllRecords, textKey } from './table.ts';
import type { AcceptedDomain } from '../../../../../shared/tenant/records/exchange.ts';
import type { AliasRow } from '../../../../../shared/contract/tenant.ts';
import type { Table, TableReader } from './table.ts';

type Mark = AliasRow['marks'][number];

/**
 * Addresses beside the primary one, which users could send from (`SendFromAliasEnabled`), with what
 * speaks against sending from them.
 */
export const aliasTable: Table<AliasRow, 'marked' | 'unmarked'> = {
  sources: ['mailboxes', 'acceptedDomains'],
  async rows(reader) {
    const marksOf = createMarker(reader);
    const rows: AliasRow[] = [];
    for await (const stretch of reader.stretches('mailboxes')) {
      for (const { primarySmtpAddress, userPrincipalName, emailAddresses } of stretch) {
        const mailbox = primarySmtpAddress ?? userPrincipalName ?? '?';
        for (const address of aliasesIn(emailAddresses))
          rows.push({ mailbox, address, marks: marksOf(address) });
      }
    }
    return { rows, reason: reader.entry('mailboxes').reason };
  },
  texts: ({ mailbox, address }) => [mailbox, address],
  filters: {
    marked: ({ marks }) => marks.length > 0,
    unmarked: ({ marks }) => marks.length === 0,
  },
  keys: {
    mailbox: ({ mailbox }) => textKey(mailbox),
    address: ({ address }) => textKey(address),
  },
};

/** `smtp:` is an alias, `SMTP:` the primary address; the prefix's case is all that tells them apart. */
function aliasesIn(emailAddresses: readonly string[]): readonly string[] {
  return emailAddresses
    .filter((address) => address.startsWith('smtp:') && address.includes('@'))
    .map((address) => address.slice('smtp:'.length));
}

/** Domains that Microsoft gives every tenant, in every cloud. */
const initialDomain = /(?:^|\.)(?:onmicrosoft\.(?:com|us|cn)|onmschina\.cn)$/;

function createMarker(reader: TableReader): (address: string) => Mark[] {
  const entry = reader.entry('acceptedDomains');
  const domains = reader.whole('acceptedDomains');
  const isWhole = hasAllRecords(entry) && !entry.missing.includes('domainName');
  const known = new Map<string, readonly Mark[]>();

  function ofDomain(domain: string): readonly Mark[] {
    const accepted = domains?.find((one) => accepts(one, domain));
    const isInitial = initialDomain.test(domain) || accepted?.isInitial === true;
    const marks: Record<Mark, boolean> = {
      'initial-domain': isInitial,
      plus: false,
      'not-accepted': isWhole && accepted === undefined,
      'sending-disabled': accepted?.sendingFromDomainDisabled === true,
    };
    return aliasMarks.filter((mark) => marks[mark]);
  }

  return (address) => {
    const at = address.lastIndexOf('@');
    const domain = address.slice(at + 1).toLowerCase();
    const marks = known.get(domain) ?? ofDomain(domain);
    known.set(domain, marks);
    const isPlus = address.slice(0, at).includes('+');
    return aliasMarks.filter((mark) => marks.includes(mark) || (mark === 'plus' && isPlus));
  };
}

function accepts({ domainName, matchSubDomains }: AcceptedDomain, domain: string): boolean {
  const name = domainName?.toLowerCase();
  if (name === undefined) return false;
  return domain === name || (matchSubDomains === true && domain.endsWith(`.${name}`));
}
