/** What is used here of tr46 (UTS #46), which ships no types. */
declare module 'tr46' {
  export interface Options {
    readonly checkBidi: boolean;
    readonly checkHyphens: boolean;
    readonly checkJoiners: boolean;
    readonly ignoreInvalidPunycode: boolean;
    readonly transitionalProcessing: boolean;
    readonly useSTD3ASCIIRules: boolean;
  }

  /** `null`: not a valid name. */
  export function toASCII(
    domain: string,
    options: Options & { readonly verifyDNSLength: boolean },
  ): string | null;

  export function toUnicode(
    domain: string,
    options: Options,
  ): { readonly domain: string; readonly error: boolean };
}
