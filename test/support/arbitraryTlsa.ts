import * as fc from 'fast-check';

const octet = fc.integer({ min: 0, max: 255 });

/** Hex of whole octets, at least one. */
export const arbitraryHex = fc
  .uint8Array({ minLength: 1, maxLength: 300 })
  .map((octets) => Buffer.from(octets).toString('hex'));

/** Any record that RDATA can hold. */
export const arbitraryRecord = fc.record({
  usage: octet,
  selector: octet,
  matchingType: octet,
  data: arbitraryHex,
});

export const arbitraryTtl = fc.option(fc.integer({ min: 0, max: 2_147_483_647 }));

/** A record that DANE knows, with its digest's length. */
export const knownRecord = fc
  .record({
    usage: fc.constantFrom(0, 1, 2, 3),
    selector: fc.constantFrom(0, 1),
    digest: fc.constantFrom(
      ...([
        [1, 32],
        [2, 64],
      ] as const),
    ),
  })
  .chain(({ usage, selector, digest: [matchingType, octets] }) =>
    fc
      .uint8Array({ minLength: octets, maxLength: octets })
      .map((data) => ({ usage, selector, matchingType, data: Buffer.from(data).toString('hex') })),
  );
