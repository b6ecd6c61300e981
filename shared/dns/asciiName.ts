import { toASCII } from 'tr46';

/**
 * A name with its U-labels converted to A-labels (UTS #46, non-transitional), for any name of the
 * DNS: underscores and whatever else host names lack stay. `null` when it is not a valid name.
 */
export function asciiName(text: string): string | null {
  if (/^[ -~]*$/.test(text)) return text;
  return toASCII(text, {
    checkBidi: true,
    checkHyphens: false,
    checkJoiners: true,
    ignoreInvalidPunycode: false,
    transitionalProcessing: false,
    useSTD3ASCIIRules: false,
    verifyDNSLength: false,
  });
}
