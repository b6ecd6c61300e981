import { classIn, rcode, rrType } from '../../dns/codes.ts';
import { isSubdomainOf, nameKey, namesEqual, wildcardOf } from '../../dns/name.ts';
import { parseTarget } from '../../dns/rdata/parse.ts';
import type { DomainName, Message, Question, ResourceRecord } from '../../dns/types.ts';
import { createLabZone } from './labZone.ts';
import type { LabZone, ZonePlan } from './labZone.ts';

/** Aliases that are followed for one question. */
const aliasesMax = 8;

interface Found {
  readonly answers: readonly ResourceRecord[];
  readonly authorities: readonly ResourceRecord[];
  readonly rcode: number;
}

/** Answers as a resolver would that knows every zone of the lab and validates nothing. */
export interface LabResolver {
  answer(query: Message): Message;
  /** The root's key. */
  readonly trustAnchor: ResourceRecord;
}

function denial(zone: LabZone, name: DomainName): Found {
  const exists = zone.exists(name);
  const soa = zone.withSignature(zone.rrset(zone.origin, rrType.SOA));
  const wildcard = wildcardOf(encloser(zone, name));
  const proofs = new Map(
    (exists ? [name] : [name, wildcard])
      .map((one) => zone.nsec(one))
      .flatMap((records) => records.map((record) => [nameKey(record.owner), records] as const)),
  );
  return {
    answers: [],
    authorities: [
      ...soa,
      ...[...proofs.values()].flatMap((records) => zone.withSignature(records)),
    ],
    rcode: exists ? rcode.NOERROR : rcode.NXDOMAIN,
  };
}

/** Zones from the root down; each is delegated by the closest one above it. */
export function createLabResolver(plans: readonly ZonePlan[], at: Date): LabResolver {
  const zones = plans.map((plan) => createLabZone(plan, at));
  const [root] = zones;
  if (root === undefined || root.origin.length > 0) throw new Error('the first zone is the root');

  const closest = (name: DomainName, above: boolean): LabZone => {
    let best = root;
    for (const zone of zones) {
      const isCandidate =
        isSubdomainOf(name, zone.origin) && !(above && namesEqual(zone.origin, name));
      if (isCandidate && zone.origin.length >= best.origin.length) best = zone;
    }
    return best;
  };

  for (const zone of zones.slice(1)) {
    const parent = closest(zone.origin, true);
    parent.add(zone.rrset(zone.origin, rrType.NS));
    if (zone.delegation !== 'unsigned') parent.add([zone.ds]);
  }

  function find({ name, type }: Question, aliases: number): Found {
    const zone = closest(name, type === rrType.DS && name.length > 0);
    const records = zone.rrset(name, type);
    if (records.length > 0) {
      return { answers: zone.withSignature(records), authorities: [], rcode: rcode.NOERROR };
    }
    const alias = zone.rrset(name, rrType.CNAME);
    const target = alias[0] === undefined ? null : parseTarget(alias[0].rdata);
    if (target === null || aliases >= aliasesMax) return denial(zone, name);
    const rest = find({ name: target, type }, aliases + 1);
    return { ...rest, answers: [...zone.withSignature(alias), ...rest.answers] };
  }

  return {
    answer(query) {
      const [question] = query.questions;
      const isKnown = question?.class === classIn && query.opcode === 0;
      const found = isKnown
        ? find(question, 0)
        : { answers: [], authorities: [], rcode: rcode.NOTIMP };
      return {
        ...query,
        isResponse: true,
        recursionAvailable: true,
        authoritative: false,
        truncated: false,
        authenticData: false,
        additionals: [],
        edns: query.edns === null ? null : { ...query.edns, udpSize: 1232, extendedErrors: [] },
        ...found,
      };
    },
    trustAnchor: root.dnskey,
  };
}

/** The longest existing name at or above `name` within the zone. */
function encloser(zone: LabZone, name: DomainName): DomainName {
  for (let skipped = 0; skipped <= name.length; skipped += 1) {
    const ancestor = name.slice(skipped);
    if (zone.exists(ancestor) || namesEqual(ancestor, zone.origin)) return ancestor;
  }
  return zone.origin;
}
