/**
 * Values as Microsoft and its tools write them: JSON of the admin API and of Graph, `ConvertTo-Json`
 * of Windows PowerShell 5.1 and PowerShell 7, `Export-Csv`, and a CSV that a spreadsheet saved again.
 * Each gives `undefined` of what is not a value of its kind.
 */

/** Longer texts are no settings; what stands behind is cut off. */
const textLengthMax = 4096;
const listLengthMax = 1000;

/** `null`: not set. */
export function readSetting(raw: unknown): boolean | null | undefined {
  const value = unboxed(raw);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value !== 'string') return undefined;
  switch (value.trim().toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case '':
      return null;
    default:
      return undefined;
  }
}

/** Words of enumerations are kept as they are, known or not. */
export function readText(raw: unknown): string | null | undefined {
  const value = unboxed(raw);
  if (value === null || value === '') return null;
  if (typeof value === 'string') return value.slice(0, textLengthMax);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function readTexts(raw: unknown): readonly string[] | undefined {
  const value = unboxed(raw);
  if (value === null || value === '') return [];
  if (Array.isArray(value)) {
    const items = value.slice(0, listLengthMax).map(readText);
    return items.includes(undefined) ? undefined : items.filter((item) => typeof item === 'string');
  }
  if (typeof value !== 'string' || isTypeName(value)) return undefined;
  // A cost stands behind a semicolon ("smtp:example.com;1"), so that one parts only before a letter.
  return value
    .split(/[,\s]+|;(?=\D)/)
    .filter((item) => item !== '')
    .slice(0, listLengthMax);
}

/** What `Export-Csv` prints of a list that nobody joined. */
function isTypeName(text: string): boolean {
  return /^(?:System|Microsoft\.Exchange)\.[\w.`]+(?:\[|$)/.test(text);
}

export function readCount(raw: unknown): number | null | undefined {
  const value = unboxed(raw);
  if (value === null || value === '') return null;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  const isWhole = typeof value === 'string' && /^\s*-?\d{1,15}\s*$/.test(value);
  return isWhole ? Number(value) : undefined;
}

const iso =
  /^\s*(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*(Z|[+-]\d{2}:\d{2})?)?\s*$/;
const microsoftJson = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;

/** ISO 8601 with up to seven fraction digits (without offset it is UTC), or `/Date(milliseconds)/`. */
export function readTime(raw: unknown): string | null | undefined {
  const value = unboxed(raw);
  if (value === null || value === '') return null;
  if (typeof value !== 'string') return undefined;
  const milliseconds = microsoftJson.exec(value)?.[1];
  if (milliseconds !== undefined) return instant(Number(milliseconds));
  const [, day, hour = '00:00:00', fraction = '', offset = 'Z'] = iso.exec(value) ?? [];
  return day === undefined ? undefined : instant(Date.parse(`${day}T${hour}${fraction}${offset}`));
}

/** The end of .NET's calendar, 9999-12-31T23:59:59.999Z. */
const latest = 253_402_300_799_999;

function instant(milliseconds: number): string | undefined {
  const isTime = milliseconds >= 0 && milliseconds <= latest;
  return isTime ? new Date(milliseconds).toISOString() : undefined;
}

/**
 * Out of `{"value": …, "Count": 2}` and `{"value": "/Date(…)/", "DateTime": "…"}`, which Windows
 * PowerShell's `ConvertTo-Json` makes of lists and times, and `{"Value": "Enabled"}` of nested answers.
 */
function unboxed(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  if ('value' in raw) return raw.value;
  return 'Value' in raw ? raw.Value : raw;
}
