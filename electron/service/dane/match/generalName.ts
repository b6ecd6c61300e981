import {
  childrenOf,
  contentOf,
  contextTag,
  DerError,
  expectTlv,
  tags,
  wholeOf,
} from '../../certificates/der.ts';
import type { Tlv } from '../../certificates/der.ts';
import { textOf } from '../../certificates/asn1Text.ts';

/** A GeneralName (RFC 5280 §4.2.1.6) as it is compared. Texts hold an octet a character. */
export type GeneralName =
  | { readonly type: 'dns' | 'email' | 'uri'; readonly value: string }
  | { readonly type: 'ip'; readonly octets: Uint8Array }
  /** Relative distinguished names from the root down, each in a form that compares equal. */
  | { readonly type: 'directory'; readonly rdns: readonly string[] }
  | { readonly type: 'other'; readonly tag: number };

export function generalNameOf(bytes: Buffer, name: Tlv): GeneralName {
  const octets = contentOf(bytes, name);
  switch (name.tag) {
    case contextTag(1, 'primitive'):
      return { type: 'email', value: octets.toString('latin1') };
    case contextTag(2, 'primitive'):
      return { type: 'dns', value: octets.toString('latin1') };
    case contextTag(4):
      return {
        type: 'directory',
        rdns: comparableName(
          bytes,
          expectTlv(bytes, name.contentStart, name.contentEnd, tags.sequence),
        ),
      };
    case contextTag(6, 'primitive'):
      return { type: 'uri', value: octets.toString('latin1') };
    case contextTag(7, 'primitive'):
      return { type: 'ip', octets };
    default:
      return { type: 'other', tag: name.tag };
  }
}

interface Attribute {
  /** Octets of the object identifier, hex. */
  readonly type: string;
  readonly value: Tlv;
}

const commonName = '550403';

function attributesOf(bytes: Buffer, rdn: Tlv): Attribute[] {
  if (rdn.tag !== tags.set) throw new DerError('relative name is not a set');
  return childrenOf(bytes, rdn).map((pair) => {
    const [type, value, ...surplus] = childrenOf(bytes, pair);
    if (type?.tag !== tags.objectIdentifier || value === undefined || surplus.length > 0) {
      throw new DerError('attribute without one value');
    }
    return { type: contentOf(bytes, type).toString('hex'), value };
  });
}

/**
 * RFC 5280 §7.1 as far as ASCII goes: the kind of string, letter case and the width of white space do
 * not matter.
 */
function comparableAttribute(bytes: Buffer, { type, value }: Attribute): string {
  const text = textOf(bytes, value);
  return text === null
    ? `${type}=#${wholeOf(bytes, value).toString('hex')}`
    : `${type}=${text.trim().replaceAll(/\s+/g, ' ').toLowerCase()}`;
}

/** Relative names from the root down. */
export function comparableName(bytes: Buffer, name: Tlv): string[] {
  return childrenOf(bytes, name).map((rdn) =>
    attributesOf(bytes, rdn)
      .map((attribute) => comparableAttribute(bytes, attribute))
      .toSorted()
      .join('+'),
  );
}

/** Every common name of a distinguished name, as it stands there. */
export function commonNamesOf(bytes: Buffer, name: Tlv): string[] {
  return childrenOf(bytes, name).flatMap((rdn) =>
    attributesOf(bytes, rdn).flatMap(({ type, value }) => {
      const text = type === commonName ? textOf(bytes, value) : null;
      return text === null ? [] : [text];
    }),
  );
}
