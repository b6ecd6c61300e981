/** Offered by name, those that mail needs first; any other can be typed. */
export const commonTypes = [
  'A',
  'AAAA',
  'MX',
  'TLSA',
  'TXT',
  'CNAME',
  'NS',
  'SOA',
  'DS',
  'DNSKEY',
  'SRV',
  'CAA',
  'PTR',
  'HTTPS',
  'DNAME',
  'NSEC3PARAM',
] as const;

/** The form's fields for a type. */
export function typeFields(type: string): { readonly type: string; readonly otherType?: string } {
  const isCommon = (commonTypes as readonly string[]).includes(type);
  return isCommon ? { type } : { type: 'other', otherType: type };
}
