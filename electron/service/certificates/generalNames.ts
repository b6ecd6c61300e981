import { childrenOf, contentOf, expectTlv, readable, tags } from './der.ts';
import { distinguishedNameOf } from './distinguishedName.ts';
import { objectIdentifierOf } from './objectIdentifier.ts';
import { textOf, visible } from './asn1Text.ts';
import type { Tlv } from './der.ts';
import type { SubjectAlternativeName } from '../../../shared/contract/certificates.ts';

/** One `GeneralName` (RFC 5280 §4.2.1.6), in the words in which it is shown. */
export function generalNameOf(bytes: Buffer, name: Tlv): SubjectAlternativeName {
  const octets = contentOf(bytes, name);
  switch (name.tag) {
    case 0x81:
      return { type: 'email', value: latin1(octets) };
    case 0x82:
      return { type: 'dns', value: latin1(octets) };
    case 0x86:
      return { type: 'uri', value: latin1(octets) };
    case 0x87:
      return { type: 'ip', value: addressOf(octets) };
    case 0x88:
      return { type: 'other', value: registeredId(bytes, name) };
    case 0xa0:
      return { type: 'other', value: readable(() => otherName(bytes, name)) ?? hex(octets) };
    case 0xa4:
      return { type: 'other', value: readable(() => directoryName(bytes, name)) ?? hex(octets) };
    default:
      return { type: 'other', value: hex(octets) };
  }
}

function latin1(octets: Buffer): string {
  return visible(octets.toString('latin1'));
}

function hex(octets: Buffer): string {
  return `#${octets.toString('hex')}`;
}

function addressOf(octets: Buffer): string {
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) return hex(octets);
  const groups = Array.from({ length: 8 }, (_, index) =>
    octets.readUInt16BE(index * 2).toString(16),
  ).join(':');
  return new URL(`http://[${groups}]`).hostname.slice(1, -1);
}

function registeredId(bytes: Buffer, name: Tlv): string {
  const dotted = readable(() => objectIdentifierOf(bytes, { ...name, tag: tags.objectIdentifier }));
  return dotted ?? hex(contentOf(bytes, name));
}

/** `1.3.6.1.4.1.311.20.2.3=user@example.com` for a user principal name. */
function otherName(bytes: Buffer, name: Tlv): string {
  const type = expectTlv(bytes, name.contentStart, name.contentEnd, tags.objectIdentifier);
  const wrapper = expectTlv(bytes, type.end, name.contentEnd, 0xa0);
  const [value] = childrenOf(bytes, wrapper);
  const text = value === undefined ? null : textOf(bytes, value);
  return `${objectIdentifierOf(bytes, type)}=${text === null ? hex(contentOf(bytes, wrapper)) : visible(text)}`;
}

function directoryName(bytes: Buffer, name: Tlv): string {
  const inner = expectTlv(bytes, name.contentStart, name.contentEnd, tags.sequence);
  return distinguishedNameOf(bytes, inner).text;
}
