import crypto, { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { algorithm } from '../../../../../electron/service/dnssec/crypto/algorithms.ts';
import { probeAlgorithms } from '../../../../../electron/service/dnssec/crypto/probeAlgorithms.ts';
import { createDnsPublicKey } from '../../../../../electron/service/dnssec/crypto/publicKey.ts';
import type * as Crypto from 'node:crypto';

const data = Buffer.from('what is signed');

function jwkField(key: Crypto.KeyObject, field: 'n' | 'e' | 'x' | 'y'): Buffer {
  return Buffer.from(String(key.export({ format: 'jwk' })[field]), 'base64url');
}

function rsa(bits: number, exponent = 65_537) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', {
    modulusLength: bits,
    publicExponent: exponent,
  });
  const e = jwkField(publicKey, 'e');
  return {
    octets: Buffer.concat([Buffer.of(e.length), e, jwkField(publicKey, 'n')]),
    e,
    n: jwkField(publicKey, 'n'),
    signWith: (hash: string) => sign(hash, data, privateKey),
  };
}

function ec(namedCurve: string) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve });
  return {
    octets: Buffer.concat([jwkField(publicKey, 'x'), jwkField(publicKey, 'y')]),
    signWith: (hash: string) => sign(hash, data, { key: privateKey, dsaEncoding: 'ieee-p1363' }),
  };
}

function ed(type: 'ed25519' | 'ed448') {
  const { publicKey, privateKey } =
    type === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ed448');
  return { octets: jwkField(publicKey, 'x'), signature: sign(null, data, privateKey) };
}

const rsaKey = rsa(1024);
const p256 = ec('P-256');
const p384 = ec('P-384');
const ed25519 = ed('ed25519');
const ed448 = ed('ed448');

const samples = [
  [algorithm.RSASHA1, rsaKey.octets, rsaKey.signWith('sha1')],
  [algorithm['RSASHA1-NSEC3-SHA1'], rsaKey.octets, rsaKey.signWith('sha1')],
  [algorithm.RSASHA256, rsaKey.octets, rsaKey.signWith('sha256')],
  [algorithm.RSASHA512, rsaKey.octets, rsaKey.signWith('sha512')],
  [algorithm.ECDSAP256SHA256, p256.octets, p256.signWith('sha256')],
  [algorithm.ECDSAP384SHA384, p384.octets, p384.signWith('sha384')],
  [algorithm.ED25519, ed25519.octets, ed25519.signature],
  [algorithm.ED448, ed448.octets, ed448.signature],
] as const;

describe('a key of algorithm', () => {
  it.each(samples)(
    '%i verifies what was signed and nothing else',
    async (number, octets, signature) => {
      const key = createDnsPublicKey(number, octets);
      expect(await key?.verify(data, signature)).toBe(true);
      expect(await key?.verify(Buffer.from('something else'), signature)).toBe(false);
      const changed = Buffer.from(signature);
      changed[5] = (changed[5] ?? 0) ^ 1;
      expect(await key?.verify(data, changed)).toBe(false);
      for (const length of [0, 1, signature.length - 1]) {
        expect(await key?.verify(data, signature.subarray(0, length))).toBe(false);
      }
      expect(await key?.verify(data, Buffer.concat([signature, Buffer.of(0)]))).toBe(false);
    },
  );

  it.each(samples)('%i is refused when octets are missing', (number, octets) => {
    const isRsa = number <= algorithm.RSASHA512;
    expect(
      createDnsPublicKey(number, octets.subarray(0, isRsa ? 40 : octets.length - 1)),
    ).toBeNull();
    expect(createDnsPublicKey(number, Buffer.alloc(0))).toBeNull();
  });

  it.each([1, 3, 6, 12, 17, 200, 253])('%i is not supported', (number) => {
    expect(createDnsPublicKey(number, rsaKey.octets)).toBeNull();
  });

  it('13 is refused off its curve', () => {
    expect(createDnsPublicKey(algorithm.ECDSAP256SHA256, Buffer.alloc(64, 7))).toBeNull();
  });
});

