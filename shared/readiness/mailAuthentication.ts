/** What a domain's TXT records say of SPF and DMARC, as far as sending from Exchange Online goes. */

/**
 * The policy that counts for a domain; `null`: no record that counts (RFC 7489 §6.3).
 * `isInherited`: the record is a parent's, whose `sp` counts if it has one.
 */
export function dmarcPolicy(
  records: readonly string[],
  isInherited: boolean,
): 'none' | 'quarantine' | 'reject' | null {
  const found = records.filter((record) => /^v\s*=\s*DMARC1\s*(?:;|$)/i.test(record));
  const record = found[0] ?? '';
  const own = /;\s*p\s*=\s*(none|quarantine|reject)\s*(?:;|$)/i.exec(record)?.[1];
  const ofSubdomains = /;\s*sp\s*=\s*(none|quarantine|reject)\s*(?:;|$)/i.exec(record)?.[1];
  const policy = isInherited ? (ofSubdomains ?? own) : own;
  if (found.length !== 1 || policy === undefined) return null;
  const value = policy.toLowerCase();
  return value === 'reject' || value === 'quarantine' ? value : 'none';
}

/**
 * Whether SPF lets Exchange Online send for a domain, by its name in any of Microsoft's clouds.
 * `unclear`: through another name or address, which only a sender could follow.
 */
export function spfOfExchange(records: readonly string[]): 'named' | 'unclear' | 'absent' {
  const found = records.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  const [record = ''] = found;
  // Two records are an error to every receiver (RFC 7208 §4.5).
  if (found.length !== 1) return 'absent';
  const names =
    /\s\+?include:spf\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)(?:\s|$)/i;
  if (names.test(record)) return 'named';
  return /\s[+?~]?(?:include|redirect|exists|ip4|ip6)[:=]/i.test(record) ? 'unclear' : 'absent';
}
