import * as fc from 'fast-check';
import { isValidName } from '../../../../electron/service/dns/name.ts';
import type { Arbitrary } from 'fast-check';
import type { DomainName } from '../../../../electron/service/dns/types.ts';

const octets = (max: number): Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: 1, maxLength: max });

/** Labels that collide often once case is folded, and labels of any octets. */
const label: Arbitrary<Uint8Array> = fc.oneof(
  fc
    .constantFrom('a', 'A', 'b', 'Z', 'z', '*', 'aa', 'a.b', '\0', '\\', '@')
    .map((text) => Uint8Array.from(Buffer.from(text, 'latin1'))),
  octets(4),
  octets(63),
);

export const domainName: Arbitrary<DomainName> = fc
  .array(label, { maxLength: 8 })
  .filter((labels) => isValidName(labels));
