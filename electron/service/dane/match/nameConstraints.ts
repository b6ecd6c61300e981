/** Name constraints of CA certificates (RFC 5280 §4.2.1.10). */
import { childrenOf, contextTag, DerError, expectTlv, tags } from '../../certificates/der.ts';
import type { Tlv } from '../../certificates/der.ts';
import { generalNameOf } from './generalName.ts';
import type { GeneralName } from './generalName.ts';

export interface NameConstraints {
  readonly permitted: readonly GeneralName[];
  readonly excluded: readonly GeneralName[];
}

function subtreesOf(bytes: Buffer, list: Tlv): GeneralName[] {
  return childrenOf(bytes, list).map((subtree) => {
    const [base, ...bounds] = childrenOf(bytes, subtree);
    // Minimum and maximum have no use (RFC 5280 §4.2.1.10); where one is set, it is not understood.
    if (base === undefined || bounds.length > 0) throw new DerError('subtree with bounds');
    return generalNameOf(bytes, base);
  });
}

/** The `NameConstraints` that is all of `value`'s contents. */
export function nameConstraintsOf(bytes: Buffer, value: Tlv): NameConstraints {
  let permitted: GeneralName[] = [];
  let excluded: GeneralName[] = [];
  const list = expectTlv(bytes, value.contentStart, value.contentEnd, tags.sequence);
  for (const part of childrenOf(bytes, list)) {
    if (part.tag === contextTag(0)) permitted = subtreesOf(bytes, part);
    else if (part.tag === contextTag(1)) excluded = subtreesOf(bytes, part);
    else throw new DerError('not a list of subtrees');
  }
  return { permitted, excluded };
}

function withinDomain(name: string, base: string): boolean {
  const lower = name.toLowerCase().replace(/^\*\./, '');
  const domain = base.toLowerCase();
  if (domain === '' || lower === domain) return true;
  return lower.endsWith(domain.startsWith('.') ? domain : `.${domain}`);
}

function emailWithin(address: string, base: string): boolean {
  if (base.includes('@')) return address.toLowerCase() === base.toLowerCase();
  const host = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  const domain = base.toLowerCase();
  return domain.startsWith('.') ? host.endsWith(domain) : host === domain;
}

/** The base of an address range is the address and its mask. */
function addressWithin(address: Uint8Array, base: Uint8Array): boolean {
  if (base.length !== address.length * 2) return false;
  return address.every((octet, index) => {
    const mask = base[address.length + index] ?? 0;
    return (octet & mask) === ((base[index] ?? 0) & mask);
  });
}

/** `null`: a kind of constraint that is not understood. */
function within(name: GeneralName, base: GeneralName): boolean | null {
  if (name.type === 'dns' && base.type === 'dns') return withinDomain(name.value, base.value);
  if (name.type === 'email' && base.type === 'email') return emailWithin(name.value, base.value);
  if (name.type === 'ip' && base.type === 'ip') return addressWithin(name.octets, base.octets);
  if (name.type === 'directory' && base.type === 'directory') {
    return base.rdns.every((rdn, index) => name.rdns[index] === rdn);
  }
  return null;
}

function sameKind(a: GeneralName, b: GeneralName): boolean {
  return a.type === 'other' ? b.type === 'other' && a.tag === b.tag : a.type === b.type;
}

/** Whether all `names` of a certificate are allowed. A kind not understood allows nothing. */
export function allowsNames(
  { permitted, excluded }: NameConstraints,
  names: readonly GeneralName[],
): boolean {
  return names.every((name) => {
    const allowed = permitted.filter((base) => sameKind(name, base));
    const denied = excluded.filter((base) => sameKind(name, base));
    return (
      (allowed.length === 0 || allowed.some((base) => within(name, base) === true)) &&
      denied.every((base) => within(name, base) === false)
    );
  });
}
