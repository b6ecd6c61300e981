/** The zones of the lab: what a validator meets, right and wrong. */
import {
  changeAddress,
  corruptSignatures,
  cutSignatures,
  dropRecords,
  relabelAlgorithm,
  thinDenials,
} from './damage.ts';
import type { Damage, Delegation, Signing, ZoneSpec } from './zoneSpec.ts';

export const nsec = { kind: 'nsec' } as const;
export const nsec3 = { kind: 'nsec3', iterations: 0, salt: '', optOut: false } as const;
const optOut = { ...nsec3, optOut: true } as const;

export function signedWith(
  algorithm: number,
  denial: Signing['denial'] = nsec,
  changes: Partial<Signing> = {},
): Signing {
  return { algorithms: [algorithm], keys: 'csk', denial, validity: 'current', ...changes };
}

/** One of everything, below any zone. Targets in other zones are absolute. */
export const standardRecords = String.raw`
@ MX 10 mail
@ MX 20 Mail2
@ A 192.0.2.1
@ TXT "v=spf1 -all" "second string"
@ CAA 0 issue "ca.example"
mail A 192.0.2.25
mail AAAA 2001:db8::25
mail2 A 192.0.2.26
www A 192.0.2.80
www AAAA 2001:db8::80
_25._tcp.mail TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
_25._tcp.mail TLSA 2 1 1 1111111111111111111111111111111111111111111111111111111111111111
_sip._tcp SRV 0 5 5060 mail
*.wild A 192.0.2.42
*.wild TXT "wildcard"
*.wild MX 10 mail
explicit.wild A 192.0.2.43
below.ent.wild A 192.0.2.44
*.walias CNAME www
*.wout CNAME www.alg13.nsec.
b.c.ent A 192.0.2.45
alias CNAME www
alias2 CNAME alias
dangling CNAME nowhere
out CNAME www.alg15.nsec3.
toinsecure CNAME www.insecure.nsec.
tobogus CNAME www.corrupt.nsec.
loop1 CNAME loop2
loop2 CNAME loop1
tree DNAME forest
a.forest A 192.0.2.46
*.forest TXT "tree"
elsewhere DNAME alg13.nsec.
toplain DNAME insecure.nsec3.
a.b.c.d.e.f.g.h.i.j.deep A 192.0.2.47
MiXeD A 192.0.2.48
odd\.label TXT "a dot in a label"
\000\255 TXT "octets"
*.a.star TXT "below a name"
x.\*.star TXT "an asterisk in the middle"
unknown TYPE65280 \# 4 0a000001
ptr PTR www
hinfo HINFO "CPU" "OS"
big TXT ${`"${'x'.repeat(250)}" `.repeat(8)}
`;

function standard(
  name: string,
  signing: Signing | null,
  delegation: Delegation,
  purpose: string,
  damage?: Damage,
): ZoneSpec {
  const spec = { name, records: standardRecords, signing, delegation, purpose };
  return damage === undefined ? spec : { ...spec, damage };
}

/** Few records, for zones whose point lies elsewhere. */
const smallRecords = 'www A 192.0.2.80\n*.wild A 192.0.2.42\nmail A 192.0.2.25\n@ MX 10 mail\n';

function small(
  name: string,
  signing: Signing | null,
  delegation: Delegation,
  purpose: string,
  damage?: Damage,
): ZoneSpec {
  const spec = { name, records: smallRecords, signing, delegation, purpose };
  return damage === undefined ? spec : { ...spec, damage };
}

const root: ZoneSpec = {
  name: '.',
  records: '',
  signing: signedWith(8, nsec, { keys: 'split' }),
  delegation: 'none',
  purpose: 'a private root',
};

const topLevels: readonly ZoneSpec[] = [
  small('nsec.', signedWith(13, nsec, { keys: 'split' }), 'sha256', 'parent with NSEC'),
  small('nsec3.', signedWith(13, nsec3, { keys: 'split' }), 'sha256', 'parent with NSEC3'),
  small('optout.', signedWith(8, optOut), 'sha256', 'parent with NSEC3 opt-out'),
  small('plain.', null, 'none', 'unsigned parent'),
  small('deep.', signedWith(15), 'sha256', 'top of many cuts'),
];

const algorithms = [5, 7, 8, 10, 13, 14, 15, 16] as const;
/** 5 is defined for NSEC only; 7 is the same for NSEC3. */
const everyAlgorithm = algorithms.flatMap((algorithm) => [
  ...(algorithm === 7
    ? []
    : [standard(`alg${algorithm}.nsec.`, signedWith(algorithm), 'sha256', 'secure')]),
  ...(algorithm === 5
    ? []
    : [standard(`alg${algorithm}.nsec3.`, signedWith(algorithm, nsec3), 'sha256', 'secure')]),
]);

const denials: readonly ZoneSpec[] = [
  standard(
    'salted.nsec3.',
    signedWith(13, { ...nsec3, iterations: 10, salt: 'aabbccdd' }),
    'sha256',
    'secure',
  ),
  standard(
    'iter150.nsec3.',
    signedWith(13, { ...nsec3, iterations: 150, salt: '01' }),
    'sha256',
    'secure: 150 iterations are still counted',
  ),
  standard(
    'iter151.nsec3.',
    signedWith(13, { ...nsec3, iterations: 151, salt: '01' }),
    'sha256',
    'denials insecure: too many iterations',
  ),
  standard('zone.optout.', signedWith(8, optOut), 'sha256', 'secure, its own denials with opt-out'),
  small('insecure.zone.optout.', null, 'none', 'insecure under opt-out'),
  small('secure.zone.optout.', signedWith(13), 'sha256', 'secure under opt-out'),
];

