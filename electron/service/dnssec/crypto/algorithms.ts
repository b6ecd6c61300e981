/** Numbers of the registries "DNS Security Algorithm Numbers" and "DS RR Type Digest Algorithms". */

export const algorithm = {
  RSASHA1: 5,
  'RSASHA1-NSEC3-SHA1': 7,
  RSASHA256: 8,
  RSASHA512: 10,
  ECDSAP256SHA256: 13,
  ECDSAP384SHA384: 14,
  ED25519: 15,
  ED448: 16,
} as const;

/** Mnemonics, with those that are never validated here (RFC 9905, RFC 9906: MD5, DSA, GOST). */
const algorithmNames: ReadonlyMap<number, string> = new Map<number, string>([
  ...Object.entries(algorithm).map(([name, number]): [number, string] => [number, name]),
  [1, 'RSAMD5'],
  [3, 'DSA'],
  [6, 'DSA-NSEC3-SHA1'],
  [12, 'ECC-GOST'],
  [17, 'SM2SM3'],
  [23, 'ECC-GOST12'],
  [253, 'PRIVATEDNS'],
  [254, 'PRIVATEOID'],
]);

/** `ECDSAP256SHA256`, or `ALG200` for a number without a name. */
export function algorithmName(number: number): string {
  return algorithmNames.get(number) ?? `ALG${number}`;
}

/** Validated, with a warning: SHA-1 is no longer safe against collisions (RFC 9905 §2). */
export function isDeprecatedAlgorithm(number: number): boolean {
  return number === algorithm.RSASHA1 || number === algorithm['RSASHA1-NSEC3-SHA1'];
}

export const digestType = { SHA1: 1, SHA256: 2, SHA384: 4 } as const;

const digestNames: ReadonlyMap<number, string> = new Map([
  [1, 'SHA-1'],
  [2, 'SHA-256'],
  [3, 'GOST R 34.11-94'],
  [4, 'SHA-384'],
  [5, 'GOST R 34.11-2012'],
  [6, 'SM3'],
]);

/** `SHA-256`, or `digest 200` for a number without a name. */
export function digestTypeName(number: number): string {
  return digestNames.get(number) ?? `digest ${number}`;
}
