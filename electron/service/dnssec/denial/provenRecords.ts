/** The NSEC and NSEC3 records of an answer that a zone's keys have signed. */
import { rrType } from '../../dns/codes.ts';
import { decodeBase32hex } from '../../dns/base32hex.ts';
import { isSubdomainOf, namesEqual } from '../../dns/name.ts';
import { parseNsec, parseNsec3 } from '../../dns/rdata/parse.ts';
import { denialRrsetsMax } from '../limits.ts';
import { signedOwner } from '../rrset.ts';
import { verifyRrset } from '../verifyRrset.ts';
import { createNsec3Hasher, nsec3HashOctets, nsec3HashSha1 } from './nsec3Hash.ts';
import type { ValidationReason } from '../reasons.ts';
import type { Rrset } from '../rrset.ts';
import type { VerifyContext } from '../verifyRrset.ts';
import type { ZoneKeys } from '../zoneKeys.ts';
import type { ProvenNsec } from './nsec.ts';
import type { Nsec3Chain, ProvenNsec3 } from './nsec3.ts';
import type { ValidProof } from './verdicts.ts';

export interface ProvenRecords {
  readonly nsecs: readonly ProvenNsec[];
  /** `null`: no NSEC3 records that count. */
  readonly nsec3: Nsec3Chain | null;
  /** One that counts wants more iterations than are hashed (RFC 9276 §3.2). */
  readonly tooManyIterations: boolean;
  /** Why some records do not count; `null` when all do. */
  readonly rejected: ValidationReason | null;
}

const optOutFlag = 1;

/** `rrsets`: of the sections that may hold a proof; others than NSEC and NSEC3 are passed over. */
export async function provenRecords(
  rrsets: readonly Rrset[],
  zone: ZoneKeys,
  context: VerifyContext & { readonly nsec3IterationsMax: number },
): Promise<ProvenRecords> {
  const candidates = rrsets
    .filter((rrset) => isDenialType(rrset.type) && isSignedBy(rrset, zone))
    .slice(0, denialRrsetsMax);
  const proofs = await Promise.all(
    candidates.map(async (rrset) => ({ rrset, proof: await verifyRrset(rrset, zone, context) })),
  );
  const nsecs: ProvenNsec[] = [];
  const nsec3s: ProvenNsec3[] = [];
  let rejected: ValidationReason | null = null;
  for (const { rrset, proof } of proofs) {
    if (!proof.ok) {
      rejected ??= proof.reason;
    } else if (rrset.type === rrType.NSEC) {
      nsecs.push(...readNsec(rrset, proof, zone));
    } else {
      nsec3s.push(...readNsec3(rrset, proof, zone));
    }
  }
  return { nsecs, rejected, ...nsec3Chain(nsec3s, zone, context) };
}

export function isDenialType(type: number): boolean {
  return type === rrType.NSEC || type === rrType.NSEC3;
}

function isSignedBy(rrset: Rrset, { zone }: ZoneKeys): boolean {
  return (
    isSubdomainOf(rrset.owner, zone) &&
    rrset.signatures.some((rrsig) => namesEqual(rrsig.signer, zone))
  );
}

/**
 * Under the owner that was signed: the NSEC of a wildcard, replayed under a name that it expands to,
 * must not speak for that name. A next name outside the zone would reach over its border.
 */
function readNsec(rrset: Rrset, proof: ValidProof, { zone }: ZoneKeys): ProvenNsec[] {
  const owner = signedOwner(rrset.owner, proof.signature);
  return rrset.records.flatMap(({ rdata }) => {
    const nsec = parseNsec(rdata);
    return nsec === null || !isSubdomainOf(nsec.nextName, zone)
      ? []
      : [{ owner, next: nsec.nextName, types: nsec.types, proof }];
  });
}

/** Unknown hash algorithms and flags do not count (RFC 5155 §8.1, §8.2), nor do expanded owners. */
function readNsec3(rrset: Rrset, proof: ValidProof, { zone }: ZoneKeys): ProvenNsec3[] {
  const [label] = rrset.owner;
  if (label === undefined || rrset.owner.length !== zone.length + 1) return [];
  const ownerHash = decodeBase32hex(Buffer.from(label).toString('latin1'));
  if (ownerHash?.length !== nsec3HashOctets || proof.expandedFrom !== null) return [];
  return rrset.records.flatMap(({ rdata }) => {
    const nsec3 = parseNsec3(rdata);
    if (nsec3 === null || nsec3.hashAlgorithm !== nsec3HashSha1) return [];
    if ((nsec3.flags & ~optOutFlag) !== 0 || nsec3.nextHash.length !== nsec3HashOctets) return [];
    return [
      {
        ownerHash,
        nextHash: nsec3.nextHash,
        optOut: (nsec3.flags & optOutFlag) !== 0,
        types: nsec3.types,
        parameters: { iterations: nsec3.iterations, salt: nsec3.salt },
        proof,
      },
    ];
  });
}

/** All of one proof have the same parameters (RFC 5155 §8.2). */
function nsec3Chain(
  records: readonly ProvenNsec3[],
  { zone }: ZoneKeys,
  context: VerifyContext & { readonly nsec3IterationsMax: number },
): Pick<ProvenRecords, 'nsec3' | 'tooManyIterations'> {
  const [first] = records;
  if (first === undefined) return { nsec3: null, tooManyIterations: false };
  const { iterations, salt } = first.parameters;
  const isUniform = records.every(
    ({ parameters }) =>
      parameters.iterations === iterations && Buffer.compare(parameters.salt, salt) === 0,
  );
  if (!isUniform) return { nsec3: null, tooManyIterations: false };
  if (iterations > context.nsec3IterationsMax) return { nsec3: null, tooManyIterations: true };
  const hasher = createNsec3Hasher(first.parameters, context.budget);
  return { nsec3: { zone, records, hasher }, tooManyIterations: false };
}
