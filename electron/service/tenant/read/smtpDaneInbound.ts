import { readText } from '../../../../shared/tenant/readValue.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { SmtpDaneInbound } from '../../../../shared/tenant/records/domains.ts';

const valuesMax = 50;
const nameMax = 200;
const textMax = 1000;

/** Every property that is not a companion of another (`Name@data.type`), with its value as text. */
export function readSmtpDaneInbound(domain: string, raw: RawRecord): SmtpDaneInbound {
  const values = Object.entries(raw)
    .filter(([property]) => !property.includes('@'))
    .slice(0, valuesMax)
    .map(([property, value]) => {
      const text = readText(value);
      const shown = text === undefined ? JSON.stringify(cut(value)).slice(0, textMax) : text;
      return { property: property.slice(0, nameMax), value: shown };
    });
  return { domain, values };
}

/** Nobody knows how deep or long it is, and only its beginning is shown. */
function cut(value: unknown, depth = 3): unknown {
  if (typeof value === 'string') return value.slice(0, textMax);
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.slice(0, valuesMax).map((one) => cut(one, depth - 1));
  const entries = Object.entries(value).slice(0, valuesMax);
  return Object.fromEntries(
    entries.map(([name, one]) => [name.slice(0, nameMax), cut(one, depth - 1)]),
  );
}
