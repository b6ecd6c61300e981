import { matchingTypeAcronyms, selectorAcronyms, usageAcronyms } from './acronyms.ts';
import type { TlsaRecord } from './record.ts';
import type { RecordField, RecordTextProblem } from './parseRecord.ts';

export type DataOutcome =
  | { readonly ok: true; readonly record: TlsaRecord }
  | { readonly ok: false; readonly problem: RecordTextProblem };

type HexOutcome =
  | { readonly ok: true; readonly hex: string }
  | { readonly ok: false; readonly problem: RecordTextProblem };

/** `3 1 1 hex …` (RFC 6698 §2.2), with numbers or the acronyms of RFC 7218, or both: `DANE-EE(3)`. */
export function parsePresentationData(tokens: readonly string[]): DataOutcome {
  const [usage, selector, matchingType, ...rest] = separated(tokens);
  const fields: readonly [RecordField, string | undefined, readonly string[]][] = [
    ['usage', usage, usageAcronyms],
    ['selector', selector, selectorAcronyms],
    ['matchingType', matchingType, matchingTypeAcronyms],
  ];
  const numbers: number[] = [];
  for (const [field, token, acronyms] of fields) {
    if (token === undefined) return refuse({ problem: 'fieldMissing', field });
    const number = parseField(token, acronyms);
    if (number === null) {
      return refuse({ problem: 'fieldNotNumber', field, found: token.slice(0, 60) });
    }
    numbers.push(number);
  }
  const data = parseHex(rest);
  if (!data.ok) return data;
  const [usageNumber = 0, selectorNumber = 0, matchingTypeNumber = 0] = numbers;
  return {
    ok: true,
    record: {
      usage: usageNumber,
      selector: selectorNumber,
      matchingType: matchingTypeNumber,
      data: data.hex,
    },
  };
}

/** What follows `\#` in the generic form (RFC 3597 §5): the octets' number, then the octets. */
export function parseGenericData(tokens: readonly string[]): DataOutcome {
  const [declared = '', ...rest] = tokens;
  const rdata = parseHex(rest);
  if (!rdata.ok) return rdata;
  const octets = rdata.hex.length / 2;
  if (!/^\d{1,5}$/.test(declared) || Number(declared) !== octets) {
    return refuse({ problem: 'genericLength', declared: declared.slice(0, 60), actual: octets });
  }
  if (octets < 4) return refuse({ problem: 'dataMissing' });
  const octet = (index: number) => Number.parseInt(rdata.hex.slice(index * 2, index * 2 + 2), 16);
  return {
    ok: true,
    record: {
      usage: octet(0),
      selector: octet(1),
      matchingType: octet(2),
      data: rdata.hex.slice(6),
    },
  };
}

function refuse(problem: RecordTextProblem): {
  readonly ok: false;
  readonly problem: RecordTextProblem;
} {
  return { ok: false, problem };
}

/** `DANE-EE ( 3 )` loses its parentheses with those that join lines; the number after it repeats it. */
function separated(tokens: readonly string[]): readonly string[] {
  return tokens.filter((token, index) => {
    const before = index < 6 ? tokens[index - 1] : undefined;
    return before === undefined || acronymNumber(before) !== token;
  });
}

function acronymNumber(token: string): string | null {
  for (const acronyms of [usageAcronyms, selectorAcronyms, matchingTypeAcronyms]) {
    const number = indexOf(acronyms, token);
    if (number !== -1) return String(number);
  }
  return null;
}

function indexOf(acronyms: readonly string[], token: string): number {
  return acronyms.findIndex((acronym) => acronym.toLowerCase() === token.toLowerCase());
}

function parseField(token: string, acronyms: readonly string[]): number | null {
  if (/^\d{1,4}$/.test(token) && Number(token) <= 255) return Number(token);
  const acronym = indexOf(acronyms, token);
  return acronym === -1 ? null : acronym;
}

function parseHex(tokens: readonly string[]): HexOutcome {
  const hex = tokens.join('').toLowerCase();
  if (hex === '') return refuse({ problem: 'dataMissing' });
  const wrong = /[^\da-f]/u.exec(hex);
  if (wrong !== null) {
    return refuse({ problem: 'dataNotHex', found: wrong[0], position: wrong.index + 1 });
  }
  if (hex.length % 2 !== 0) return refuse({ problem: 'dataOdd', digits: hex.length });
  return { ok: true, hex };
}
