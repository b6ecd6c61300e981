import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { success } from '../../shared/errors.ts';
import type { Result } from '../../shared/errors.ts';
import { evaluateRules } from '../../shared/readiness/evaluate.ts';
import type { RuleResult } from '../../shared/readiness/rule.ts';
import { applyWaivers } from '../../shared/readiness/waivers.ts';
import type { Waiver } from '../../shared/readiness/waivers.ts';
import type { Snapshot } from '../../shared/tenant/snapshot.ts';
import { openDatabase } from '../service/history/database.ts';
import { createWaiverStore } from '../service/readiness/runs/waiverStore.ts';
import { tenantKey } from '../service/tenant/store/snapshotStore.ts';
import type { Invocation } from './command.ts';

type Place = Pick<Invocation, 'dataDirectory' | 'clock'>;

/** The waivers that this machine keeps for a tenant. Error: `storage-unavailable`. */
function storedWaivers(
  tenant: Snapshot['tenant'],
  { dataDirectory, clock }: Place,
): Result<readonly Waiver[]> {
  const file = join(dataDirectory, 'history.sqlite');
  // Asking begins no history.
  if (!existsSync(file)) return success([]);
  const opened = openDatabase(file, clock);
  if (!opened.ok) return opened;
  const { database } = opened.value;
  try {
    return success(createWaiverStore(database).list(tenantKey(tenant), clock()));
  } finally {
    database.close();
  }
}

/**
 * Every rule on snapshots of one tenant, as of the same date and with the waivers kept for it, as the
 * window shows them. Error: `storage-unavailable`.
 */
export function judgeSnapshots(
  snapshots: readonly Snapshot[],
  place: Place,
): Result<readonly (readonly RuleResult[])[]> {
  const [first] = snapshots;
  if (first === undefined) return success([]);
  const waivers = storedWaivers(first.tenant, place);
  if (!waivers.ok) return waivers;
  const at = place.clock();
  return success(
    snapshots.map((snapshot) => applyWaivers(evaluateRules(snapshot, at), waivers.value, at)),
  );
}
