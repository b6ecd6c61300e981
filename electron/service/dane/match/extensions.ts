/** The extensions that decide whether a certificate may stand where it stands (RFC 5280 §4.2). */
import { childrenOf, contentOf, DerError, expectTlv, tags } from '../../certificates/der.ts';
import type { Tlv } from '../../certificates/der.ts';
import { generalNameOf } from './generalName.ts';
import type { GeneralName } from './generalName.ts';
import { nameConstraintsOf } from './nameConstraints.ts';
import type { NameConstraints } from './nameConstraints.ts';

export interface Extensions {
  /** `null`: not there. */
  readonly basicConstraints: { readonly ca: boolean; readonly pathLength: number | null } | null;
  /** Whether the key may sign certificates; `null`: no key usage, which forbids nothing. */
  readonly keyCertSign: boolean | null;
  /** Whether it may serve TLS; `null`: no extended key usage. */
  readonly serverAuth: boolean | null;
  readonly subjectAltName: readonly GeneralName[];
  readonly nameConstraints: NameConstraints | null;
  /** One that has to be understood, and is not. */
  readonly unknownCritical: boolean;
}

export const noExtensions: Extensions = {
  basicConstraints: null,
  keyCertSign: null,
  serverAuth: null,
  subjectAltName: [],
  nameConstraints: null,
  unknownCritical: false,
};

/** Octets of the object identifiers, hex. */
const oids = {
  subjectKeyIdentifier: '551d0e',
  keyUsage: '551d0f',
  subjectAltName: '551d11',
  basicConstraints: '551d13',
  nameConstraints: '551d1e',
  crlDistributionPoints: '551d1f',
  certificatePolicies: '551d20',
  policyMappings: '551d21',
  authorityKeyIdentifier: '551d23',
  policyConstraints: '551d24',
  extendedKeyUsage: '551d25',
  inhibitAnyPolicy: '551d36',
} as const;

/**
 * What may be critical. Those about policies and revocation restrict nothing here: RFC 7671 asks for
 * no policy, and no revocation list is fetched.
 */
const understood = new Set<string>(Object.values(oids));

/** id-kp-serverAuth and anyExtendedKeyUsage. */
const serverPurposes = new Set(['2b06010505070301', '551d2500']);
const keyCertSignBit = 5;
/** Larger than any chain. */
const pathLengthMax = 0xffff;

function octetsHex(bytes: Buffer, tlv: Tlv | undefined, tag: number): string {
  if (tlv?.tag !== tag) throw new DerError('unexpected tag');
  return contentOf(bytes, tlv).toString('hex');
}

function booleanOf(bytes: Buffer, tlv: Tlv): boolean {
  const [octet, ...surplus] = contentOf(bytes, tlv);
  if (tlv.tag !== tags.boolean || octet === undefined || surplus.length > 0) {
    throw new DerError('not a boolean');
  }
  // DER's TRUE is FF; some issuers write another.
  return octet !== 0;
}

function pathLengthOf(bytes: Buffer, tlv: Tlv): number {
  const octets = contentOf(bytes, tlv);
  if (tlv.tag !== tags.integer || octets.length === 0 || (octets[0] ?? 0) >= 0x80) {
    throw new DerError('not a path length');
  }
  return octets.reduce((length, octet) => Math.min(length * 256 + octet, pathLengthMax), 0);
}

function sequenceIn(bytes: Buffer, value: Tlv): Tlv[] {
  const list = expectTlv(bytes, value.contentStart, value.contentEnd, tags.sequence);
  if (list.end !== value.contentEnd) throw new DerError('surplus octets');
  return childrenOf(bytes, list);
}

function basicConstraintsOf(bytes: Buffer, value: Tlv): Extensions['basicConstraints'] {
  const [ca, pathLength, ...surplus] = sequenceIn(bytes, value);
  if (surplus.length > 0) throw new DerError('surplus fields');
  return {
    ca: ca !== undefined && booleanOf(bytes, ca),
    pathLength: pathLength === undefined ? null : pathLengthOf(bytes, pathLength),
  };
}

function keyCertSignOf(bytes: Buffer, value: Tlv): boolean {
  const bits = contentOf(
    bytes,
    expectTlv(bytes, value.contentStart, value.contentEnd, tags.bitString),
  );
  return (((bits[1] ?? 0) >> (7 - keyCertSignBit)) & 1) === 1;
}

function known(bytes: Buffer, oid: string, value: Tlv): Partial<Extensions> {
  switch (oid) {
    case oids.basicConstraints:
      return { basicConstraints: basicConstraintsOf(bytes, value) };
    case oids.keyUsage:
      return { keyCertSign: keyCertSignOf(bytes, value) };
    case oids.extendedKeyUsage:
      return {
        serverAuth: sequenceIn(bytes, value).some((purpose) =>
          serverPurposes.has(octetsHex(bytes, purpose, tags.objectIdentifier)),
        ),
      };
    case oids.subjectAltName:
      return {
        subjectAltName: sequenceIn(bytes, value).map((name) => generalNameOf(bytes, name)),
      };
    case oids.nameConstraints:
      return { nameConstraints: nameConstraintsOf(bytes, value) };
    default:
      return {};
  }
}

interface RawExtension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Tlv;
}

function rawExtension(bytes: Buffer, extension: Tlv): RawExtension {
  const [identifier, second, third] = childrenOf(bytes, extension, 'der', 3);
  const value = third ?? second;
  if (value?.tag !== tags.octetString) throw new DerError('extension without a value');
  return {
    oid: octetsHex(bytes, identifier, tags.objectIdentifier),
    critical: third !== undefined && second !== undefined && booleanOf(bytes, second),
    value,
  };
}

/** @throws DerError. `wrapper`: the explicit [3] of a TBSCertificate. */
export function extensionsOf(bytes: Buffer, wrapper: Tlv): Extensions {
  const list = sequenceIn(bytes, wrapper).map((extension) => rawExtension(bytes, extension));
  if (new Set(list.map(({ oid }) => oid)).size < list.length) {
    throw new DerError('extension given twice');
  }
  const unknownCritical = list.some(({ oid, critical }) => critical && !understood.has(oid));
  const read = list.map(({ oid, value }) => known(bytes, oid, value));
  return Object.assign({}, noExtensions, ...read, { unknownCritical }) as Extensions;
}
