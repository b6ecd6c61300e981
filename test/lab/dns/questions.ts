import { rrType } from '../../../electron/service/dns/codes.ts';
import { nameKey, parseName } from '../../../electron/service/dns/name.ts';
import { parseZoneText } from '../../../electron/service/dns/zoneText.ts';
import type { DomainName, Question } from '../../../electron/service/dns/types.ts';
import type { ZoneSpec } from './zoneSpec.ts';

const askedTypes = [
  rrType.A,
  rrType.AAAA,
  rrType.MX,
  rrType.TXT,
  rrType.TLSA,
  rrType.CNAME,
  rrType.DNAME,
  rrType.DS,
  rrType.DNSKEY,
  rrType.NS,
  rrType.SOA,
  rrType.SRV,
  rrType.CAA,
  rrType.NSEC3PARAM,
  65280,
] as const;

/** Below a zone: names that do not exist, that a wildcard makes, that lie under aliases. */
const otherLabels = [
  'nowhere',
  'a.b.nowhere',
  'zzz',
  '0',
  'c.ent',
  'ent',
  'x.ent',
  'some.wild',
  'a.b.wild',
  'ent.wild',
  'x.ent.wild',
  'below.explicit.wild',
  '*.wild',
  '*',
  'x.walias',
  'x.wout',
  'a.tree',
  'b.tree',
  'www.elsewhere',
  'nowhere.elsewhere',
  'www.toplain',
  'x.a.star',
  'x.b.star',
  'star',
  '*.star',
  'f.g.h.i.j.deep',
  'x.f.g.h.i.j.deep',
  '_tcp.mail',
  '_25._tcp.www',
  '_25._tcp.nowhere',
  'WwW',
] as const;

function named(text: string, origin: DomainName): DomainName {
  const name = parseName(text, origin);
  if (!name.ok) throw new Error(text);
  return name.value;
}

/** Names that a zone holds, and names around them. */
function namesOf(zone: ZoneSpec): DomainName[] {
  const origin = named(zone.name, []);
  const records = parseZoneText(zone.records, { origin });
  if (!records.ok) throw new Error(`${zone.name} line ${records.error.line}`);
  const names = [
    origin,
    ...records.value.map((record) => record.owner),
    ...['ns', ...otherLabels].map((text) => named(text, origin)),
  ];
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}

/** Every question that the lab's zones give occasion to ask; some ten thousand. */
export function labQuestions(zones: readonly ZoneSpec[]): Question[] {
  return zones.flatMap((zone) =>
    namesOf(zone).flatMap((name) => askedTypes.map((type) => ({ name, type }))),
  );
}
