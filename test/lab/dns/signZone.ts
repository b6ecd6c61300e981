import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rrType } from '../../../electron/service/dns/codes.ts';
import { canonicalWire } from '../../../electron/service/dns/name.ts';
import { keyTag } from '../../../electron/service/dns/rdata/parse.ts';
import { parseZoneText } from '../../../electron/service/dns/zoneText.ts';
import type { ResourceRecord } from '../../../electron/service/dns/types.ts';
import type { Delegation, Signing, ZoneSpec } from './zoneSpec.ts';

const run = promisify(execFile);

const algorithmNames: Readonly<Record<number, readonly string[]>> = {
  5: ['RSASHA1', '-b', '1024'],
  7: ['NSEC3RSASHA1', '-b', '1024'],
  8: ['RSASHA256', '-b', '1024'],
  10: ['RSASHA512', '-b', '1024'],
  13: ['ECDSAP256SHA256'],
  14: ['ECDSAP384SHA384'],
  15: ['ED25519'],
  16: ['ED448'],
};

/** The most that `dnssec-signzone` agrees to write; more are written by ldns. */
const bindIterationsMax = 150;

export interface PublishedZone {
  readonly spec: ZoneSpec;
  readonly file: string;
  /** DS records that the parent publishes, as lines. */
  readonly dsLines: readonly string[];
  /** DNSKEY records with the key-signing flag. */
  readonly keys: readonly ResourceRecord[];
}

async function makeKeys(folder: string, name: string, signing: Signing): Promise<string[]> {
  const bases: string[] = [];
  for (const algorithm of signing.algorithms) {
    const kinds = signing.keys === 'csk' ? [['-f', 'KSK']] : [['-f', 'KSK'], []];
    for (const kind of kinds) {
      const parameters = ['-a', ...(algorithmNames[algorithm] ?? []), ...kind, name];
      const { stdout } = await run('dnssec-keygen', ['-q', '-K', folder, ...parameters]);
      bases.push(stdout.trim());
    }
  }
  return bases;
}

function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 19).replaceAll(/\D/g, '');
}

/** Inception and expiration, days from now; wrong by more than the day of skew that Unbound allows. */
const validities = { current: [-1, 30], expired: [-30, -5], future: [5, 30] } as const;

function validityOf(signing: Signing): readonly [inception: string, expiration: string] {
  const [from, to] = validities[signing.validity];
  return [daysFromNow(from), daysFromNow(to)];
}

async function signWithBind(folder: string, name: string, signing: Signing): Promise<void> {
  const [inception, expiration] = validityOf(signing);
  const { denial } = signing;
  const nsec3 =
    denial.kind === 'nsec3'
      ? [
          '-3',
          denial.salt || '-',
          '-H',
          String(denial.iterations),
          ...(denial.optOut ? ['-A'] : []),
        ]
      : [];
  const keys = ['-S', ...(signing.keys === 'csk' ? ['-z'] : []), '-K', folder, '-d', folder];
  const times = ['-s', inception, '-e', expiration];
  const files = ['-o', name, '-O', 'full', '-f', 'signed', 'unsigned'];
  const options = ['-q', '-P', '-n', '1', ...keys, ...times, ...nsec3, ...files];
  await run('dnssec-signzone', options, { cwd: folder });
}

async function signWithLdns(
  folder: string,
  name: string,
  signing: Signing,
  bases: readonly string[],
): Promise<void> {
  const [inception, expiration] = validityOf(signing);
  const { denial } = signing;
  if (denial.kind !== 'nsec3') throw new Error('ldns is asked for many iterations only');
  const nsec3 = ['-n', '-s', denial.salt, '-t', String(denial.iterations)];
  const options = ['-i', inception, '-e', expiration, '-o', name, ...nsec3, '-f', 'signed'];
  await run('ldns-signzone', [...options, 'unsigned', ...bases], { cwd: folder });
}

async function readKeys(folder: string, bases: readonly string[]): Promise<ResourceRecord[]> {
  const texts = bases.map((base) => readFile(join(folder, `${base}.key`), 'utf8'));
  return (await Promise.all(texts)).flatMap((text) => {
    const records = parseZoneText(text);
    return records.ok ? records.value.filter(({ rdata }) => (rdata[1] ?? 0) % 2 === 1) : [];
  });
}

function withAlgorithm(key: ResourceRecord, algorithm: number): ResourceRecord {
  const rdata = Uint8Array.from(key.rdata);
  rdata[3] = algorithm;
  return { ...key, rdata };
}

