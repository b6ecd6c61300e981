/** Settings of a scenario that the replay obeys, with Unbound's defaults. */
import { nsec3IterationsMax } from '../../../electron/service/dnssec/limits.ts';
import type { Skew } from '../../../electron/service/dnssec/signatureTime.ts';
import type { ZoneKeys } from '../../../electron/service/dnssec/zoneKeys.ts';
import type { RplFile } from './rplFile.ts';

function setting(file: RplFile, key: string): string | null {
  return file.settings.findLast((candidate) => candidate.key === key)?.value ?? null;
}

/** `20070916134226`; `null`: the time of the replay. */
export function overrideDate(file: RplFile): Date | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(
    setting(file, 'val-override-date') ?? '',
  );
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts;
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}

/** `val-override-date: "-1"` switches off the check of dates. */
export function skewOf(file: RplFile): Skew {
  if (setting(file, 'val-override-date') === '-1') {
    return { secondsMin: Number.MAX_SAFE_INTEGER, secondsMax: Number.MAX_SAFE_INTEGER };
  }
  return {
    secondsMin: Number(setting(file, 'val-sig-skew-min') ?? 3600),
    secondsMax: Number(setting(file, 'val-sig-skew-max') ?? 86_400),
  };
}

/** `1024 150 2048 500`: iterations allowed up to these key sizes, by the zone's largest key. */
export function nsec3IterationsOf(file: RplFile): (zone: ZoneKeys) => number {
  const numbers = setting(file, 'val-nsec3-keysize-iterations')?.split(/\s+/).map(Number) ?? [];
  const table = numbers.flatMap((bits, index) =>
    index % 2 === 0 ? [{ bits, iterations: numbers[index + 1] ?? 0 }] : [],
  );
  if (table.length === 0) return () => nsec3IterationsMax;
  return ({ keys }) => {
    const bits = Math.max(...keys.map(({ rdata }) => keyBits(rdata)));
    return (table.find((row) => bits <= row.bits) ?? table.at(-1))?.iterations ?? 0;
  };
}

/** Bits of an RSA modulus or a DSA prime in DNSKEY RDATA; of other keys, all their bits. */
function keyBits(rdata: Uint8Array): number {
  const algorithm = rdata[3] ?? 0;
  const key = rdata.subarray(4);
  if (algorithm === 3 || algorithm === 6) return (64 + 8 * (key[0] ?? 0)) * 8;
  if (algorithm >= 12) return key.length * 8;
  const exponent = key[0] === 0 ? 3 + (key[1] ?? 0) * 256 + (key[2] ?? 0) : 1 + (key[0] ?? 0);
  return (key.length - exponent) * 8;
}
