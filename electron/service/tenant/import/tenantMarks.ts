import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** What a record says of the tenant it is from: its initial domain, in lower case. */
export function tenantMarks(record: RawRecord): readonly string[] {
  const root = record['OrganizationalUnitRoot'];
  const initial = record['InitialDomain'] === true || record['InitialDomain'] === 'True';
  return [root, initial ? record['DomainName'] : null].flatMap((value) =>
    typeof value === 'string' && value.includes('.') ? [value.toLowerCase()] : [],
  );
}
