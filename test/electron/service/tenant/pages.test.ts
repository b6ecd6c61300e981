/** Long lists that meet trouble between their pages: every record once, or none, and never in silence. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { directoryUser } from '../../../cloud/scenarios/tenantData.ts';
import { largeTenant } from '../../../cloud/scenarios/tenants.ts';
import { openTenant } from '../../../support/readTenant.ts';
import { startCloud } from '../../../cloud/startCloud.ts';
import type { Fault } from '../../../cloud/types.ts';
import type { OpenTenant } from '../../../support/readTenant.ts';
import type { SimulatedCloud } from '../../../cloud/startCloud.ts';
import type { SourceId } from '../../../../shared/tenant/sources.ts';

const count = 2500;

const large = largeTenant(count);
const everyone = Array.from({ length: count }, (_, index) => directoryUser(index + 1));
const scenario = { ...large, graph: { ...large.graph, users: everyone } };

interface List {
  readonly id: SourceId;
  readonly route: string;
  /** Only reached where this is closed. */
  readonly closed?: string;
}

const lists: readonly List[] = [
  { id: 'casMailboxes', route: 'exchange invoke Get-CASMailbox' },
  { id: 'mailboxes', route: 'exchange invoke Get-Mailbox' },
  { id: 'users', route: 'exchange invoke Get-User' },
  { id: 'mailboxes', route: 'graph users', closed: 'exchange invoke Get-Mailbox' },
];

const passing: readonly Fault[] = [
  { kind: '429', seconds: 3 },
  { kind: '503' },
  { kind: 'cut' },
  { kind: 'reset' },
  { kind: 'wrong-json' },
  { kind: 'expired-page' },
  { kind: 'claims-challenge' },
];

let cloud: SimulatedCloud;
let tenant: OpenTenant;

beforeAll(async () => {
  cloud = await startCloud({ scenario });
  tenant = await openTenant(cloud);
});

afterEach(() => cloud.faults.clear());

afterAll(async () => {
  expect(cloud.bugs).toEqual([]);
  tenant[Symbol.dispose]();
  await cloud.stop();
});

async function read({ id, route, closed }: List, fault: Fault, times: number) {
  if (closed !== undefined) cloud.faults.set(closed, { kind: 'nul-403' });
  cloud.faults.set(route, fault, { after: 2, times });
  const { entry, snapshot, bugs } = await tenant.read({ chosen: [id] });
  expect(bugs).toEqual([]);
  const records = (snapshot.data[id] ?? []) as readonly object[];
  const names = records.map((one) => ('userPrincipalName' in one ? one.userPrincipalName : null));
  return { entry: entry(id), records: records.length, people: new Set(names).size };
}

describe.each(lists.map((list) => [list.route, list] as const))('the pages of %s', (_, list) => {
  test.each([...passing, ...(list.route.startsWith('graph') ? [] : [{ kind: 'region' } as const])])(
    'come whole after %j',
    async (fault) => {
      const { entry, records, people } = await read(list, fault, 1);
      expect(entry.state).toBe(list.closed === undefined ? 'ok' : 'partial');
      expect(entry.reason).toBe(list.closed === undefined ? null : 'properties-missing');
      expect(records).toBe(count);
      if (list.id !== 'casMailboxes') expect(people).toBe(count);
    },
  );

  test.each([
    [{ kind: '503' }, 'server-error'],
    [{ kind: '401' }, 'token-refused'],
    [{ kind: 'wrong-json' }, 'unexpected-answer'],
  ] as const)('that never go on (%j) leave those that came, and say so', async (fault, reason) => {
    const { entry, records } = await read(list, fault, Number.POSITIVE_INFINITY);
    expect(entry).toMatchObject({ state: 'partial', reason, records });
    expect(records).toBeGreaterThan(900);
    expect(records).toBeLessThan(count);
  });
});
