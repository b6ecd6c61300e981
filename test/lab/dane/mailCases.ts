/** Mail domains right and wrong: facts of RFC 7671 and RFC 7672, a domain each. */
import type { FindingCode } from '../../../shared/dane/findings.ts';
import type { DomainVerdict } from '../../../shared/dane/verdict.ts';
import type { Identity } from '../../../electron/service/demo/startTlsListener.ts';
import { identity, issue, labRoot, pastDates, tlsaText } from '../../support/labCertificates.ts';
import { signedWith } from '../dns/labZones.ts';
import type { ZoneSpec } from '../dns/zoneSpec.ts';

/** What `posttls-finger` makes of it, where it looks at the whole as we do. */
export type FingerVerdict =
  | 'verified'
  | 'trusted'
  | 'encrypted'
  | 'refused'
  | 'lookup-error'
  /** It stops at the first server that is good, or does one handshake. */
  | 'not-comparable';

export interface MailServer {
  readonly identities: readonly Identity[];
  readonly startTls?: boolean;
}

export interface MailCase {
  /** First label of its domain. */
  readonly name: string;
  readonly why: string;
  readonly verdict: DomainVerdict;
  readonly protected: boolean | null;
  readonly finger: FingerVerdict;
  /** `ADDRESS0`, `ADDRESS1` stand for the servers' addresses. */
  readonly records: string;
  readonly servers: readonly MailServer[];
  /** A finding that it has. */
  readonly finding?: FindingCode;
  /** Of its zone, if not signed as usual. */
  readonly zone?: Partial<Pick<ZoneSpec, 'signing' | 'delegation' | 'damage'>>;
  /** Further zones, below `lab.`: name and records. */
  readonly others?: readonly { name: string; records: string; zone?: MailCase['zone'] }[];
}

export const topLevel = 'lab.';

function hostOf(name: string): string {
  return `mx.${name}.lab`;
}

/** MX, address and TLSA records of a host `mx`. */
function host(...tlsa: readonly string[]): string {
  return [
    '@ MX 10 mx',
    'mx A ADDRESS0',
    ...tlsa.map((record) => `_25._tcp.mx TLSA ${record}`),
  ].join('\n');
}

const intermediate = issue('Lab Intermediate', { isCa: true, issuer: labRoot });

type Kind = Pick<MailCase, 'verdict' | 'protected' | 'finger'>;
const passes: Kind = { verdict: 'pass', protected: true, finger: 'verified' };
const warns: Kind = { ...passes, verdict: 'pass-with-warnings' };
const fails: Kind = { verdict: 'fail', protected: true, finger: 'refused' };
const defers: Kind = { verdict: 'defer', protected: null, finger: 'lookup-error' };
const noDane: Kind = { verdict: 'no-dane', protected: false, finger: 'encrypted' };
const tlsOnly: Kind = { verdict: 'tls-only', protected: false, finger: 'encrypted' };

function simple(
  name: string,
  why: string,
  kind: Kind,
  server: Identity,
  ...tlsa: readonly string[]
): MailCase {
  return { name, why, ...kind, records: host(...tlsa), servers: [{ identities: [server] }] };
}

function named(name: string): Identity {
  return identity(hostOf(name));
}

const own = {
  match: named('match'),
  spkiDigests: named('spki512'),
  full: named('full'),
  leafOnly: identity('elsewhere.example', pastDates),
  mismatch: named('mismatch'),
  rollover: named('rollover'),
  agile: named('agile'),
  anchor: named('anchor'),
  fromDns: named('fromdns'),
  keyFromDns: named('keyfromdns'),
  notSent: named('notsent'),
  expired: identity(hostOf('expired'), pastDates),
  nameWrong: identity('wrong.example'),
  nextHop: identity('nexthop.lab'),
  wildcard: identity('*.wildcard.lab'),
  iterations: named('iterations'),
  unusable: named('unusable'),
  leafAsAnchor: named('leafasanchor'),
  chain: {
    leaf: issue(hostOf('chain'), { dnsNames: [hostOf('chain')], issuer: intermediate }),
    issuers: [intermediate, labRoot],
  },
  disorder: {
    leaf: issue(hostOf('disorder'), { dnsNames: [hostOf('disorder')], issuer: intermediate }),
    issuers: [labRoot, issue('Stranger', { isCa: true }), intermediate],
  },
  brokenPath: identity(hostOf('brokenpath'), { issuer: issue('Lab Root', { isCa: true }) }),
} as const;

