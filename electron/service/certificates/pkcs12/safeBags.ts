import { childrenOf, contextTag, DerError, expectTlv, octetsOf, readTlv, tags } from '../der.ts';
import { objectIdentifierOf } from '../objectIdentifier.ts';
import type { Tlv } from '../der.ts';

const bagsMax = 20_000;
const depthMax = 8;

/** What the bags of a SafeContents hold. */
export interface Bags {
  readonly certificates: Buffer[];
  privateKeys: number;
  /** Certificates of a kind that no server sends. */
  otherCertificates: number;
  others: number;
}

/**
 * Takes the certificates out of a SafeContents (RFC 7292 §4.2), copied, so that nothing of the
 * octets has to be kept. Keys are counted and left where they are.
 * @throws DerError
 */
export function readSafeContents(octets: Buffer, into: Bags): void {
  const sequence = expectTlv(octets, 0, octets.length, tags.sequence, 'ber');
  readBags(octets, sequence, into, 0);
}

function readBags(octets: Buffer, sequence: Tlv, into: Bags, depth: number): void {
  if (depth === depthMax) throw new DerError('nested too deep');
  for (const bag of childrenOf(octets, sequence, 'ber', bagsMax)) {
    const { contentStart, contentEnd } = bag;
    const type = expectTlv(octets, contentStart, contentEnd, tags.objectIdentifier, 'ber');
    const wrapper = expectTlv(octets, type.end, contentEnd, contextTag(0), 'ber');
    const value = readTlv(octets, wrapper.contentStart, wrapper.contentEnd, 'ber');
    switch (objectIdentifierOf(octets, type)) {
      case '1.2.840.113549.1.12.10.1.1':
      case '1.2.840.113549.1.12.10.1.2':
        into.privateKeys += 1;
        break;
      case '1.2.840.113549.1.12.10.1.3':
        readCertificateBag(octets, value, into);
        break;
      case '1.2.840.113549.1.12.10.1.6':
        readBags(octets, value, into, depth + 1);
        break;
      default:
        into.others += 1;
    }
  }
}

function readCertificateBag(octets: Buffer, bag: Tlv, into: Bags): void {
  const { contentStart, contentEnd } = bag;
  const type = expectTlv(octets, contentStart, contentEnd, tags.objectIdentifier, 'ber');
  if (objectIdentifierOf(octets, type) !== '1.2.840.113549.1.9.22.1') {
    into.otherCertificates += 1;
    return;
  }
  const wrapper = expectTlv(octets, type.end, contentEnd, contextTag(0), 'ber');
  const value = readTlv(octets, wrapper.contentStart, wrapper.contentEnd, 'ber');
  if ((value.tag & 0x1f) !== tags.octetString) throw new DerError('not an octet string');
  into.certificates.push(Buffer.from(octetsOf(octets, value)));
}
