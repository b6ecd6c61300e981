import type { Fields, RecordOf } from './fields.ts';

export type RawRecord = Readonly<Record<string, unknown>>;

/** Reads records of one kind and remembers what they lacked. */
export interface RecordReader<Table extends Fields> {
  /** `null`: not an object. */
  read(raw: unknown): RecordOf<Table> | null;
  /** Our names of properties that a record lacked, or had with a value of another kind. */
  readonly missing: readonly string[];
  readonly unreadable: readonly string[];
  /** What was no record. */
  readonly skipped: number;
}

/**
 * `any-case`: `Select-Object primarysmtpaddress` names a property as it was typed, so that imports are
 * read that way.
 */
export function createRecordReader<Table extends Fields>(
  table: Table,
  spelling: 'exact' | 'any-case' = 'exact',
): RecordReader<Table> {
  const fields = Object.entries(table);
  const missing = new Set<string>();
  const unreadable = new Set<string>();
  let skipped = 0;

  return {
    read(raw) {
      if (!isRecord(raw)) {
        skipped += 1;
        return null;
      }
      const record: Record<string, unknown> = {};
      for (const [name, field] of fields) {
        const value = propertyOf(raw, field.property, spelling);
        if (value === undefined) {
          record[name] = field.absent;
          if (!field.optional) missing.add(name);
          continue;
        }
        const read = field.read(value);
        record[name] = read === undefined ? field.absent : read;
        if (read === undefined) unreadable.add(name);
      }
      return record as RecordOf<Table>;
    },
    get missing() {
      return [...missing];
    },
    get unreadable() {
      return [...unreadable];
    },
    get skipped() {
      return skipped;
    },
  };
}

export function isRecord(raw: unknown): raw is RawRecord {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

/** `undefined`: there is none. */
export function propertyOf(
  raw: RawRecord,
  property: string,
  spelling: 'exact' | 'any-case',
): unknown {
  if (Object.hasOwn(raw, property)) return raw[property];
  if (spelling === 'exact') return undefined;
  const wanted = property.toLowerCase();
  const name = Object.keys(raw).find((candidate) => candidate.toLowerCase() === wanted);
  return name === undefined ? undefined : raw[name];
}
