/** What a domain's TXT records say of SPF and DMARC, as far as sending from Exchange Online goes. */

/** RFC 7489 §6.3; `null`: no record that counts. */
export function dmarcPolicy(records: readonly string[]): 'none' | 'quarantine' | 'reject' | null {
  const found = records.filter((record) => /^v\s*=\s*DMARC1\s*(?:;|$)/i.test(record));
  const policy = /;\s*p\s*=\s*(none|quarantine|reject)\s*(?:;|$)/i.exec(found[0] ?? '')?.[1];
  if (found.length !== 1 || policy === undefined) return null;
  const value = policy.toLowerCase();
  return value === 'reject' || value === 'quarantine' ? value : 'none';
}

/** Whether an SPF record includes Exchange Online by its name, in any of Microsoft's clouds. */
export function spfNamesExchange(records: readonly string[]): boolean {
  const found = records.filter((record) => /^v=spf1(?:\s|$)/i.test(record));
  return (
    found.length === 1 &&
    /\sinclude:spf\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)(?:\s|$)/i.test(
      found[0] ?? '',
    )
  );
}