const rsa = identity(hostOf('twokeys'), { keyType: 'rsa' });
const ecdsa = named('twokeys');
const bothRsa = identity(hostOf('bothkeys'), { keyType: 'rsa' });
const bothEcdsa = named('bothkeys');
const anywhere = named('anywhere');
const lonely = identity(hostOf('onlykey'), { keyType: 'ed25519' });
const anchorRecord = tlsaText('2 1 1', labRoot);
const other = tlsaText('3 1 1', anywhere.leaf);

export const mailCases: readonly MailCase[] = [
  simple('match', '3 1 1 matches', passes, own.match, tlsaText('3 1 1', own.match.leaf)),
  simple(
    'spki512',
    '3 1 2 matches',
    passes,
    own.spkiDigests,
    tlsaText('3 1 2', own.spkiDigests.leaf),
  ),
  simple('full', '3 0 0 matches', warns, own.full, tlsaText('3 0 0', own.full.leaf)),
  simple(
    'leafonly',
    'usage 3 ignores names and dates',
    warns,
    own.leafOnly,
    tlsaText('3 0 1', own.leafOnly.leaf),
  ),
  simple('onlykey', 'an Ed25519 key alone', passes, lonely, tlsaText('3 1 1', lonely.leaf)),
  simple('mismatch', '3 1 1 of another certificate', fails, own.mismatch, other),
  simple(
    'rollover',
    'current and next',
    passes,
    own.rollover,
    tlsaText('3 1 1', own.rollover.leaf),
    other,
  ),
  simple(
    'agile',
    '3 1 1 matches, 3 1 2 does not',
    fails,
    own.agile,
    tlsaText('3 1 1', own.agile.leaf),
    tlsaText('3 1 2', anywhere.leaf),
  ),
  simple('anchor', '2 1 1 of the root sent', passes, own.anchor, anchorRecord),
  simple('either', 'usages 3 and 2 are alternatives', warns, named('either'), other, anchorRecord),
  simple('chain', '2 1 1 of the root, over an intermediate', passes, own.chain, anchorRecord),
  simple(
    'midchain',
    '2 0 1 of the intermediate',
    passes,
    {
      ...own.chain,
      leaf: issue(hostOf('midchain'), { dnsNames: [hostOf('midchain')], issuer: intermediate }),
    },
    tlsaText('2 0 1', intermediate),
  ),
  simple('disorder', 'chain in any order, with surplus', passes, own.disorder, anchorRecord),
  simple(
    'fromdns',
    '2 0 0 of a root that is not sent',
    warns,
    { ...own.fromDns, issuers: [] },
    tlsaText('2 0 0', labRoot),
  ),
  simple(
    'keyfromdns',
    '2 1 0 of a key that is not sent',
    warns,
    { ...own.keyFromDns, issuers: [] },
    tlsaText('2 1 0', labRoot),
  ),
  simple(
    'notsent',
    '2 0 1 of a root that is not sent',
    fails,
    { ...own.notSent, issuers: [] },
    tlsaText('2 0 1', labRoot),
  ),
  simple(
    'leafasanchor',
    '2 1 1 of the leaf',
    fails,
    own.leafAsAnchor,
    tlsaText('2 1 1', own.leafAsAnchor.leaf),
  ),
  simple('expired', 'expired under usage 2', fails, own.expired, anchorRecord),
  simple('namewrong', 'usage 2, and no name matches', fails, own.nameWrong, anchorRecord),
  simple(
    'nexthop',
    'the next-hop domain is a reference identifier',
    passes,
    own.nextHop,
    anchorRecord,
  ),
  simple('wildcard', 'a wildcard for the left-most label', passes, own.wildcard, anchorRecord),
  simple(
    'deepwildcard',
    'a wildcard stands for one label',
    fails,
    identity('*.lab.example'),
    anchorRecord,
  ),
  simple(
    'brokenpath',
    'the record’s issuer did not sign',
    fails,
    { ...own.brokenPath, issuers: [labRoot] },
    anchorRecord,
  ),
  simple(
    'unusable',
    'usages 0 and 1 alone',
    tlsOnly,
    own.unusable,
    tlsaText('1 1 1', own.unusable.leaf),
    tlsaText('0 1 1', labRoot),
  ),
  simple('malformed', 'a digest of the wrong length', tlsOnly, named('malformed'), '3 1 1 abcdef'),
  simple('unknowntype', 'an unknown matching type', tlsOnly, named('unknowntype'), '3 1 9 abcdef'),
  simple(
    'partly',
    'an unusable record beside one that matches',
    warns,
    own.match,
    tlsaText('3 1 1', own.match.leaf),
    '1 1 1 abcd',
  ),
  simple('absent', 'no TLSA record', noDane, named('absent')),
  {
    ...simple(
      'nostarttls',
      'no STARTTLS while there are records',
      fails,
      named('nostarttls'),
      anchorRecord,
    ),
    servers: [{ identities: [named('nostarttls')], startTls: false }],
  },
  {
    name: 'twokeys',
    why: 'RSA and ECDSA certificates, a record for one',
    ...fails,
    finger: 'not-comparable',
    records: host(tlsaText('3 1 1', ecdsa.leaf)),
    servers: [{ identities: [ecdsa, rsa] }],
  },
  {
    name: 'bothkeys',
    why: 'RSA and ECDSA certificates, a record for each',
    ...passes,
    records: host(tlsaText('3 1 1', bothEcdsa.leaf), tlsaText('3 1 1', bothRsa.leaf)),
    servers: [{ identities: [bothEcdsa, bothRsa] }],
  },
  {
    name: 'twoaddresses',
    why: 'two addresses, one with another certificate',
    ...fails,
    finger: 'not-comparable',
    records: `${host(tlsaText('3 1 1', own.match.leaf))}\nmx A ADDRESS1`,
    servers: [{ identities: [own.match] }, { identities: [anywhere] }],
  },
  {
    name: 'twohosts',
    why: 'a backup without DANE',
    ...noDane,
    finger: 'not-comparable',
    records: `${host(tlsaText('3 1 1', own.match.leaf))}\n@ MX 20 backup\nbackup A ADDRESS1`,
    servers: [{ identities: [own.match] }, { identities: [anywhere] }],
  },
  {
    name: 'alias',
    why: 'MX is an alias, records where it leads',
    ...warns,
    records: `@ MX 10 mx\nmx CNAME real\nreal A ADDRESS0\n_25._tcp.real TLSA ${anchorRecord}`,
    servers: [{ identities: [identity('real.alias.lab')] }],
  },
  {
    name: 'implicit',
    why: 'no MX: the domain itself',
    ...passes,
    records: `@ A ADDRESS0\n_25._tcp TLSA ${anchorRecord}`,
    servers: [{ identities: [identity('implicit.lab')] }],
  },
  {
    name: 'tlsacname',
    why: 'an alias at the TLSA name',
    ...passes,
    records: `@ MX 10 mx\nmx A ADDRESS0\n_25._tcp.mx CNAME _dane\n_dane TLSA ${anchorRecord}`,
    servers: [{ identities: [named('tlsacname')] }],
  },
  {
    name: 'insecure',
    why: 'an unsigned zone',
    ...noDane,
    records: host(anchorRecord),
    servers: [{ identities: [named('insecure')] }],
    zone: { signing: null, delegation: 'none' },
  },
  {
    name: 'mxinsecure',
    why: 'an unsigned domain with a signed host',
    verdict: 'host-only',
    protected: false,
    finger: 'trusted',
    records: '@ MX 10 mx.mxsecure.lab.',
    servers: [{ identities: [identity('mx.mxsecure.lab')] }],
    zone: { signing: null, delegation: 'none' },
    others: [{ name: 'mxsecure', records: `mx A ADDRESS0\n_25._tcp.mx TLSA ${anchorRecord}` }],
  },
  {
    name: 'hostinsecure',
    why: 'a signed domain with an unsigned host',
    ...noDane,
    records: '@ MX 10 mx.unsigned.lab.',
    servers: [{ identities: [identity('mx.unsigned.lab')] }],
    others: [
      {
        name: 'unsigned',
        records: `mx A ADDRESS0\n_25._tcp.mx TLSA ${anchorRecord}`,
        zone: { signing: null, delegation: 'none' },
      },
    ],
  },
  {
    name: 'aliasinsecure',
    why: 'a signed alias into an unsigned zone, records at the alias',
    ...warns,
    records: `@ MX 10 mx\nmx CNAME mx.plain.lab.\n_25._tcp.mx TLSA ${anchorRecord}`,
    servers: [{ identities: [identity('mx.aliasinsecure.lab')] }],
    others: [
      { name: 'plain', records: 'mx A ADDRESS0', zone: { signing: null, delegation: 'none' } },
    ],
  },
  {
    name: 'bogus',
    why: 'a DS record of another key',
    ...defers,
    records: host(anchorRecord),
    servers: [{ identities: [named('bogus')] }],
    zone: { delegation: 'wrong-digest' },
  },
  {
    name: 'sigexpired',
    why: 'signatures that have ended',
    ...defers,
    records: host(anchorRecord),
    servers: [{ identities: [named('sigexpired')] }],
    zone: { signing: signedWith(13, undefined, { validity: 'expired' }) },
  },
  {
    name: 'tlsabogus',
    why: 'the TLSA records’ zone is bogus',
    ...defers,
    records: `@ MX 10 mx\nmx A ADDRESS0\n_25._tcp.mx CNAME tlsa.broken.lab.`,
    servers: [{ identities: [named('tlsabogus')] }],
    others: [
      {
        name: 'broken',
        records: `tlsa TLSA ${anchorRecord}`,
        zone: { delegation: 'wrong-digest' },
      },
    ],
  },
  {
    name: 'hostbogus',
    why: 'the host’s zone is bogus',
    ...defers,
    records: '@ MX 10 mx.rotten.lab.',
    servers: [{ identities: [named('hostbogus')] }],
    others: [
      {
        name: 'rotten',
        records: `mx A ADDRESS0\n_25._tcp.mx TLSA ${anchorRecord}`,
        zone: { delegation: 'wrong-digest' },
      },
    ],
  },
  {
    ...simple(
      'iterations',
      'names hashed ten times more than needed',
      passes,
      own.iterations,
      tlsaText('3 1 1', own.iterations.leaf),
    ),
    zone: {
      signing: signedWith(13, { kind: 'nsec3', iterations: 10, salt: '', optOut: false }),
    },
    finding: 'nsec3-iterations',
  },
  {
    name: 'nullmx',
    why: 'a null MX',
    verdict: 'no-mail',
    protected: false,
    finger: 'not-comparable',
    records: '@ MX 0 .',
    servers: [],
  },
  {
    name: 'nomail',
    why: 'neither MX nor address',
    verdict: 'no-mail',
    protected: false,
    finger: 'not-comparable',
    records: '@ TXT "nothing"',
    servers: [],
  },
];
