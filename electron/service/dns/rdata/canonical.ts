import { rdataLayout, splitRdata } from './layout.ts';

function lowerCased(wire: Uint8Array): Uint8Array {
  // Length octets are at most 63 and so never taken for letters.
  return wire.map((octet) => (octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet));
}

/**
 * RDATA as it is signed: names of the types listed in RFC 4034 §6.2 in lower case, without HINFO and
 * NSEC, with RRSIG (RFC 6840 §5.1). RDATA that does not fit its type stays as it is.
 */
export function rdataCanonical(type: number, rdata: Uint8Array): Uint8Array {
  const layout = rdataLayout(type);
  if (layout === null || !layout.lowerCased) return rdata;
  const parts = splitRdata(layout.fields, rdata);
  if (parts === null) return rdata;
  const canonical = new Uint8Array(rdata.length);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    canonical.set(layout.fields[index] === 'name' ? lowerCased(part) : part, at);
    at += part.length;
  }
  return canonical;
}
