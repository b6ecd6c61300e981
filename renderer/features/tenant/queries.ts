import { queryOptions } from '@tanstack/react-query';
import { ask } from '../../app/call.ts';
import { tenantKey } from '../../app/tenants.ts';
import type { SourceId } from '../../../shared/tenant/sources.ts';

export function snapshotQuery(key: string, snapshotId: number | null) {
  return queryOptions({
    queryKey: [...tenantKey, 'snapshot', key, snapshotId],
    queryFn: () => ask('tenant.snapshot', { key, snapshotId }),
  });
}

export function snapshotsQuery(key: string) {
  return queryOptions({
    queryKey: [...tenantKey, 'snapshots', key],
    queryFn: () => ask('tenant.snapshots', { key }),
  });
}

export function sourceQuery(snapshotId: number, source: SourceId) {
  return queryOptions({
    queryKey: [...tenantKey, 'source', snapshotId, source],
    queryFn: () => ask('tenant.source', { snapshotId, source }),
  });
}
