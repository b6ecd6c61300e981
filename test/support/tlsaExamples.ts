/** Records as RFCs print them, white space and all. */

/** RFC 6698 §2.3: hashed association of a PKIX CA certificate. */
export const rfc6698Sha256 = `_443._tcp.www.example.com. IN TLSA (
   0 0 1 d2abde240d7cd3ee6b4b28c54df034b9
         7983a1d16e8a410e4561cb106618e971 )`;

/** RFC 6698 §2.3: hashed subject public key association of a PKIX end entity certificate. */
export const rfc6698Sha512 = `_443._tcp.www.example.com. IN TLSA (
   1 1 2 92003ba34942dc74152e2f2c408d29ec
         a5a520e7f2e06bb944f4dca346baf63c
         1b177615d466f6c4b71c216a50292bd5
         8c9ebdd2f74e38fe51ffd48c43326cbc )`;

/** RFC 6698 §2.3: full certificate association, which the RFC itself breaks off. */
export const rfc6698Full = `_443._tcp.www.example.com. IN TLSA (
   3 0 0 30820307308201efa003020102020... )`;

/** RFC 7671 §9: one key under three matching types. */
export const rfc7671Sha256 = `_25._tcp.mail.example.com. IN TLSA 3 1 1 (
                           3FE246A848798236DD2AB78D39F0651D
                           6B6E7CA8E2984012EB0A2E1AC8A87B72 )`;
export const rfc7671Sha512 = `_25._tcp.mail.example.com. IN TLSA 3 1 2 (
                           D4F5AF015B46C5057B841C7E7BAB759C
                           BF029526D29520C5BE6A32C67475439E
                           54AB3A945D80C743347C9BD4DADC9D8D
                           57FAB78EAA835362F3CA07CCC19A3214 )`;
export const rfc7671Full = `_25._tcp.mail.example.com. IN TLSA 3 1 0 (
                           3059301306072A8648CE3D020106082A
                           8648CE3D0301070342000471CB1F504F
                           9E4B33971376C005445DACD33CD79A28
                           81C3DED1981F18E7AAA76609DD0E4EF2
                           8265C82703030AD60C5DBA6FB8A9397A
                           C0FCF06D424C885D484887 )`;