const insecure: readonly ZoneSpec[] = [
  standard('insecure.nsec.', null, 'none', 'insecure: no DS, by NSEC'),
  standard('insecure.nsec3.', null, 'none', 'insecure: no DS, by NSEC3'),
  standard('insecure.optout.', null, 'none', 'insecure: opt-out'),
  small('zone.plain.', null, 'none', 'insecure: the parent is'),
  small('signed.plain.', signedWith(13), 'sha256', 'insecure: the parent is'),
  small('island.nsec.', signedWith(13), 'none', 'insecure: signed, no DS'),
  small('signed.insecure.nsec.', signedWith(13), 'sha256', 'insecure: the parent is'),
  small(
    'unknownalg.nsec.',
    signedWith(13),
    'unknown-algorithm',
    'insecure: algorithm 200',
    relabelAlgorithm(200),
  ),
  small(
    'gost.nsec3.',
    signedWith(13),
    'gost-algorithm',
    'insecure: algorithm 12',
    relabelAlgorithm(12),
  ),
  small('unknowndigest.nsec.', signedWith(13), 'unknown-digest', 'insecure: digest type 200'),
];

const delegations: readonly ZoneSpec[] = [
  small('dssha1.nsec.', signedWith(13), 'sha1', 'secure: DS with SHA-1'),
  small('dssha384.nsec3.', signedWith(14), 'sha384', 'secure: DS with SHA-384'),
  small('dsboth.nsec.', signedWith(13), 'sha1-and-sha256', 'secure'),
  small('dsstandby.nsec.', signedWith(13), 'with-standby', 'secure: one DS has no key'),
  small('dsmixed.nsec3.', signedWith(13), 'unknown-digest-and-sha256', 'secure'),
  small(
    'twoalgs.nsec.',
    signedWith(13, nsec, { algorithms: [8, 13] }),
    'sha256',
    'secure: two algorithms',
  ),
  small('split.nsec3.', signedWith(13, nsec3, { keys: 'split' }), 'sha256', 'secure: KSK and ZSK'),
  small('baddigest.nsec.', signedWith(13), 'wrong-digest', 'bogus: DS does not match'),
  small('badtag.nsec3.', signedWith(13), 'wrong-tag', 'bogus: DS names no key'),
  small('x.y.z.nsec.', signedWith(13), 'sha256', 'secure: a cut below empty non-terminals'),
  small('u.v.nsec3.', null, 'none', 'insecure: a cut below an empty non-terminal'),
];

const bogus: readonly ZoneSpec[] = [
  standard(
    'corrupt.nsec.',
    signedWith(13),
    'sha256',
    'bogus: signatures of A, MX, TLSA damaged',
    corruptSignatures('A', 'MX', 'TLSA'),
  ),
  standard(
    'corrupt.nsec3.',
    signedWith(8, nsec3),
    'sha256',
    'bogus: signatures of A and NSEC3 damaged',
    corruptSignatures('A', 'NSEC3'),
  ),
  small(
    'changed.nsec.',
    signedWith(13),
    'sha256',
    'bogus: data changed after signing',
    changeAddress,
  ),
  small(
    'badkeys.nsec.',
    signedWith(13),
    'sha256',
    'bogus: signature of DNSKEY damaged',
    corruptSignatures('DNSKEY'),
  ),
  standard(
    'expired.nsec.',
    signedWith(13, nsec, { validity: 'expired' }),
    'sha256',
    'bogus: signatures expired',
  ),
  standard(
    'future.nsec3.',
    signedWith(13, nsec3, { validity: 'future' }),
    'sha256',
    'bogus: signatures not yet valid',
  ),
  small('stripped.nsec.', null, 'wrong-digest', 'bogus: unsigned, with DS'),
  small(
    'nosigs.nsec3.',
    signedWith(13, nsec3),
    'sha256',
    'bogus: signatures of A missing',
    cutSignatures('A'),
  ),
  small('nodenial.nsec.', signedWith(13), 'sha256', 'denials bogus: one NSEC only', thinDenials),
  small(
    'nodenial.nsec3.',
    signedWith(13, nsec3),
    'sha256',
    'denials bogus: NSEC3 unsigned',
    cutSignatures('NSEC3'),
  ),
  small('nokeys.nsec.', signedWith(13), 'sha256', 'bogus: DNSKEY missing', dropRecords('DNSKEY')),
  small('signed.expired.nsec.', signedWith(13), 'sha256', 'bogus: the parent is'),
];

function deepZones(levels: number): ZoneSpec[] {
  return Array.from({ length: levels }, (_, index) => {
    const labels = Array.from({ length: index + 1 }, (__, level) => `l${index + 1 - level}`);
    const denial = index % 2 === 0 ? nsec3 : nsec;
    const algorithm = [13, 15, 8][index % 3] ?? 13;
    return small(`${labels.join('.')}.deep.`, signedWith(algorithm, denial), 'sha256', 'secure');
  });
}

export const labZones: readonly ZoneSpec[] = [
  root,
  ...topLevels,
  ...everyAlgorithm,
  ...denials,
  ...insecure,
  ...delegations,
  ...bogus,
  ...deepZones(6),
];
