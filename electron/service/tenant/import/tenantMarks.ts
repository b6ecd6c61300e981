import { readSetting } from '../../../../shared/tenant/readValue.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';

/** What tells of which tenant something is; all of it in lower case. */
export interface TenantMarks {
  /** `contoso.onmicrosoft.com`: every tenant has one, for good. */
  readonly initialDomains: readonly string[];
  /** GUIDs. */
  readonly ids: readonly string[];
  /** Of the addresses of its people. */
  readonly mailDomains: readonly string[];
}

export interface MarkCollector {
  see(record: RawRecord): void;
  marks(): TenantMarks;
}

type Role = 'initial-domain' | 'is-initial' | 'domain' | 'id' | 'address';

/** More would be no tenant's. */
const marksMax = 1000;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** By property, compared without case, blanks and signs: of printed records, inventories and reports. */
const roles: ReadonlyMap<string, Role> = new Map([
  ['organizationalunitroot', 'initial-domain'],
  ['initialdomain', 'is-initial'],
  ['domainname', 'domain'],
  ['externaldirectoryorganizationid', 'id'],
  ['primarysmtpaddress', 'address'],
  ['userprincipalname', 'address'],
  ['senderaddress', 'address'],
  ['primaryuserupn', 'address'],
  ['upn', 'address'],
  ['useremail', 'address'],
  ['email', 'address'],
  ['emailaddress', 'address'],
  ['user', 'address'],
]);

/** Records of one file, one after the other. */
export function createMarkCollector(): MarkCollector {
  const initialDomains = new Set<string>();
  const ids = new Set<string>();
  const mailDomains = new Set<string>();
  const known = new Map<string, Role | null>();

  /** A file has a million records, and a dozen properties. */
  function roleOf(property: string): Role | null {
    const found = known.get(property);
    if (found !== undefined) return found;
    const role = roles.get(property.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) ?? null;
    known.set(property, role);
    return role;
  }

  return {
    see(record) {
      let domain: string | null = null;
      let isInitial = false;
      for (const property in record) {
        const role = roleOf(property);
        if (role === null) continue;
        const value = record[property];
        if (role === 'is-initial') isInitial = readSetting(value) === true;
        if (typeof value !== 'string') continue;
        if (role === 'domain') domain = value;
        if (role === 'initial-domain' && value.includes('.')) add(initialDomains, value);
        if (role === 'id' && guid.test(value)) add(ids, value);
        if (role === 'address' && value.includes('@'))
          add(mailDomains, value.slice(value.lastIndexOf('@') + 1));
      }
      if (isInitial && domain !== null) add(initialDomains, domain);
    },
    marks: () => ({
      initialDomains: [...initialDomains],
      ids: [...ids],
      mailDomains: [...mailDomains],
    }),
  };
}

function add(to: Set<string>, text: string): void {
  if (to.size < marksMax) to.add(text.trim().toLowerCase());
}
