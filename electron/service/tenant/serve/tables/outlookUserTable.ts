import { buildKey, textKey } from './table.ts';
import { judgeInstallation } from '../../../../../shared/outlook/installation.ts';
import type { OutlookUserRow } from '../../../../../shared/contract/tenant.ts';
import type { SourceReason } from '../../../../../shared/tenant/snapshot.ts';
import type { Table, TableReader } from './table.ts';

type Filter = 'blocked' | 'unsupported' | 'supported';

/** What is worst comes first; what nothing decides, before what is well. */
const verdictOrder = ['blocked', 'unsupported', 'unknown', 'supported'];

/** Who has which Outlook for Windows: an inventory tells builds, Microsoft's report products alone. */
export const outlookUserTable: Table<OutlookUserRow, Filter> = {
  sources: ['outlookInventory', 'appUsageUsers'],
  async rows(reader) {
    const rows: OutlookUserRow[] = [];
    const judge = createJudge(reader.at);
    for await (const stretch of reader.stretches('outlookInventory')) {
      for (const installation of stretch) {
        const { user, device, product, build, channel } = installation;
        const verdict = judge(product, build);
        const source = 'outlookInventory';
        rows.push({
          user: user ?? device ?? '?',
          device,
          product,
          build,
          channel,
          verdict,
          source,
        });
      }
    }
    for await (const stretch of reader.stretches('appUsageUsers')) {
      for (const { userPrincipalName, displayName, outlookForWindows: product } of stretch) {
        if (product === null) continue;
        const user = userPrincipalName ?? displayName ?? '?';
        const verdict = judge(product, null);
        const source = 'appUsageUsers';
        rows.push({ user, device: null, product, build: null, channel: null, verdict, source });
      }
    }
    return { rows, reason: reasonOf(reader) };
  },
  texts: ({ user, device, product, build, channel }) => [user, device, product, build, channel],
  filters: {
    blocked: ({ verdict }) => verdict === 'blocked',
    unsupported: ({ verdict }) => verdict === 'unsupported',
    supported: ({ verdict }) => verdict === 'supported',
  },
  keys: {
    user: ({ user }) => textKey(user),
    device: ({ device }) => textKey(device),
    product: ({ product }) => textKey(product),
    build: ({ build }) => buildKey(build),
    channel: ({ channel }) => textKey(channel),
    verdict: ({ verdict }) => verdictOrder.indexOf(verdict),
  },
};

/** A tenant of 100,000 has a few dozen builds. */
function createJudge(at: Date) {
  const judged = new Map<string, string>();
  return (product: string | null, build: string | null): string => {
    const key = `${product ?? ''}\n${build ?? ''}`;
    const known = judged.get(key);
    if (known !== undefined) return known;
    const verdict = judgeInstallation({ product, build }, at) ?? 'unknown';
    judged.set(key, verdict);
    return verdict;
  };
}

/** One of the two is enough; that the other was never had is no reason. */
function reasonOf(reader: TableReader): SourceReason | null {
  const inventory = reader.entry('outlookInventory');
  const usage = reader.entry('appUsageUsers');
  const read = [inventory, usage].filter(({ state }) => state === 'ok' || state === 'partial');
  if (read.length === 0) return usage.reason ?? inventory.reason;
  return read.map(({ reason }) => reason).find((reason) => reason !== null) ?? null;
}