describe('RSA keys (RFC 3110)', () => {
  it('may give the length of the exponent in three octets', async () => {
    const { e, n } = rsaKey;
    const key = createDnsPublicKey(
      algorithm.RSASHA256,
      Buffer.concat([Buffer.of(0, 0, e.length), e, n]),
    );
    expect(await key?.verify(data, rsaKey.signWith('sha256'))).toBe(true);
  });

  it('may have zeros in front', async () => {
    const { e, n } = rsaKey;
    const octets = Buffer.concat([Buffer.of(e.length + 1, 0), e, Buffer.of(0), n]);
    const key = createDnsPublicKey(algorithm.RSASHA256, octets);
    expect(await key?.verify(data, rsaKey.signWith('sha256'))).toBe(true);
  });

  it('are refused with moduli or exponents beyond the limits', () => {
    const head = Buffer.of(1, 3);
    const of = (octets: number) => Buffer.concat([head, Buffer.alloc(octets, 0xc1)]);
    expect(createDnsPublicKey(algorithm.RSASHA256, of(63))).toBeNull();
    expect(createDnsPublicKey(algorithm.RSASHA256, of(513))).toBeNull();
    expect(createDnsPublicKey(algorithm.RSASHA512, of(127))).toBeNull();
    const longExponent = Buffer.concat([Buffer.of(9), Buffer.alloc(9, 3), Buffer.alloc(128, 0xc1)]);
    expect(createDnsPublicKey(algorithm.RSASHA256, longExponent)).toBeNull();
    expect(
      createDnsPublicKey(
        algorithm.RSASHA256,
        Buffer.concat([Buffer.of(1, 0), Buffer.alloc(128, 0xc1)]),
      ),
    ).toBeNull();
  });
});

describe('the runtime', () => {
  it('verifies every algorithm of the list', async () => {
    expect([...(await probeAlgorithms())].toSorted((a, b) => a - b)).toEqual([
      5, 7, 8, 10, 13, 14, 15, 16,
    ]);
  });

  it('verifies without holding up other work', async () => {
    const key = createDnsPublicKey(algorithm.ECDSAP384SHA384, p384.octets);
    if (key === null) throw new Error('a key of P-384');
    const signature = p384.signWith('sha384');
    const order: string[] = [];
    const verified = Promise.all(
      Array.from({ length: 20 }, () => key.verify(data, signature)),
    ).then(() => order.push('verified'));
    await new Promise((resolve) => setImmediate(resolve));
    order.push('other work');
    await verified;
    expect(order).toEqual(['other work', 'verified']);
  });
});

describe('a runtime without Ed448, as Electron’s', () => {
  const { createPublicKey } = crypto;
  let refused = 0;

  function put(own: typeof createPublicKey): void {
    crypto.createPublicKey = own;
    syncBuiltinESMExports();
  }

  beforeAll(() => {
    put((key) => {
      if (!JSON.stringify(key).includes('Ed448')) return createPublicKey(key);
      refused += 1;
      throw new Error('unsupported');
    });
  });

  afterAll(() => put(createPublicKey));

  it('verifies it in script', async () => {
    const key = createDnsPublicKey(algorithm.ED448, ed448.octets);
    expect(refused).toBe(1);
    expect(await key?.verify(data, ed448.signature)).toBe(true);
    expect(await key?.verify(createHash('sha1').digest(), ed448.signature)).toBe(false);
    expect(await key?.verify(data, ed448.signature.subarray(1))).toBe(false);
    const noPoint = createDnsPublicKey(algorithm.ED448, new Uint8Array(57).fill(0xff));
    expect(await noPoint?.verify(data, ed448.signature)).toBe(false);
  });

  it('says so when it is probed at the start', async () => {
    vi.resetModules();
    const probe = await import('../../../../../electron/service/dnssec/crypto/probeAlgorithms.ts');
    const before = refused;
    expect((await probe.probeAlgorithms()).has(algorithm.ED448)).toBe(true);
    expect(refused).toBe(before + 1);
  });
});
