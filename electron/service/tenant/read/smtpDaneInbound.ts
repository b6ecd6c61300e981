import { readText } from '../../../../shared/tenant/readValue.ts';
import type { RawRecord } from '../../../../shared/tenant/readRecord.ts';
import type { SmtpDaneInbound } from '../../../../shared/tenant/records/domains.ts';

const valuesMax = 50;

/** Every property that is not a companion of another (`Name@data.type`), with its value as text. */
export function readSmtpDaneInbound(domain: string, raw: RawRecord): SmtpDaneInbound {
  const values = Object.entries(raw)
    .filter(([property]) => !property.includes('@'))
    .slice(0, valuesMax)
    .map(([property, value]) => {
      const text = readText(value);
      const shown = text === undefined ? JSON.stringify(value).slice(0, 1000) : text;
      return { property, value: shown };
    });
  return { domain, values };
}
