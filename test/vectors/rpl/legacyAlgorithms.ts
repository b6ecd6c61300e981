/**
 * DSA (algorithms 3 and 6), which the app does not validate, for scenarios recorded when zones were
 * signed with it (RFC 2536). Verified for real, by the crypto library.
 */
import { createPublicKey, verify } from 'node:crypto';
import { runtimeAlgorithms } from '../../../electron/service/dnssec/crypto/algorithmSuite.ts';
import type { AlgorithmSuite } from '../../../electron/service/dnssec/crypto/algorithmSuite.ts';
import type { PublicKey } from '../../../electron/service/dnssec/crypto/publicKey.ts';

const dsa = 3;
const dsaNsec3 = 6;
const derSequence = 0x30;
const dsaWithSha1 = Buffer.from('06072a8648ce380401', 'hex');

function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const header =
    length < 0x80
      ? [tag, length]
      : length < 0x100
        ? [tag, 0x81, length]
        : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(header), content]);
}

function integer(octets: Uint8Array): Buffer {
  const first = octets.findIndex((octet) => octet !== 0);
  const trimmed = first === -1 ? Buffer.of(0) : octets.subarray(first);
  return tlv(0x02, (trimmed[0] ?? 0) >= 0x80 ? Buffer.of(0) : Buffer.of(), trimmed);
}

/** RFC 2536 §2: T, Q, P, G, Y. */
function dsaPublicKey(octets: Uint8Array): PublicKey | null {
  const size = 64 + 8 * (octets[0] ?? 0);
  if (octets.length !== 21 + 3 * size) return null;
  const q = octets.subarray(1, 21);
  const [p, g, y] = [0, 1, 2].map((index) =>
    octets.subarray(21 + index * size, 21 + (index + 1) * size),
  );
  if (p === undefined || g === undefined || y === undefined) return null;
  const algorithm = tlv(0x30, dsaWithSha1, tlv(0x30, integer(p), integer(q), integer(g)));
  const spki = tlv(0x30, algorithm, tlv(0x03, Buffer.of(0), integer(y)));
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return {
    verify: (data, signature) =>
      Promise.resolve(
        // Some recordings hold the DER form of the time before RFC 2536's was followed.
        signature[0] === derSequence
          ? verify('sha1', data, { key, dsaEncoding: 'der' }, signature)
          : verify('sha1', data, { key, dsaEncoding: 'ieee-p1363' }, signature.subarray(1)),
      ),
  };
}

export async function legacyAlgorithms(): Promise<AlgorithmSuite> {
  const runtime = await runtimeAlgorithms();
  return {
    supported: new Set([...runtime.supported, dsa, dsaNsec3]),
    createPublicKey: (algorithm, octets) =>
      algorithm === dsa || algorithm === dsaNsec3
        ? dsaPublicKey(octets)
        : runtime.createPublicKey(algorithm, octets),
  };
}
