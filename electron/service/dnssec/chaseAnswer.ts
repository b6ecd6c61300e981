/** What an answer holds for a name: the records asked for, an alias, or nothing (RFC 1034 §4.3.2). */
import { rcode, rrType } from '../dns/codes.ts';
import { isSubdomainOf, isValidName, namesEqual } from '../dns/name.ts';
import { parseTarget } from '../dns/rdata/parse.ts';
import { anyRrsetsMax } from './limits.ts';
import { messageRrsets } from './rrset.ts';
import type { DomainName, Message, ResourceRecord } from '../dns/types.ts';
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

/**
 * `rrsets`: of the answer section. A question for the alias itself ends with it, unless the resolver
 * went on nevertheless and found that the target does not exist (`rcode`; RFC 6604 §3).
 */
function chase(
  { answers: rrsets, rcode: code }: { readonly answers: readonly Rrset[]; readonly rcode: number },
  name: DomainName,
  type: number,
): Chased {
  const here = rrsets.filter((rrset) => namesEqual(rrset.owner, name));
  const dname = rrsets.find(
    (rrset) =>
      rrset.type === rrType.DNAME &&
      rrset.owner.length < name.length &&
      isSubdomainOf(name, rrset.owner),
  );
  const isPassedBy = type === rrType.CNAME && code === rcode.NXDOMAIN;
  const asked =
    type === rrType.ANY ? here : here.filter((rrset) => rrset.type === type && !isPassedBy);
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
  // Nothing may stand beside a CNAME (RFC 1034 §3.6.2); where it does, what comes first counts.
  const first = here.find((rrset) => rrset === cname || asked.includes(rrset));
  if (first !== undefined && asked.includes(first)) {
    return { kind: 'data', rrsets: asked.slice(0, anyRrsetsMax) };
  }
  if (cname !== undefined) return { kind: 'cname', rrset: cname, target: onlyTarget(cname) };
  return { kind: 'nothing' };
}

export function chaseMessage(message: Message, name: DomainName, type: number): Chased {
  return chase({ answers: messageRrsets(message).answers, rcode: message.rcode }, name, type);
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
  message: Message,
  name: DomainName,
  type: number,
  aliasesLeft: number,
): ResourceRecord[] {
  const found = chaseMessage(message, name, type);
  if (found.kind === 'nothing') return [];
  if (found.kind === 'data') return found.rrsets.flatMap(({ records }) => records);
  const records = aliasRecords(found);
  const { target } = found;
  return target === null || target === 'too-long' || aliasesLeft <= 0
    ? records
    : [...records, ...recordsInChain(message, target, type, aliasesLeft - 1)];
}

/** The records of an alias as the answer holds them: a DNAME's CNAME behind it. */
export function aliasRecords(
  found: Extract<Chased, { readonly kind: 'cname' | 'dname' }>,
): ResourceRecord[] {
  const synthesized = found.kind === 'dname' ? (found.synthesized?.records ?? []) : [];
  return [...found.rrset.records, ...synthesized];
}
