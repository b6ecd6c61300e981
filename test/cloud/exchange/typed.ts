import type { Row } from '../types.ts';

const date = /^\d{4}-\d{2}-\d{2}T/;
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The row with the companions that name the types of its properties. */
export function typed(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => [...companion(name, value), [name, value]]),
  );
}

function companion(name: string, value: unknown): (readonly [string, string])[] {
  if (Array.isArray(value)) return [[`${name}@odata.type`, '#Collection(String)']];
  if (typeof value === 'number') return [[`${name}@data.type`, 'System.Int32']];
  if (typeof value !== 'string') return [];
  if (date.test(value)) return [[`${name}@data.type`, 'System.DateTime']];
  if (guid.test(value))
    return [
      [`${name}@data.type`, 'System.Guid'],
      [`${name}@odata.type`, '#Guid'],
    ];
  return [];
}
