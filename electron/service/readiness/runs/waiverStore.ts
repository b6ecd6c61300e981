import type { DatabaseSync } from 'node:sqlite';
import { keptWaiverSchema } from '../../../../shared/contract/readiness.ts';
import type { KeptWaiver } from '../../../../shared/contract/readiness.ts';
import type { Waiver } from '../../../../shared/readiness/waivers.ts';

export interface WaiverStore {
  /** Those that end first come first; what can't be read is waived no more. */
  list(tenant: string, at: Date): KeptWaiver[];
  add(tenant: string, waiver: Waiver): void;
  remove(tenant: string, id: number): void;
  forget(tenant: string): void;
}

export function createWaiverStore(database: DatabaseSync): WaiverStore {
  const all = database.prepare(
    `SELECT id, rule, subject, reason, owner, until FROM readiness_waivers
     WHERE tenant = ? ORDER BY until, id`,
  );
  const insert = database.prepare(
    `INSERT INTO readiness_waivers (tenant, rule, subject, reason, owner, until)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const remove = database.prepare('DELETE FROM readiness_waivers WHERE tenant = ? AND id = ?');
  const forget = database.prepare('DELETE FROM readiness_waivers WHERE tenant = ?');

  return {
    list: (tenant, at) =>
      all.all(tenant).flatMap((row) => {
        const expired = !(Date.parse(String(row['until'])) > at.getTime());
        const parsed = keptWaiverSchema.safeParse({ ...row, expired });
        return parsed.success ? [parsed.data] : [];
      }),
    add(tenant, { rule, subject, reason, owner, until }) {
      // One way of writing, so that the database's order is that of time.
      insert.run(tenant, rule, subject, reason, owner, new Date(until).toISOString());
    },
    remove: (tenant, id) => void remove.run(tenant, id),
    forget: (tenant) => void forget.run(tenant),
  };
}
