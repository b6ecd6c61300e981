/**
 * What is kept of Microsoft's answers, as tables: our name, Microsoft's name, and how a value is read.
 * The same table reads an answer of the Exchange admin API, an `Export-Csv` line and a `ConvertTo-Json`
 * object, makes the schema, and names the property on the page.
 */
import { z } from 'zod';
import { readCount, readSetting, readText, readTexts, readTime } from './readValue.ts';

export interface Field<T> {
  /** As Microsoft spells it. */
  readonly property: string;
  readonly schema: z.ZodType<T>;
  /** `undefined`: not a value of this kind. Of `null` and empty text: the kind's own nothing. */
  readonly read: (raw: unknown) => T | undefined;
  /** What stands in for a property that the answer lacks. */
  readonly absent: T;
  /** The property is not in every answer, and its absence is nothing to tell of. */
  readonly optional: boolean;
}

/**
 * A switch with three states: `null` means not set, so that something else decides (the tenant's
 * setting, the service's default). It is never `false`.
 */
export function setting(property: string): Field<boolean | null> {
  return field(property, z.boolean().nullable(), readSetting, null);
}

export function text(property: string): Field<string | null> {
  return field(property, z.string().nullable(), readText, null);
}

/** A list; `null` and `[null]` are empty ones. */
export function texts(property: string): Field<readonly string[]> {
  return field(property, z.array(z.string()).readonly(), readTexts, []);
}

export function count(property: string): Field<number | null> {
  return field(property, z.number().int().nullable(), readCount, null);
}

/** RFC 3339 in UTC. */
export function time(property: string): Field<string | null> {
  return field(property, z.string().nullable(), readTime, null);
}

export function optional<T>(of: Field<T>): Field<T> {
  return { ...of, optional: true };
}

function field<T>(
  property: string,
  schema: z.ZodType<T>,
  read: (raw: unknown) => T | undefined,
  absent: T,
): Field<T> {
  return { property, schema, read, absent, optional: false };
}

export type Fields = Readonly<Record<string, Field<never> | Field<unknown>>>;

export type RecordOf<Table extends Fields> = {
  readonly [Name in keyof Table]: Table[Name] extends Field<infer T> ? T : never;
};

export function schemaOf<Table extends Fields>(table: Table): z.ZodType<RecordOf<Table>> {
  const shape = Object.fromEntries(
    Object.entries(table).map(([name, { schema }]) => [name, schema]),
  );
  return z.object(shape) as unknown as z.ZodType<RecordOf<Table>>;
}
