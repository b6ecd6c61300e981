import { createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { assertNever } from '../../../../shared/assertNever.ts';
import {
  bitString,
  boolean,
  element,
  explicit,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from './derWriter.ts';

export type DemoKeyType = 'rsa' | 'ecdsa' | 'ed25519' | 'ed448';

export interface Issued {
  readonly der: Buffer;
  readonly pem: string;
  readonly key: KeyObject;
  readonly commonName: string;
}

export interface CertificateRequest {
  readonly commonName: string;
  readonly dnsNames?: readonly string[];
  readonly keyType?: DemoKeyType;
  /** An existing private key instead of a new one. */
  readonly key?: KeyObject;
  /** Absent: self-signed. */
  readonly issuer?: Issued;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly isCa?: boolean;
  readonly pathLength?: number;
  /** Further extensions: identifier, criticality, and the DER of the value. */
  readonly extensions?: readonly {
    readonly identifier: string;
    readonly critical: boolean;
    readonly value: Buffer;
  }[];
}

export function generateKey(keyType: DemoKeyType): KeyObject {
  switch (keyType) {
    case 'rsa':
      return generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    case 'ecdsa':
      return generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
    case 'ed25519':
      return generateKeyPairSync('ed25519').privateKey;
    case 'ed448':
      return generateKeyPairSync('ed448').privateKey;
    default:
      return assertNever(keyType, 'key type');
  }
}

const signatureIdentifiers: Readonly<Record<string, string>> = {
  rsa: '1.2.840.113549.1.1.11',
  ec: '1.2.840.10045.4.3.2',
  ed25519: '1.3.101.112',
  ed448: '1.3.101.113',
};

function signatureAlgorithm(key: KeyObject): Buffer {
  const type = key.asymmetricKeyType ?? '';
  const identifier = objectIdentifier(signatureIdentifiers[type] ?? '');
  // RSA alone carries parameters, and they are NULL (RFC 4055 §5).
  return type === 'rsa' ? sequence(identifier, element(0x05)) : sequence(identifier);
}

function signed(data: Buffer, key: KeyObject): Buffer {
  return sign(key.asymmetricKeyType?.startsWith('ed') === true ? null : 'sha256', data, key);
}

function nameOf(commonName: string): Buffer {
  if (commonName === '') return sequence();
  return sequence(set(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));
}

function extension(identifier: string, critical: boolean, value: Buffer): Buffer {
  return sequence(
    objectIdentifier(identifier),
    ...(critical ? [boolean(true)] : []),
    octetString(value),
  );
}

function extensionsOf(request: CertificateRequest): Buffer[] {
  const { dnsNames = [], isCa = false, pathLength } = request;
  const constraints = pathLength === undefined ? [] : [integer(Buffer.of(pathLength))];
  const keyCertSign = bitString(Buffer.of(0x04), 2);
  return [
    ...(isCa
      ? [
          extension('2.5.29.19', true, sequence(boolean(true), ...constraints)),
          extension('2.5.29.15', true, keyCertSign),
        ]
      : []),
    ...(dnsNames.length > 0
      ? [
          extension(
            '2.5.29.17',
            false,
            sequence(...dnsNames.map((name) => element(0x82, Buffer.from(name, 'latin1')))),
          ),
        ]
      : []),
    ...(request.extensions ?? []).map(({ identifier, critical, value }) =>
      extension(identifier, critical, value),
    ),
  ];
}

/** Makes and signs a certificate (RFC 5280 §4.1), for the practice lab and for tests. */
export function issueCertificate(request: CertificateRequest): Issued {
  const key = request.key ?? generateKey(request.keyType ?? 'ecdsa');
  const issuer = request.issuer ?? { key, commonName: request.commonName };
  const extensions = extensionsOf(request);
  const tbs = sequence(
    explicit(0, integer(Buffer.of(2))),
    integer(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    signatureAlgorithm(issuer.key),
    nameOf(issuer.commonName),
    sequence(time(request.notBefore), time(request.notAfter)),
    nameOf(request.commonName),
    createPublicKey(key).export({ format: 'der', type: 'spki' }),
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  );
  const der = sequence(tbs, signatureAlgorithm(issuer.key), bitString(signed(tbs, issuer.key)));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  const pem = `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
  return { der, pem, key, commonName: request.commonName };
}
