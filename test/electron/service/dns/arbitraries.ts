import * as fc from 'fast-check';
import { rrType } from '../../../../electron/service/dns/codes.ts';
import { isValidName, nameWire } from '../../../../electron/service/dns/name.ts';
import { encodeTypeBitmap } from '../../../../electron/service/dns/rdata/bitmap.ts';
import { rdataLayout } from '../../../../electron/service/dns/rdata/layout.ts';
import type { Arbitrary } from 'fast-check';
import type {
  DomainName,
  Message,
  ResourceRecord,
} from '../../../../electron/service/dns/types.ts';
import type { Field } from '../../../../electron/service/dns/rdata/layout.ts';

function octets(minLength: number, maxLength: number): Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength, maxLength });
}

/** Labels that collide often once case is folded, and labels of any octets. */
const label: Arbitrary<Uint8Array> = fc.oneof(
  fc
    .constantFrom('a', 'A', 'b', 'Z', 'z', '*', 'aa', 'a.b', '\0', '\\', '@')
    .map((text) => Uint8Array.from(Buffer.from(text, 'latin1'))),
  octets(1, 4),
  octets(1, 63),
);

export const domainName: Arbitrary<DomainName> = fc
  .array(label, { maxLength: 8 })
  .filter((labels) => isValidName(labels));

const prefixed = (min: number, max: number): Arbitrary<Uint8Array> =>
  octets(min, max).map((text) => Uint8Array.from([text.length, ...text]));

const tag: Arbitrary<Uint8Array> = fc
  .stringMatching(/^[a-z0-9]{1,15}$/)
  .map((text) => Uint8Array.from([text.length, ...Buffer.from(text)]));

const fieldOctets: Readonly<Record<Field, Arbitrary<Uint8Array>>> = {
  name: domainName.map(nameWire),
  u8: octets(1, 1),
  algorithm: octets(1, 1),
  u16: octets(2, 2),
  u32: octets(4, 4),
  type: octets(2, 2),
  time: octets(4, 4),
  ipv4: octets(4, 4),
  ipv6: fc.oneof(
    octets(16, 16),
    fc
      .array(fc.constantFrom(0, 0, 1, 255), { minLength: 16, maxLength: 16 })
      .map((some) => Uint8Array.from(some)),
  ),
  string: prefixed(0, 40),
  tag,
  salt: prefixed(0, 20),
  hash: prefixed(1, 30),
  strings: fc
    .array(prefixed(0, 60), { minLength: 1, maxLength: 4 })
    .map((strings) => Uint8Array.from(strings.flatMap((text) => [...text]))),
  text: octets(0, 60),
  opaque: octets(0, 40),
  hex: octets(1, 64),
  base64: octets(1, 80),
  bitmap: fc
    .uniqueArray(fc.integer({ min: 1, max: 65535 }), { maxLength: 12 })
    .map(encodeTypeBitmap),
};

const knownTypes = Object.values(rrType).filter((type) => rdataLayout(type) !== null);

function rdataOf(type: number): Arbitrary<Uint8Array> {
  const layout = rdataLayout(type);
  if (layout === null) return octets(0, 60);
  return fc
    .tuple(...layout.fields.map((field) => fieldOctets[field]))
    .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));
}

/** Of every known type and of unknown ones, with RDATA that fits it. */
export const record: Arbitrary<ResourceRecord> = fc
  .oneof(fc.constantFrom(...knownTypes), fc.integer({ min: 1000, max: 65279 }))
  .chain((type) =>
    fc.record({
      owner: domainName,
      type: fc.constant(type),
      class: fc.constant(1),
      ttl: fc.nat(0x7fffffff),
      rdata: rdataOf(type),
    }),
  );

const edns = fc.record({
  udpSize: fc.nat(65535),
  version: fc.nat(255),
  dnssecOk: fc.boolean(),
  extendedErrors: fc.array(
    fc.record({ code: fc.nat(65535), text: fc.stringMatching(/^[ -~é]{0,20}$/) }),
    {
      maxLength: 2,
    },
  ),
});

const flags = {
  isResponse: fc.boolean(),
  authoritative: fc.boolean(),
  truncated: fc.boolean(),
  recursionDesired: fc.boolean(),
  recursionAvailable: fc.boolean(),
  authenticData: fc.boolean(),
  checkingDisabled: fc.boolean(),
};

export const message: Arbitrary<Message> = fc
  .record({
    id: fc.nat(65535),
    opcode: fc.nat(15),
    ...flags,
    rcode: fc.nat(4095),
    questions: fc.array(
      fc.record({ name: domainName, type: fc.nat(65535), class: fc.nat(65535) }),
      { maxLength: 2 },
    ),
    answers: fc.array(record, { maxLength: 4 }),
    authorities: fc.array(record, { maxLength: 3 }),
    additionals: fc.array(record, { maxLength: 2 }),
    edns: fc.option(edns),
  })
  .map((whole) => ({ ...whole, rcode: whole.edns === null ? whole.rcode % 16 : whole.rcode }));
