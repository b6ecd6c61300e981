/** A small signed tree in memory: the root, zones below it, and what a resolver says of them. */
import { rrType } from '../../electron/service/dns/codes.ts';
import { compareCanonical, formatName, nameKey } from '../../electron/service/dns/name.ts';
import { createValidator } from '../../electron/service/dnssec/createValidator.ts';
import { digestType } from '../../electron/service/dnssec/crypto/algorithms.ts';
import { parseDs } from '../../electron/service/dns/rdata/parse.ts';
import { answered, recordedReply } from './recordedExchange.ts';
import { dsRecord, makeSigningKey, nsecRecord, records, signed, signedNow } from './signer.ts';
import type {
  DnsOutcome,
  Exchange,
  Message,
  Question,
  ResourceRecord,
} from '../../electron/service/dns/types.ts';
import type { TrustAnchors } from '../../electron/service/dnssec/anchors/trustAnchors.ts';
import type { ValidatorOptions } from '../../electron/service/dnssec/createValidator.ts';
import type { Validator } from '../../electron/service/dnssec/types.ts';
import type { SigningKey } from './signer.ts';

export interface ZonePlan {
  readonly key: SigningKey;
  /** Data in presentation format. */
  readonly text: string;
  /** Keys of signed children. */
  readonly signedChildren?: readonly SigningKey[];
  /** Names of unsigned children. */
  readonly unsignedChildren?: readonly string[];
}

function rrsetsOf(all: readonly ResourceRecord[]): ResourceRecord[][] {
  const sets = new Map<string, ResourceRecord[]>();
  for (const record of all) {
    const key = `${nameKey(record.owner)} ${record.type}`;
    sets.set(key, [...(sets.get(key) ?? []), record]);
  }
  return [...sets.values()];
}

const typeNames = new Map<number, keyof typeof rrType>(
  Object.entries(rrType).map(([key, type]) => [type, key as keyof typeof rrType]),
);

/** All records of a zone: data, DS and keys, each signed, and the NSEC chain. */
export function signedZone(plan: ZonePlan): ResourceRecord[] {
  const { key, text, signedChildren = [], unsignedChildren = [] } = plan;
  const apex = formatName(key.zone);
  const soa = records(`${apex} SOA ns.${apex === '.' ? '' : apex} host. 1 3600 900 86400 300`);
  const ds = signedChildren.map((child) => dsRecord(child));
  const data = [...soa, ...records(text), ...ds, key.dnskey];
  const cuts = [...signedChildren.map(({ zone }) => formatName(zone)), ...unsignedChildren];
  const marks = cuts.flatMap((cut) => records(`${cut} NS ns.${cut}`));
  const types = new Map<string, { owner: string; types: Set<keyof typeof rrType> }>();
  for (const { owner, type } of [...data, ...marks, ...records(`${apex} NS ns.`)]) {
    const entry = types.get(nameKey(owner)) ?? { owner: formatName(owner), types: new Set() };
    entry.types.add(typeNames.get(type) ?? 'NULL');
    types.set(nameKey(owner), entry);
  }
  const owners = [...types.values()].toSorted((a, b) => {
    const [left] = records(`${a.owner} TXT x`);
    const [right] = records(`${b.owner} TXT x`);
    return compareCanonical(left?.owner ?? [], right?.owner ?? []);
  });
  const chain = owners.map(({ owner, types: present }, index) => {
    const next = owners[(index + 1) % owners.length]?.owner ?? owner;
    return nsecRecord(owner, next, [...present, 'RRSIG', 'NSEC']);
  });
  return rrsetsOf([...data, ...chain]).flatMap((rrset) => signed(rrset, key));
}

export function anchorOf(key: SigningKey): TrustAnchors {
  const ds = parseDs(dsRecord(key, digestType.SHA256).rdata);
  if (ds === null) throw new Error('a DS record parses');
  return [{ zone: key.zone, keys: [{ ...ds, validFrom: null, validUntil: null }] }];
}

export interface SignedWorld {
  readonly root: SigningKey;
  readonly example: SigningKey;
  readonly child: SigningKey;
  readonly pool: readonly ResourceRecord[];
}

/** The root, `example.` and `child.example.`, signed; `plain.example.` unsigned. */
export function signedWorld(): SignedWorld {
  const root = makeSigningKey('.');
  const example = makeSigningKey('example.');
  const child = makeSigningKey('child.example.');
  return {
    root,
    example,
    child,
    pool: [
      ...signedZone({ key: root, text: '', signedChildren: [example] }),
      ...signedZone({
        key: example,
        text: [
          'www.example. A 192.0.2.80',
          'www.example. A 192.0.2.81',
          'mail.example. MX 10 www.example.',
          'alias.example. CNAME www.child.example.',
          '*.wild.example. TXT "wild"',
          'under.ent.example. A 192.0.2.1',
          'tree.example. DNAME child.example.',
        ].join('\n'),
        signedChildren: [child],
        unsignedChildren: ['plain.example.'],
      }),
      ...signedZone({ key: child, text: 'www.child.example. A 192.0.2.90' }),
      ...records('www.plain.example. A 192.0.2.99'),
    ],
  };
}

export interface Asked {
  readonly exchange: Exchange;
  readonly questions: Question[];
}

/** A resolver that knows `pool`; `change` may put another message or failure in place of its reply. */
export function worldExchange(
  pool: readonly ResourceRecord[],
  change: (question: Question, reply: Message) => Message | DnsOutcome = (_, reply) => reply,
): Asked {
  const questions: Question[] = [];
  return {
    questions,
    exchange: (question) => {
      questions.push(question);
      const changed = change(question, recordedReply(pool, question));
      return Promise.resolve('ok' in changed ? changed : answered(changed));
    },
  };
}

export function worldValidator(
  world: Pick<SignedWorld, 'root'>,
  exchange: Exchange,
  options: Partial<ValidatorOptions> = {},
): Validator {
  return createValidator({
    exchange,
    anchors: anchorOf(world.root),
    clock: () => signedNow,
    ...options,
  });
}
