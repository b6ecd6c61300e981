import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { tlsaRecordSchema } from '../../../shared/tlsa/record.ts';
import type { TlsaRecord } from '../../../shared/tlsa/record.ts';

/** A TLSA RRset as it was seen at every look from one time to another. */
export interface SeenRecords {
  readonly records: readonly TlsaRecord[];
  /** RFC 3339. */
  readonly firstSeen: string;
  readonly lastSeen: string;
}

/** How long TLSA RRsets have been what they are, as far as this computer has looked. */
export interface RecordSightings {
  /** `owner`: `_25._tcp.mx.example.com`. An empty set counts: it was proven that there is none. */
  saw(kind: string, owner: string, records: readonly TlsaRecord[], at: string): void;
  /** The newest set first. */
  of(kind: string, owner: string): readonly SeenRecords[];
  forget(kind: string, owner: string): void;
}

/** Sets kept of one owner. A renewal takes two or three. */
const setsMax = 20;

const recordsSchema = z.array(tlsaRecordSchema);

/** The same text for the same set, in whatever order it came. */
function textOf(records: readonly TlsaRecord[]): string {
  const texts = records.map(({ usage, selector, matchingType, data }) =>
    JSON.stringify({ usage, selector, matchingType, data }),
  );
  return `[${[...new Set(texts)].toSorted((a, b) => (a < b ? -1 : 1)).join(',')}]`;
}

export function createRecordSightings(database: DatabaseSync): RecordSightings {
  const newest = database.prepare(
    'SELECT id, records FROM tlsa_sets WHERE kind = ? AND owner = ? ORDER BY id DESC LIMIT 1',
  );
  const extend = database.prepare(
    'UPDATE tlsa_sets SET last_seen = ?1 WHERE id = ?2 AND last_seen < ?1',
  );
  const insert = database.prepare(
    'INSERT INTO tlsa_sets (kind, owner, records, first_seen, last_seen) VALUES (?1, ?2, ?3, ?4, ?4)',
  );
  const prune = database.prepare(
    `DELETE FROM tlsa_sets WHERE kind = ?1 AND owner = ?2 AND id NOT IN
       (SELECT id FROM tlsa_sets WHERE kind = ?1 AND owner = ?2 ORDER BY id DESC LIMIT ${setsMax})`,
  );
  const all = database.prepare(
    `SELECT records, first_seen AS firstSeen, last_seen AS lastSeen FROM tlsa_sets
     WHERE kind = ? AND owner = ? ORDER BY id DESC`,
  );
  const remove = database.prepare('DELETE FROM tlsa_sets WHERE kind = ? AND owner = ?');

  return {
    saw(kind, owner, records, at) {
      const text = textOf(records);
      const known = newest.get(kind, owner);
      if (known?.['records'] === text) {
        extend.run(at, Number(known['id']));
        return;
      }
      insert.run(kind, owner, text, at);
      prune.run(kind, owner);
    },
    of: (kind, owner) =>
      all.all(kind, owner).flatMap((row) => {
        const records = recordsSchema.safeParse(JSON.parse(String(row['records'])));
        return records.success
          ? [
              {
                records: records.data,
                firstSeen: String(row['firstSeen']),
                lastSeen: String(row['lastSeen']),
              },
            ]
          : [];
      }),
    forget: (kind, owner) => void remove.run(kind, owner),
  };
}
