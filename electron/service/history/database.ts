import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { failure, success } from '../../../shared/errors.ts';
import type { Result } from '../../../shared/errors.ts';
import { migrations } from './migrations.ts';

export interface OpenedDatabase {
  readonly database: DatabaseSync;
  /** Where an unreadable database was put aside, or `null`. Nothing of it is deleted. */
  readonly keptAside: string | null;
}

/** How long a statement waits for another process that writes (a command line beside the app). */
const busyTimeoutMs = 5_000;

/**
 * Opens the history, creating or migrating it. A file that is not a sound database is renamed and a
 * new one begun: the app starts, and says so.
 *
 * Errors: `storage-unavailable` where the folder can't be written, the file is locked, or it was
 * written by a newer version of the app.
 */
export function openDatabase(file: string, clock: () => Date): Result<OpenedDatabase> {
  let keptAside: string | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    let database = tryOpen(file);
    if (database === null) {
      keptAside = putAside(file, clock());
      database = tryOpen(file);
    }
    if (database === null) return failure('storage-unavailable', { file, problem: 'unreadable' });
    const problem = migrate(database);
    if (problem !== null) {
      database.close();
      return failure('storage-unavailable', { file, problem });
    }
    return success({ database, keptAside });
  } catch (error) {
    return failure('storage-unavailable', {
      file,
      problem: error instanceof Error ? error.message : String(error),
    });
  }
}

/** `null`: the file is there and is not a sound database. Other troubles throw. */
function tryOpen(file: string): DatabaseSync | null {
  const database = new DatabaseSync(file, { timeout: busyTimeoutMs });
  try {
    database.exec(
      // What is deleted is overwritten: whoever forgets a tenant leaves nothing of it in the file.
      'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;',
    );
    const check = database.prepare('PRAGMA quick_check(1)').get();
    if (check?.['quick_check'] === 'ok') return database;
  } catch (error) {
    if (!isCorruption(error)) {
      database.close();
      throw error;
    }
  }
  database.close();
  return null;
}

/** SQLITE_CORRUPT and SQLITE_NOTADB (https://www.sqlite.org/rescode.html). */
const corruptionCodes = new Set([11, 26]);

function isCorruption(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    corruptionCodes.has(error.errcode & 0xff)
  );
}

function putAside(file: string, now: Date): string {
  const aside = `${file}.damaged-${now.toISOString().replaceAll(':', '-')}`;
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, aside + suffix);
  }
  return aside;
}

/** Runs what is missing, each step whole or not at all. Returns why it can't, or `null`. */
function migrate(database: DatabaseSync): string | null {
  const version = Number(database.prepare('PRAGMA user_version').get()?.['user_version'] ?? 0);
  if (version > migrations.length) return 'written by a newer version';
  for (const [index, statements] of migrations.entries()) {
    if (index < version) continue;
    database.exec(`BEGIN IMMEDIATE; ${statements}; PRAGMA user_version = ${index + 1}; COMMIT;`);
  }
  return null;
}