const digests = { 1: 'sha1', 2: 'sha256', 4: 'sha384' } as const;

function dsLine(
  key: ResourceRecord,
  digestType: 1 | 2 | 4,
  changes: { tag?: number } = {},
): string {
  const digest = createHash(digests[digestType])
    .update(canonicalWire(key.owner))
    .update(key.rdata)
    .digest('hex');
  const tag = changes.tag ?? keyTag(key.rdata);
  return `DS ${tag} ${key.rdata[3] ?? 0} ${digestType} ${digest}`;
}

const noDigest = '00'.repeat(32);

/** What the parent says of a zone with this key. */
function delegationOf(delegation: Delegation, key: ResourceRecord): string[] {
  const tag = keyTag(key.rdata);
  const algorithm = key.rdata[3] ?? 0;
  switch (delegation) {
    case 'none':
      return [];
    case 'sha1':
      return [dsLine(key, 1)];
    case 'sha256':
      return [dsLine(key, 2)];
    case 'sha384':
      return [dsLine(key, 4)];
    case 'sha1-and-sha256':
      return [dsLine(key, 1), dsLine(key, 2)];
    case 'wrong-digest':
      return [`DS ${tag} ${algorithm} 2 ${noDigest}`];
    case 'wrong-tag':
      return [dsLine(key, 2, { tag: tag ^ 1 })];
    case 'with-standby':
      return [dsLine(key, 2), `DS ${tag ^ 1} ${algorithm} 2 ${noDigest}`];
    case 'unknown-digest':
      return [`DS ${tag} ${algorithm} 200 ${noDigest}`];
    case 'unknown-digest-and-sha256':
      return [`DS ${tag} ${algorithm} 200 ${noDigest}`, dsLine(key, 2)];
    case 'unknown-algorithm':
      return [dsLine(withAlgorithm(key, 200), 2)];
    case 'gost-algorithm':
      return [dsLine(withAlgorithm(key, 12), 2)];
    default:
      throw new Error(`unknown delegation ${String(delegation satisfies never)}`);
  }
}

function zoneText(spec: ZoneSpec, children: readonly PublishedZone[]): string {
  const delegations = children.flatMap(({ spec: child, dsLines }) => [
    `${child.name} NS ns.${child.name}`,
    `ns.${child.name} A 127.0.0.1`,
    ...dsLines.map((line) => `${child.name} ${line}`),
  ]);
  const head = [
    `$ORIGIN ${spec.name}`,
    '$TTL 300',
    '@ SOA ns hostmaster 1 3600 900 86400 300',
    '@ NS ns',
    'ns A 127.0.0.1',
  ];
  return [...head, spec.records, ...delegations, ''].join('\n');
}

/** The key of an unsigned zone whose parent is to speak of one all the same. */
function inventedKey(spec: ZoneSpec): ResourceRecord {
  const rdata = Uint8Array.from([1, 1, 3, 13, ...Array.from({ length: 64 }, (_, index) => index)]);
  const owner = parseZoneText(`${spec.name} TXT x`);
  const [record] = owner.ok ? owner.value : [];
  return { owner: record?.owner ?? [], type: rrType.DNSKEY, class: 1, ttl: 300, rdata };
}

/** Writes a zone, signed and spoilt as its description says, into a folder of its own. */
export async function publishZone(
  spec: ZoneSpec,
  children: readonly PublishedZone[],
  folder: string,
): Promise<PublishedZone> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'unsigned'), zoneText(spec, children));
  const { signing } = spec;
  if (signing === null) {
    const dsLines = delegationOf(spec.delegation, inventedKey(spec));
    return { spec, file: join(folder, 'unsigned'), dsLines, keys: [] };
  }
  const bases = await makeKeys(folder, spec.name, signing);
  const { denial } = signing;
  if (denial.kind === 'nsec3' && denial.iterations > bindIterationsMax) {
    await signWithLdns(folder, spec.name, signing, bases);
  } else {
    await signWithBind(folder, spec.name, signing);
  }
  const file = join(folder, 'signed');
  if (spec.damage !== undefined) {
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, spec.damage(lines).join('\n'));
  }
  const keys = await readKeys(folder, bases);
  const [first] = keys;
  if (first === undefined) throw new Error(`${spec.name} has no key`);
  return { spec, file, dsLines: delegationOf(spec.delegation, first), keys };
}
