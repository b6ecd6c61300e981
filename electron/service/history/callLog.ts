import type { DatabaseSync } from 'node:sqlite';
import type { OutsideApi } from '../../../shared/tenant/outsideApis.ts';
import type { OutsideCall } from '../outsideCalls.ts';

export interface StoredCall extends OutsideCall {
  readonly id: number;
}

export interface CallFilter {
  /** `null`: of every tenant and of none. */
  readonly tenantId: string | null;
  readonly api: OutsideApi | null;
  /** What the call, its outcome or its request id contains, in any case; empty: anything. */
  readonly text: string;
}

/** The audit table: what went out, line by line. Lines are added and, with their tenant, forgotten. */
export interface CallLog {
  /** Never throws: a full disk stops nobody from working. `false`: it could not be written. */
  record(call: OutsideCall): boolean;
  /** Newest first, from those before the id `before`. */
  list(filter: CallFilter, limit: number, before: number | null): StoredCall[];
  count(filter: CallFilter): number;
  /**
   * Deletes what concerns the tenant, and sign-in requests whose path names one of its domains in place of
   * its id. Returns how many lines there were.
   */
  forget(tenantId: string, domains: readonly string[]): number;
}

const matches = `(?1 IS NULL OR tenant_id = ?1) AND (?2 IS NULL OR api = ?2)
  AND (?3 = '' OR instr(lower(call || char(10) || outcome || char(10) || coalesce(request_id, '')), lower(?3)) > 0)`;

export function createCallLog(database: DatabaseSync): CallLog {
  const insert = database.prepare(
    `INSERT INTO outside_calls (at, tenant_id, api, call, outcome, milliseconds, request_id)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const list = database.prepare(
    `SELECT id, at, tenant_id AS tenantId, api, call, outcome, milliseconds, request_id AS requestId
     FROM outside_calls WHERE ${matches} AND (?5 IS NULL OR id < ?5) ORDER BY id DESC LIMIT ?4`,
  );
  const count = database.prepare(`SELECT count(*) AS count FROM outside_calls WHERE ${matches}`);
  const forget = database.prepare('DELETE FROM outside_calls WHERE lower(tenant_id) = lower(?)');
  const forgetDomain = database.prepare(
    `DELETE FROM outside_calls WHERE tenant_id IS NULL AND api = 'sign-in'
       AND instr(lower(call), '/' || lower(?) || '/') > 0`,
  );

  return {
    record({ at, tenantId, api, call, outcome, milliseconds, requestId }) {
      try {
        insert.run(at, tenantId, api, call, outcome, Math.round(milliseconds), requestId);
        return true;
      } catch {
        return false;
      }
    },
    list: ({ tenantId, api, text }, limit, before) =>
      list.all(tenantId, api, text, limit, before) as unknown as StoredCall[],
    count: ({ tenantId, api, text }) => Number(count.get(tenantId, api, text)?.['count'] ?? 0),
    forget: (tenantId, domains) =>
      domains.reduce(
        (count, domain) => count + Number(forgetDomain.run(domain).changes),
        Number(forget.run(tenantId).changes),
      ),
  };
}
