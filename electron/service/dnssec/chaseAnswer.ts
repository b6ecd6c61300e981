/** What an answer holds for a name: the records asked for, an alias, or nothing (RFC 1034 §4.3.2). */
import { rrType } from '../dns/codes.ts';
import { isSubdomainOf, isValidName, namesEqual } from '../dns/name.ts';
import { parseTarget } from '../dns/rdata/parse.ts';
import { anyRrsetsMax } from './limits.ts';
import type { DomainName, ResourceRecord } from '../dns/types.ts';
import type { Rrset } from './rrset.ts';

export type Chased =
  | { readonly kind: 'data'; readonly rrsets: readonly Rrset[] }
  | { readonly kind: 'cname'; readonly rrset: Rrset; readonly target: DomainName | null }
  | {
      readonly kind: 'dname';
      readonly rrset: Rrset;
      /** The CNAME that the answer carries for it; `null` when it does not. */
      readonly synthesized: Rrset | null;
      /** RFC 6672 §2.2; `too-long`: no name that could exist. `null`: malformed. */
      readonly target: DomainName | 'too-long' | null;
    }
  | { readonly kind: 'nothing' };

/** `rrsets`: of the answer section. */
export function chase(rrsets: readonly Rrset[], name: DomainName, type: number): Chased {
  const here = rrsets.filter((rrset) => namesEqual(rrset.owner, name));
  const dname = rrsets.find(
    (rrset) =>
      rrset.type === rrType.DNAME &&
      rrset.owner.length < name.length &&
      isSubdomainOf(name, rrset.owner),
  );
  const asked = type === rrType.ANY ? here : here.filter((rrset) => rrset.type === type);
  const cname = here.find((rrset) => rrset.type === rrType.CNAME);
  // Below a DNAME the only data is its CNAME, which follows from the DNAME.
  if (dname !== undefined && asked.every((rrset) => rrset === cname)) {
    return {
      kind: 'dname',
      rrset: dname,
      synthesized: cname ?? null,
      target: redirect(dname, name),
    };
  }
  if (asked.length > 0) return { kind: 'data', rrsets: asked.slice(0, anyRrsetsMax) };
  if (cname !== undefined) return { kind: 'cname', rrset: cname, target: onlyTarget(cname) };
  return { kind: 'nothing' };
}

/** A name has one CNAME, an owner one DNAME (RFC 2181 §10.1, RFC 6672 §2.4). */
function onlyTarget({ records }: Rrset): DomainName | null {
  const [only, another] = records;
  return only === undefined || another !== undefined ? null : parseTarget(only.rdata);
}

function redirect(dname: Rrset, name: DomainName): DomainName | 'too-long' | null {
  const target = onlyTarget(dname);
  if (target === null) return null;
  const redirected = [...name.slice(0, name.length - dname.owner.length), ...target];
  return isValidName(redirected) ? redirected : 'too-long';
}

/** Whether the CNAME that came with a DNAME says what the DNAME does. */
export function isSynthesis(cname: Rrset, target: DomainName | 'too-long'): boolean {
  const own = onlyTarget(cname);
  return own !== null && target !== 'too-long' && namesEqual(own, target);
}

/** Records of the way that an answer shows from `name` on, without validating anything. */
export function recordsInChain(
  rrsets: readonly Rrset[],
  name: DomainName,
  type: number,
  aliasesLeft: number,
): ResourceRecord[] {
  const found = chase(rrsets, name, type);
  if (found.kind === 'nothing') return [];
  if (found.kind === 'data') return found.rrsets.flatMap(({ records }) => records);
  const records = aliasRecords(found);
  const { target } = found;
  return target === null || target === 'too-long' || aliasesLeft <= 0
    ? records
    : [...records, ...recordsInChain(rrsets, target, type, aliasesLeft - 1)];
}

/** The records of an alias as the answer holds them: a DNAME's CNAME behind it. */
export function aliasRecords(
  found: Extract<Chased, { readonly kind: 'cname' | 'dname' }>,
): ResourceRecord[] {
  const synthesized = found.kind === 'dname' ? (found.synthesized?.records ?? []) : [];
  return [...found.rrset.records, ...synthesized];
}
